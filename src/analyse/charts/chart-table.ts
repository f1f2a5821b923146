import { fixed } from "../../model/format.ts";
import { type Axis, axisTitle, type Chart } from "./chart.ts";

/** A table of texts, for people to read and for spreadsheets to take in. */
export interface PlainTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A figure on an axis, without its unit. */
export function onAxis(value: number, { digits }: Axis): string {
  return fixed(value, Number.isInteger(value) && digits > 2 ? 0 : digits);
}

/** The table behind a chart. */
export function chartTable(chart: Chart): PlainTable {
  const { x, y, series, rows } = chart;
  const half = withHalves(chart);
  return {
    heads: headsOf(chart),
    rows: rows.map((row) => [
      typeof row.x === "number" ? onAxis(row.x, x) : row.x,
      ...series.flatMap((_, i) => {
        const value = row.values[i];
        const mean = value === undefined ? "–" : onAxis(value, y);
        if (!half) return [mean];
        const margin = row.halves?.[i];
        return [mean, margin === undefined ? "" : onAxis(margin, y)];
      }),
    ]),
  };
}

/** The same as CSV, with unrounded numbers. */
export function chartCsv(chart: Chart): string {
  const half = withHalves(chart);
  const cells = chart.rows.map(({ x, values, halves }) => [
    x,
    ...chart.series.flatMap((_, i) => [values[i] ?? "", ...(half ? [halves?.[i] ?? ""] : [])]),
  ]);
  return csv([headsOf(chart), ...cells]);
}

function headsOf(chart: Chart): readonly string[] {
  const { x, y, series } = chart;
  const heads = series.map((name) => (series.length === 1 ? axisTitle(y) : axisTitle({ ...y, title: name })));
  return [axisTitle(x), ...heads.flatMap((head) => (withHalves(chart) ? [head, "± (95 %)"] : [head]))];
}

/** Whether an interval is known of any of its figures. */
function withHalves({ rows }: Chart): boolean {
  return rows.some(({ halves }) => halves?.some((each) => each !== undefined && each > 0));
}

/** A table as CSV (RFC 4180). */
export function csv(lines: readonly (readonly (string | number)[])[]): string {
  return lines.map((line) => line.map(quoted).join(",")).join("\r\n");
}

/** A table as a spreadsheet takes it from the clipboard. */
export function tabbed({ heads, rows }: PlainTable): string {
  return [heads, ...rows].map((line) => line.map((cell) => cell.replace(/[\t\r\n]/g, " ")).join("\t")).join("\n");
}

/** A cell of a CSV file. Text that a spreadsheet would take for a formula is kept a text. */
function quoted(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
