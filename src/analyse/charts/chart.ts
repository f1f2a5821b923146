/** What an axis says. */
export interface Axis {
  readonly title: string;
  /** Empty for plain numbers. */
  readonly unit: string;
  /** How many digits its figures are written with. */
  readonly digits: number;
  /** What intervals are not drawn beyond, such as 100 % of all time. */
  readonly most?: number;
}

/** One row of a chart: a place on the axis below, or a name; and the value of each series, in the unit of its axis. */
export interface ChartRow {
  readonly x: number | string;
  /** Undefined where there is nothing, such as a team’s load while nobody is on shift. */
  readonly values: readonly (number | undefined)[];
  /** How far the 95 % interval reaches to either side, where it is known. */
  readonly halves?: readonly (number | undefined)[];
}

/** Something that a chart shows in words and lines at a place on the axis below. */
export interface ChartMark {
  readonly at: number;
  readonly label: string;
  /** Whether it is an aim, or something found. */
  readonly aim: boolean;
}

/**
 * A chart as plain data: the page draws it, reports draw it, and the table behind it is its rows.
 *
 * A `course` is lines over time, a `histogram` columns over a range of numbers, `bars` lie beside their names; with
 * several series they are stacked.
 */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What is to be seen, as a sentence. */
  readonly message: string;
  readonly kind: "course" | "histogram" | "bars";
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly string[];
  readonly rows: readonly ChartRow[];
  readonly marks: readonly ChartMark[];
  /** Which part of the axis of the places, and of the values, is shown; bars have names instead of places. */
  readonly across: Ticks;
  readonly up: Ticks;
  /** Of lines, by series: where the 95 % interval is, as bands without a gap; none where no interval is known. */
  readonly bands: readonly (readonly (readonly BandPoint[])[])[];
}

/** Where a series and its 95 % interval are at a place. */
export interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** A chart with its axes measured out. */
export function chartOf(chart: Omit<Chart, "across" | "up" | "bands">): Chart {
  const { kind, rows, y } = chart;
  const xs = rows.map(({ x }) => Number(x));
  const width = kind === "histogram" ? (xs[1] ?? 1) - (xs[0] ?? 0) : 0;
  const last = kind === "bars" ? 1 : (xs.at(-1) ?? 0) + width;
  const across = ticksFor(0, last, 7);
  return {
    ...chart,
    across: { low: 0, high: last, at: across.at.filter((at) => at <= last) },
    up: ticksFor(0, greatest(chart), kind === "bars" ? 6 : 4),
    bands: kind === "course" ? chart.series.map((_, series) => bandsOf(rows, series, y)) : [],
  };
}

/** Which part of an axis is shown, and where its figures stand. */
export interface Ticks {
  readonly low: number;
  readonly high: number;
  readonly at: readonly number[];
}

/** Steps that read well, times a power of ten. */
const STEPS = [1, 2, 5, 10];

/**
 * Round figures for an axis.
 *
 * @param low - The least value shown.
 * @param high - The greatest; no less than `low`.
 * @param about - How many figures there is room for.
 * @example
 * ticksFor(0, 87, 5); // { low: 0, high: 100, at: [0, 20, 40, 60, 80, 100] }
 */
export function ticksFor(low: number, high: number, about = 5): Ticks {
  const range = high - low > 0 ? high - low : 1;
  let power = 1;
  while (power * 10 <= range / about) power *= 10;
  while (power > range / about) power /= 10;
  const step = power * (STEPS.find((each) => power * each >= range / about) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const at = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { low: at[0]!, high: at.at(-1)!, at };
}

/** The title of an axis with its unit. */
export function axisTitle({ title, unit }: Axis): string {
  return unit === "" ? title : `${title}, ${unit}`;
}

/** The bands of a series around its line, one for each stretch without a gap; none where no interval is known. */
function bandsOf(rows: readonly ChartRow[], series: number, y: Axis): readonly (readonly BandPoint[])[] {
  const bands: BandPoint[][] = [[]];
  for (const { x, values, halves } of rows) {
    const [value, half] = [values[series], halves?.[series]];
    if (value === undefined || half === undefined) bands.push([]);
    else bands.at(-1)!.push({ x: Number(x), low: Math.max(0, value - half), high: upper(value, half, y) });
  }
  return bands.filter((band) => band.length > 1 && band.some(({ low, high }) => high > low));
}

function upper(value: number, half: number, { most = Number.POSITIVE_INFINITY }: Axis): number {
  return Math.max(value, Math.min(value + half, most));
}

/** The greatest value of a chart: of bars, all of a row together; of lines, with their bands. */
function greatest({ kind, rows, y }: Pick<Chart, "kind" | "rows" | "y">): number {
  const tops = rows.map(({ values, halves }) => {
    const known = values.map((value) => value ?? 0);
    if (kind === "bars") return known.reduce((sum, value) => sum + value, 0);
    return Math.max(0, ...known.map((value, i) => upper(value, kind === "course" ? (halves?.[i] ?? 0) : 0, y)));
  });
  return tops.reduce((a, b) => Math.max(a, b), 0);
}
