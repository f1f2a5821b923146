import type { Chart, Ticks } from "../../analyse/charts/chart.ts";
import { number } from "../../model/format.ts";
import { textWidth } from "../../model/text.ts";
import { round } from "./element.ts";

/** The colours of lines and bars, far enough apart for colour-blind people; in the order of the series. */
const SERIES_COLOURS = ["#3b6fe0", "#d9772b", "#189a8a", "#9a6bd8", "#8a7a3f", "#c2477f"] as const;

/** The colour of a series. */
export function seriesColour(series: number): string {
  return SERIES_COLOURS[series % SERIES_COLOURS.length]!;
}

/** How bands look, and what they are. */
export const BAND_OPACITY = 0.18;
export const BAND_WORDS = "95 % interval of the mean";

/** How large the figures and names in charts are, in pixels. */
export const CHART_TYPE = 11;

/** Where the lines and bars of a chart are to be, in pixels. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A word at the edge of a chart, and where it stands along that edge. */
export interface PlotTick {
  readonly at: number;
  readonly text: string;
}

/** A column or a part of a bar. */
export interface PlotBlock {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly series: number;
}

/** A line across a chart with its word above it, which stands to its left where there is no room at its right. */
export interface PlotMark {
  readonly x: number;
  readonly label: string;
  readonly baseline: number;
  readonly left: boolean;
  readonly aim: boolean;
}

/** A chart measured out in pixels: the page and pictures draw the same. */
export interface Plot {
  readonly box: PlotBox;
  /** The figures below and, but for bars, at the side. */
  readonly below: readonly PlotTick[];
  readonly beside: readonly PlotTick[];
  /** Of lines, by series: outlines of their bands, and the lines themselves, as SVG paths. */
  readonly bands: readonly string[];
  readonly lines: readonly string[];
  readonly blocks: readonly PlotBlock[];
  readonly marks: readonly PlotMark[];
  /** Where each row stands: across, or, of bars, down. */
  readonly places: readonly number[];
}

type Scale = (value: number) => number;

/** How thick a bar is, of the room that its row has. */
const THICK = 0.58;
/** How far the word of a mark stands from its line, in pixels. */
export const MARK_GAP = 4;
/** How far words of marks stand below each other, in pixels. */
const LINE = 14;

/** Measures a chart out in a box, of which the words of marks take what they need; rows of bars share its height. */
export function plotOf(chart: Chart, room: PlotBox): Plot {
  const { kind, across, up, rows, series } = chart;
  const below = kind === "bars" ? up : across;
  const x = scale(below, room.left, room.right);
  const marks = marksOf(chart, room, x);
  const box = { ...room, top: room.top + LINE * marks.reduce((most, { line }) => Math.max(most, line + 1), 0) };
  const y = scale(up, box.bottom, box.top);
  const lines = kind === "course" ? series.map((_, s) => linePath(chart, s, x, y)) : [];
  const bands = kind === "course" ? series.map((_, s) => bandPath(chart, s, x, y)) : [];
  const middle = columnWidth(chart) / 2;
  const row = (box.bottom - box.top) / Math.max(1, rows.length);
  return {
    box,
    below: ticks(below, x),
    beside: kind === "bars" ? [] : ticks(up, y),
    bands,
    lines,
    blocks: BLOCKS[kind](chart, box, x, y),
    marks: marks.map(({ line, ...mark }) => ({ ...mark, baseline: box.top - MARK_GAP - line * LINE })),
    places: rows.map((each, i) => (kind === "bars" ? box.top + (i + 0.5) * row : x(Number(each.x) + middle))),
  };
}

/** Whether a chart shows how sure its lines are. */
export function isBanded({ bands }: Chart): boolean {
  return bands.some((of) => of.length > 0);
}

const scale =
  ({ low, high }: Ticks, from: number, to: number): Scale =>
  (value) =>
    from + ((value - low) / (high - low)) * (to - from);

const ticks = ({ at }: Ticks, place: Scale): readonly PlotTick[] =>
  at.map((value) => ({ at: place(value), text: number(value) }));

/** How much of the axis a column stands for; nothing where there are none. */
function columnWidth({ kind, rows }: Chart): number {
  return kind === "histogram" ? Number(rows[1]?.x ?? 1) - Number(rows[0]?.x ?? 0) : 0;
}

const BLOCKS: Readonly<
  Record<Chart["kind"], (chart: Chart, box: PlotBox, x: Scale, y: Scale) => readonly PlotBlock[]>
> = {
  course: () => [],
  histogram: (chart, { bottom }, x, y) => {
    const step = columnWidth(chart);
    return chart.rows.map((row) => {
      const [from, to, top] = [x(Number(row.x)), x(Number(row.x) + step), y(row.values[0] ?? 0)];
      return { x: from, y: top, width: Math.max(0.5, to - from - 1), height: bottom - top, series: 0 };
    });
  },
  bars: ({ rows }, { top, bottom }, x) => {
    const room = (bottom - top) / Math.max(1, rows.length);
    return rows.flatMap(({ values }, i) => {
      let sum = 0;
      return values.map((value = 0, series) => {
        const from = x(sum);
        sum += value;
        const y = top + (i + (1 - THICK) / 2) * room;
        return { x: from, y, width: Math.max(0, x(sum) - from), height: room * THICK, series };
      });
    });
  },
};

function linePath({ rows }: Chart, series: number, x: Scale, y: Scale): string {
  let down = false;
  return rows
    .map((row) => {
      const value = row.values[series];
      const word = value === undefined ? "" : `${down ? "L" : "M"}${round(x(Number(row.x)))} ${round(y(value))}`;
      down = value !== undefined;
      return word;
    })
    .join("");
}

/** Both edges of a series’ bands as closed outlines. */
function bandPath({ bands }: Chart, series: number, x: Scale, y: Scale): string {
  const corner = (at: number, value: number) => `${round(x(at))} ${round(y(value))}`;
  return (bands[series] ?? [])
    .map((band) => {
      const upper = band.map((point) => corner(point.x, point.high));
      const lower = band.map((point) => corner(point.x, point.low)).reverse();
      return `M${[...upper, ...lower].join("L")}Z`;
    })
    .join("");
}

/** The marks from left to right, their words in lines above each other where they would lie on one another. */
function marksOf({ marks, across }: Chart, { left: least, right: most }: PlotBox, x: Scale) {
  const ends: number[] = [];
  return marks
    .filter(({ at }) => at <= across.high)
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, label, aim }) => {
      const width = textWidth(label, CHART_TYPE) + 2 * MARK_GAP;
      const left = x(at) + width > most && x(at) - width > least;
      const from = left ? x(at) - width : x(at);
      let line = 0;
      while ((ends[line] ?? Number.NEGATIVE_INFINITY) > from) line++;
      ends[line] = from + width;
      return { x: x(at), label, aim, left, line };
    });
}
