import type { Program } from "../compile/program.ts";
import { type Columns, coarser, columnsOf, type Series } from "../simulate/series.ts";
import type { Replication } from "../simulate/simulate.ts";
import { confidence } from "./confidence.ts";

/** A figure as it went, one number for each bucket of time; rounded to five digits, null where there is none. */
export interface Course {
  readonly mean: readonly number[];
  /** How far the 95 % interval over replications reaches to either side. */
  readonly half: readonly number[];
}

/** A run as it went, warm-up and all, in buckets of equal length from the start to the last arrival. */
export interface Courses {
  /** How long a bucket is. */
  readonly bucketMinutes: number;
  /** How many records are inside. */
  readonly inside: Course;
  readonly steps: Readonly<Record<string, { readonly queue: Course }>>;
  /** Of the time on shift; null for buckets with none. */
  readonly teams: Readonly<Record<string, { readonly utilisation: Course }>>;
}

/** The courses of a run: averages over each bucket of time, over as many buckets as all replications have. */
export function coursesOf(program: Program, runs: readonly Replication[]): Courses {
  const columns = columnsOf(program);
  const width = Math.max(...runs.map(({ series }) => series.width));
  const alike = runs.map(({ series }) => coarser(series, width, columns.length));
  const buckets = Math.min(...alike.map((series) => series.buckets));
  const course = (figure: (series: Series, bucket: number) => number): Course => {
    const stats = Array.from({ length: buckets }, (_, i) => confidence(alike.map((series) => figure(series, i))));
    return {
      mean: stats.map(({ mean }) => short(mean)),
      half: stats.map(({ mean, ci95 }) => short(ci95[1] - mean)),
    };
  };
  const grown = (column: number) => growth(columns, column);
  const inside = grown(columns.inside);
  return {
    bucketMinutes: width,
    inside: course((series, i) => inside(series, i) / width),
    steps: Object.fromEntries(
      program.nodes.flatMap((node, at) => {
        const queue = grown(columns.queue + at);
        return node.kind === "step" ? [[node.id, { queue: course((series, i) => queue(series, i) / width) }]] : [];
      }),
    ),
    teams: Object.fromEntries(
      program.pools.flatMap(({ team, size }, pool) => {
        const [busy, open] = [grown(columns.busy + pool), grown(columns.open + pool)];
        const load = (series: Series, i: number) => {
          const minutes = open(series, i);
          return minutes > 0 ? busy(series, i) / (minutes * size) : Number.NaN;
        };
        return team ? [[team.id, { utilisation: course(load) }]] : [];
      }),
    ),
  };
}

/** By how much an area grows in a bucket. */
function growth({ length }: Columns, column: number): (series: Series, bucket: number) => number {
  return ({ areas }, bucket) => areas[(bucket + 1) * length + column]! - areas[bucket * length + column]!;
}

/** Five digits are more than a chart shows; what is left of the difference of two sums is no more than rounding. */
const short = (value: number) => (Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(5)));
