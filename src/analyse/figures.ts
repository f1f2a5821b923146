import { csv } from "./charts/chart-table.ts";
import type { Stat } from "./results.ts";
import { digitsOf, halfWidth, type Measure, onScale, type Scale, scaleFor } from "./words.ts";

/** A column of a table of figures: one measure of everything in the rows. */
export interface Column<Row> {
  readonly key: string;
  /** A word or three for the head. */
  readonly title: string;
  /** What it says exactly, as a sentence. */
  readonly meaning: string;
  readonly measure: Measure;
  /** The figure of a row, with its interval if it has one; nothing where the row has none. */
  readonly of: (row: Row) => Stat | number | undefined;
  /** Whether the column is left out where every figure in it is 0 or missing. */
  readonly onlyIfAny?: true;
}

/** What is said about one thing, such as a step: its name and, in each column, a figure. */
export interface TableRow<Row> {
  readonly id: string;
  readonly name: string;
  /** What tells it apart from others of the same name, or what belongs to it, such as its team. */
  readonly detail?: string;
  readonly row: Row;
}

/** How a table is sorted. Without a key its rows stand as in the process. */
export interface Order {
  readonly key: string | undefined;
  readonly falling: boolean;
}

/** The key that sorts by name. */
export const BY_NAME = "name";

/** A column with the scale that all of its figures share. */
export interface ScaledColumn<Row> extends Column<Row> {
  readonly scale: Scale;
}

/**
 * The columns that have something to say about these rows, each with its scale. All times of a table are in one unit,
 * so that waiting and work can be compared, and have the digits that their own column needs.
 *
 * @param currency - What money is counted in.
 */
export function scaled<Row>(
  columns: readonly Column<Row>[],
  rows: readonly TableRow<Row>[],
  currency?: string,
): readonly ScaledColumn<Row>[] {
  const valuesOf = (column: Column<Row>) =>
    rows.map(({ row }) => meanOf(column.of(row))).filter((value) => value !== undefined);
  const times = scaleFor("time", columns.filter(({ measure }) => measure === "time").flatMap(valuesOf));
  return columns.flatMap((column) => {
    const values = valuesOf(column);
    if (column.onlyIfAny && values.every((value) => value === 0)) return [];
    return [
      {
        ...column,
        scale: column.measure === "time" ? digitsOf(times, values) : scaleFor(column.measure, values, currency),
      },
    ];
  });
}

/** The rows in order: names by the alphabet, figures by their mean, rows without a figure last. */
export function sorted<Row>(
  rows: readonly TableRow<Row>[],
  columns: readonly Column<Row>[],
  { key, falling }: Order,
): readonly TableRow<Row>[] {
  const sign = falling ? -1 : 1;
  if (key === BY_NAME) return rows.toSorted((a, b) => sign * a.name.localeCompare(b.name, "en"));
  const column = columns.find((each) => each.key === key);
  if (!column) return rows;
  return rows.toSorted((a, b) => {
    const [x, y] = [meanOf(column.of(a.row)), meanOf(column.of(b.row))];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return sign * (x - y);
  });
}

/** What stands in a cell: the mean, and how far its interval reaches to either side, on the column's scale. */
export function cellOf<Row>(column: ScaledColumn<Row>, row: Row): { readonly mean: string; readonly half?: string } {
  const figure = column.of(row);
  if (figure === undefined) return { mean: "–" };
  if (typeof figure === "number") return { mean: onScale(figure, column.scale) };
  const half = halfWidth(figure);
  const mean = onScale(figure.mean, column.scale);
  return half === undefined ? { mean } : { mean, half: onScale(half, column.scale) };
}

/** The head of a column with its unit. */
export function headOf<Row>({ title, scale }: ScaledColumn<Row>): string {
  return scale.unit === "" ? title : `${title}, ${scale.unit}`;
}

/**
 * A table as CSV: unrounded means with their intervals, in minutes and from 0 to 1, for other programs to read.
 */
export function csvOf<Row>(nameHead: string, columns: readonly Column<Row>[], rows: readonly TableRow<Row>[]): string {
  const heads = columns.flatMap(({ title, measure }) => {
    const unit = measure === "time" ? " (min)" : "";
    return [`${title}${unit}`, `${title}${unit}, low`, `${title}${unit}, high`];
  });
  const lines = rows.map(({ id, name, row }) => [
    id,
    name,
    ...columns.flatMap((column) => {
      const figure = column.of(row);
      if (figure === undefined) return ["", "", ""];
      return typeof figure === "number" ? [figure, "", ""] : [figure.mean, ...figure.ci95];
    }),
  ]);
  return csv([["Id", nameHead, ...heads], ...lines]);
}

function meanOf(figure: Stat | number | undefined): number | undefined {
  return typeof figure === "object" ? figure.mean : figure;
}
