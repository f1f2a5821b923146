import type { Axis, Chart } from "../../analyse/charts/chart.ts";
import { textWidth } from "../../model/text.ts";
import { element, escapeXml } from "./element.ts";
import { type Look, type Palette, paletteOf } from "./look.ts";
import {
  BAND_OPACITY,
  BAND_WORDS,
  CHART_TYPE,
  isBanded,
  MARK_GAP,
  type Plot,
  type PlotBox,
  plotOf,
  seriesColour,
} from "./plot.ts";
import { shortened, textBlock } from "./text.ts";

/** How large a picture of a chart is, in pixels. */
const WIDTH = 720;
const HEIGHT = 300;
const ROW = 26;
const SIZE = CHART_TYPE;
/** How far the lines of its legend are apart. */
const KEY_LINE = 16;
const EDGE = { top: 62, right: 20, bottom: 44, left: 56, names: 180 };

/** A chart as an SVG that every program can open, with its title, its message and its legend. */
export function chartSvg(chart: Chart, look: Look = {}): string {
  const palette = paletteOf(look);
  const keys = legend(chart);
  const top = EDGE.top + (keys.at(-1)?.line ?? 0) * KEY_LINE;
  const height = chart.kind === "bars" ? top + EDGE.bottom + chart.rows.length * ROW : HEIGHT + top - EDGE.top;
  const plot = plotOf(chart, boxOf(chart, top, height));
  const parts = [
    element("title", {}, escapeXml(chart.title)),
    element("desc", {}, escapeXml(chart.message)),
    look.transparent ? "" : element("rect", { width: WIDTH, height, fill: palette.paper }),
    textBlock([chart.title], 12, 20, 0, { size: 14, weight: 700, fill: palette.ink }),
    textBlock([chartMessage(chart)], 12, 37, 0, { size: SIZE, fill: palette.muted }),
    ...keys.flatMap((key) => keyParts(key, palette)),
    ...grid(chart, plot, top, palette),
    ...shapes(plot),
    ...(chart.kind === "bars" ? names(chart, plot, palette) : []),
    ...marks(plot, palette),
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

/** The message of a chart as far as the picture has room for it. */
export function chartMessage({ message }: Chart): string {
  return shortened(message, WIDTH - 24, SIZE);
}

function boxOf({ kind }: Chart, top: number, height: number): PlotBox {
  const left = kind === "bars" ? EDGE.names : EDGE.left;
  return { left, right: WIDTH - EDGE.right, top, bottom: height - EDGE.bottom };
}

const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, dashes?: string) =>
  element("line", { x1, y1, x2, y2, stroke, "stroke-width": 1, "stroke-dasharray": dashes });

const titled = ({ title, unit }: Axis) => (unit === "" ? title : `${title}, ${unit}`);

/** The grid, the figures at its edges, and what they are of. */
function grid({ kind, x, y }: Chart, { box, below, beside }: Plot, head: number, palette: Palette): readonly string[] {
  const { left, right, top, bottom } = box;
  const type = { size: SIZE, fill: palette.muted };
  return [
    ...below.flatMap(({ at, text }) => [
      line(at, top, at, bottom, palette.border, "1 3"),
      textBlock([text], at, bottom + 14, 0, { ...type, anchor: "middle" }),
    ]),
    ...beside.flatMap(({ at, text }) => [
      line(left, at, right, at, palette.border, "1 3"),
      textBlock([text], left - 6, at + 4, 0, { ...type, anchor: "end" }),
    ]),
    line(left, bottom, right, bottom, palette.line),
    textBlock([titled(kind === "bars" ? y : x)], (left + right) / 2, bottom + 32, 0, { ...type, anchor: "middle" }),
    kind === "bars" ? "" : textBlock([titled(y)], 12, head - 6, 0, type),
  ];
}

/** What one colour of a chart is of, and where that is written. */
interface Key {
  readonly name: string;
  readonly fill: string;
  readonly opacity: number;
  readonly x: number;
  /** From the top, beginning with 0. */
  readonly line: number;
}

/** The colours with their names, on as many lines as they take. */
function legend(chart: Chart): readonly Key[] {
  const { series, kind } = chart;
  const names = series.length < 2 ? [] : series.map((name, i) => ({ name, fill: seriesColour(i), opacity: 1 }));
  const band = { name: BAND_WORDS, fill: seriesColour(0), opacity: BAND_OPACITY };
  const first = kind === "bars" ? EDGE.names : EDGE.left + 60;
  let [x, line] = [first, 0];
  return [...names, ...(isBanded(chart) ? [band] : [])].map(({ name, ...key }) => {
    const shown = shortened(name, WIDTH - EDGE.right - first - 14, SIZE);
    const width = 14 + textWidth(shown, SIZE);
    if (x > first && x + width > WIDTH - EDGE.right) [x, line] = [first, line + 1];
    const at = x;
    x += width + 16;
    return { ...key, name: shown, x: at, line };
  });
}

function keyParts({ name, fill, opacity, x, line }: Key, palette: Palette): readonly string[] {
  const y = 46 + line * KEY_LINE;
  return [
    element("rect", { x, y, width: 10, height: 10, fill, "fill-opacity": opacity }),
    textBlock([name], x + 14, y + 9, 0, { size: SIZE, fill: palette.ink }),
  ];
}

/** The bands and lines, columns or bars. */
function shapes({ bands, lines, blocks }: Plot): readonly string[] {
  return [
    ...bands.map((d, s) => element("path", { d, fill: seriesColour(s), "fill-opacity": BAND_OPACITY })),
    ...lines.map((d, s) => element("path", { d, fill: "none", stroke: seriesColour(s), "stroke-width": 1.8 })),
    ...blocks.map(({ series, ...shape }) => element("rect", { ...shape, fill: seriesColour(series) })),
  ];
}

/** What each bar is of. */
function names({ rows }: Chart, { box, places }: Plot, palette: Palette): readonly string[] {
  const type = { size: SIZE, fill: palette.ink, anchor: "end" } as const;
  return rows.map(({ x }, i) =>
    textBlock([shortened(String(x), EDGE.names - 24, SIZE)], box.left - 8, places[i]! + 4, 0, type),
  );
}

function marks({ marks, box }: Plot, palette: Palette): readonly string[] {
  return marks.flatMap(({ x, label, aim, left, baseline }) => {
    const fill = aim ? palette.bad : palette.ink;
    return [
      line(x, baseline - SIZE, x, box.bottom, fill, "4 3"),
      textBlock([label], x + (left ? -MARK_GAP : MARK_GAP), baseline, 0, {
        size: SIZE,
        fill,
        anchor: left ? "end" : "start",
      }),
    ];
  });
}
