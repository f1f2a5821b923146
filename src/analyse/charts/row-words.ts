import { number } from "../../model/format.ts";
import type { Axis, Chart, ChartRow } from "./chart.ts";
import { onAxis } from "./chart-table.ts";

/** What a row of a chart says: where it is, and the figure of each series, with its interval where that is known. */
export interface RowWords {
  readonly head: string;
  readonly figures: readonly { readonly series: number; readonly name: string; readonly text: string }[];
}

/** A row in words, as they stand at the pointer and are read aloud. */
export function rowWords(chart: Chart, index: number): RowWords {
  const { rows, series, y } = chart;
  const row = rows[index]!;
  const figures = series.flatMap((name, i) => {
    const value = row.values[i];
    if (value === undefined) return [];
    const half = row.halves?.[i];
    const margin = half === undefined || half === 0 ? "" : ` ± ${onAxis(half, y)}`;
    return [{ series: i, name, text: withUnit(`${onAxis(value, y)}${margin}`, y) }];
  });
  return { head: HEADS[chart.kind](chart, row), figures };
}

/** The same as one line. */
export function rowLine(chart: Chart, index: number): string {
  const { head, figures } = rowWords(chart, index);
  const told = figures.map(({ name, text }) => (figures.length > 1 ? `${name} ${text}` : text));
  return `${head}: ${told.length > 0 ? told.join(", ") : "nothing"}`;
}

const HEADS: Readonly<Record<Chart["kind"], (chart: Chart, row: ChartRow) => string>> = {
  course: ({ x }, row) => `${withUnit(onAxis(Number(row.x), x), x)} after the start`,
  histogram: ({ x, rows }, row) => {
    const width = Number(rows[1]?.x ?? 1) - Number(rows[0]?.x ?? 0);
    return withUnit(`${number(Number(row.x))} to ${number(Number(row.x) + width)}`, x);
  },
  bars: (_, row) => String(row.x),
};

const withUnit = (figure: string, { unit }: Axis) => (unit === "" ? figure : `${figure} ${unit}`);
