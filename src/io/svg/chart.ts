import type { Chart } from "../../analyse/charts/chart.ts";
import { number } from "../../model/format.ts";
import { textWidth } from "../../model/text.ts";
import { element, round } from "./element.ts";
import { type Look, type Palette, paletteOf } from "./look.ts";
import { shortened, textBlock } from "./text.ts";

/** The colours of lines and bars, far enough apart for colour-blind people; in the order of the series. */
export const SERIES_COLOURS = ["#3b6fe0", "#d9772b", "#189a8a", "#9a6bd8", "#8a7a3f", "#c2477f"] as const;

/** The colour of a series. */
export function seriesColour(series: number): string {
  return SERIES_COLOURS[series % SERIES_COLOURS.length]!;
}

/** How bands look, and what they are. */
export const BAND_OPACITY = 0.18;
export const BAND_WORDS = "95 % interval of the mean";

/** How large a picture of a chart is, in pixels. */
const WIDTH = 720;
const HEIGHT = 300;
const BAR = { row: 26, thick: 15 };
const SIZE = 11;
const EDGE = { top: 62, right: 20, bottom: 44, left: 56, names: 180 };

/** Where the lines and bars are, and how values become places there. */
interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** A chart as an SVG that every program can open, with its title, its message and its legend. */
export function chartSvg(chart: Chart, look: Look = {}): string {
  const palette = paletteOf(look);
  const height = chart.kind === "bars" ? EDGE.top + EDGE.bottom + chart.rows.length * BAR.row : HEIGHT;
  const field = fieldOf(chart, height);
  const text = (
    words: string,
    x: number,
    y: number,
    more: { size?: number; weight?: number; fill?: string; anchor?: "middle" | "end" } = {},
  ) => textBlock([words], x, y, 0, { size: SIZE, fill: palette.muted, ...more });
  const parts = [
    element("title", {}, escaped(chart.title)),
    element("desc", {}, escaped(chart.message)),
    look.transparent ? "" : element("rect", { width: WIDTH, height, fill: palette.paper }),
    text(chart.title, 12, 20, { size: 14, weight: 700, fill: palette.ink }),
    text(shortened(chart.message, WIDTH - 24, SIZE), 12, 37),
    ...legend(chart, palette),
    ...grid(chart, field, palette),
    ...DRAW[chart.kind](chart, field, palette),
    ...chart.marks
      .filter(({ at }) => at <= chart.across.high)
      .flatMap(({ at, label, aim }) => {
        const colour = aim ? palette.bad : palette.ink;
        const x = field.x(at);
        return [
          line(x, field.top, x, field.bottom, colour, "4 3"),
          text(label, x + 4, field.top + 10, { fill: colour }),
        ];
      }),
  ];
  return `${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: "img",
      "font-family": "Arial, Helvetica, sans-serif",
    },
    `\n${parts.filter(Boolean).join("\n")}\n`,
  )}\n`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function fieldOf({ kind, across, up }: Chart, height: number): Field {
  const left = kind === "bars" ? EDGE.names : EDGE.left;
  const [right, top, bottom] = [WIDTH - EDGE.right, EDGE.top, height - EDGE.bottom];
  const along = kind === "bars" ? up : across;
  return {
    left,
    right,
    top,
    bottom,
    x: (value) => left + ((value - along.low) / (along.high - along.low)) * (right - left),
    y: (value) => bottom - ((value - up.low) / (up.high - up.low)) * (bottom - top),
  };
}

const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, dashes?: string) =>
  element("line", { x1, y1, x2, y2, stroke, "stroke-width": 1, "stroke-dasharray": dashes });

/** The grid, the figures at its edges, and what they are of. */
function grid({ kind, x, y, across, up }: Chart, field: Field, { tint: _, ...palette }: Palette): readonly string[] {
  const { left, right, top, bottom } = field;
  const type = { size: SIZE, fill: palette.muted };
  const below = kind === "bars" ? y : x;
  const titled = (axis: typeof x) => (axis.unit === "" ? axis.title : `${axis.title}, ${axis.unit}`);
  return [
    ...(kind === "bars" ? up : across).at.flatMap((at) => [
      line(field.x(at), top, field.x(at), bottom, palette.border, "1 3"),
      textBlock([number(at)], field.x(at), bottom + 14, 0, { ...type, anchor: "middle" }),
    ]),
    ...(kind === "bars"
      ? []
      : up.at.flatMap((at) => [
          line(left, field.y(at), right, field.y(at), palette.border, "1 3"),
          textBlock([number(at)], left - 6, field.y(at) + 4, 0, { ...type, anchor: "end" }),
        ])),
    line(left, bottom, right, bottom, palette.line),
    textBlock([titled(below)], (left + right) / 2, bottom + 32, 0, { ...type, anchor: "middle" }),
    kind === "bars" ? "" : textBlock([titled(y)], 12, top - 6, 0, type),
  ];
}

function legend(chart: Chart, palette: Palette): readonly string[] {
  const { series, kind } = chart;
  const names = series.length < 2 ? [] : series.map((name, i) => ({ name, fill: seriesColour(i), opacity: 1 }));
  const band = { name: BAND_WORDS, fill: seriesColour(0), opacity: BAND_OPACITY };
  let x = kind === "bars" ? EDGE.names : EDGE.left + 60;
  return [...names, ...(isBanded(chart) ? [band] : [])].flatMap(({ name, fill, opacity }) => {
    const at = x;
    x += textWidth(name, SIZE) + 30;
    return [
      element("rect", { x: at, y: 46, width: 10, height: 10, fill, "fill-opacity": opacity }),
      textBlock([name], at + 14, 55, 0, { size: SIZE, fill: palette.ink }),
    ];
  });
}

/** Whether a chart shows how sure its lines are. */
export function isBanded({ bands }: Chart): boolean {
  return bands.some((of) => of.length > 0);
}

/** Both edges of a series’ bands as closed outlines, in pixels. */
export function bandPath(
  { bands }: Chart,
  series: number,
  x: (at: number) => number,
  y: (at: number) => number,
): string {
  const corner = (at: number, value: number) => `${round(x(at))} ${round(y(value))}`;
  return (bands[series] ?? [])
    .map((band) => {
      const upper = band.map((point) => corner(point.x, point.high));
      const lower = band.map((point) => corner(point.x, point.low)).reverse();
      return `M${[...upper, ...lower].join("L")}Z`;
    })
    .join("");
}

type Draw = (chart: Chart, field: Field, palette: Palette) => readonly string[];

const DRAW: Readonly<Record<Chart["kind"], Draw>> = {
  course: (chart, { x, y }) => [
    ...chart.series.map((_, s) =>
      element("path", { d: bandPath(chart, s, x, y), fill: seriesColour(s), "fill-opacity": BAND_OPACITY }),
    ),
    ...chart.series.map((_, s) => {
      let down = false;
      const d = chart.rows.map((row) => {
        const value = row.values[s];
        const word = value === undefined ? "" : `${down ? "L" : "M"}${round(x(Number(row.x)))} ${round(y(value))}`;
        down = value !== undefined;
        return word;
      });
      return element("path", { d: d.join(""), fill: "none", stroke: seriesColour(s), "stroke-width": 1.8 });
    }),
  ],

  histogram: ({ rows }, { x, y, bottom }) => {
    const width = Number(rows[1]?.x ?? 1) - Number(rows[0]?.x ?? 0);
    return rows.map((row) => {
      const [from, to, top] = [x(Number(row.x)), x(Number(row.x) + width), y(row.values[0] ?? 0)];
      const shape = { x: from, y: top, width: Math.max(0.5, to - from - 1), height: bottom - top };
      return element("rect", { ...shape, fill: seriesColour(0) });
    });
  },

  bars: ({ rows }, { x, top, left }, palette) =>
    rows.flatMap((row, i) => {
      const middle = top + (i + 0.5) * BAR.row;
      let sum = 0;
      const name = textBlock([shortened(String(row.x), EDGE.names - 24, SIZE)], left - 8, middle + 4, 0, {
        size: SIZE,
        fill: palette.ink,
        anchor: "end",
      });
      const bars = row.values.map((value = 0, s) => {
        const from = x(sum);
        sum += value;
        const shape = { x: from, y: middle - BAR.thick / 2, width: Math.max(0, x(sum) - from), height: BAR.thick };
        return element("rect", { ...shape, fill: seriesColour(s) });
      });
      return [name, ...bars];
    }),
};
