import type { Program } from "../compile/program.ts";
import { type Areas, measure, noAreas } from "./averages.ts";
import type { Run } from "./run.ts";

/** A run as it went: in buckets of equal length, the areas under what goes up and down with time. */
export interface Series {
  /** How long a bucket is, in minutes: one of `WIDTHS`, each of which is a multiple of the one before. */
  readonly width: number;
  /** How many whole buckets there are. */
  readonly buckets: number;
  /** One row for each moment between buckets, the start first: areas up to then; see `columnsOf`. */
  readonly areas: Float64Array;
}

/** Where a row of a series has what: by node in the process, or by pool. */
export interface Columns {
  readonly inside: 0;
  /** The first of the columns for the queues of nodes, for the busy people of pools, for the time on shift of pools. */
  readonly queue: number;
  readonly busy: number;
  readonly open: number;
  readonly length: number;
}

/** The columns of a program's series. */
export function columnsOf({ stations, pools }: Program): Columns {
  const busy = 1 + stations;
  return { inside: 0, queue: 1, busy, open: busy + pools.length, length: busy + 2 * pools.length };
}

const [S, H, D] = [1 / 60, 60, 1440];
/** Lengths of time that people think in, in minutes. */
const WIDTHS = [S, 5 * S, 15 * S, 30 * S, 1, 5, 15, 30, H, 2 * H, 4 * H, 8 * H, D, 7 * D, 14 * D];

/** Once there are more buckets than this, they are made longer. */
const MOST = 150;

/**
 * Takes down a series while a run goes on. As areas are read only between two buckets, it costs next to nothing, and as
 * buckets grow longer where a run does, it takes no more room for a long one.
 */
export class SeriesLog {
  /** When to take down the next row. */
  next: number;
  private width: number;
  private step = 1;
  private rows: Float64Array;
  private count = 1;
  private readonly columns: Columns;
  private readonly areas: Areas;

  /** @param expected - How long the run will take, roughly, in minutes. */
  constructor(program: Program, expected: number) {
    this.columns = columnsOf(program);
    this.areas = noAreas(program);
    this.width = WIDTHS.findLast((width) => expected / width > MOST) ?? S;
    while (expected / this.width > 2 * MOST && this.width >= 14 * D) this.width *= 2;
    this.rows = new Float64Array(this.columns.length * (MOST + 1));
    this.next = this.width;
  }

  /** Takes down the row of this moment, and says when the next one is due. */
  take(run: Run): void {
    const { columns, rows } = this;
    const { inside, queue, busy, open } = measure(run, this.areas);
    const row = this.count++ * columns.length;
    rows[row] = inside;
    rows.set(queue, row + columns.queue);
    rows.set(busy, row + columns.busy);
    rows.set(open, row + columns.open);
    if (this.count > MOST) this.coarsen();
    this.next = ++this.step * this.width;
  }

  /** No more rows are wanted: the arrivals are over. */
  end(): void {
    this.next = Number.POSITIVE_INFINITY;
  }

  /** What was taken down. */
  series(): Series {
    return {
      width: this.width,
      buckets: this.count - 1,
      areas: this.rows.slice(0, this.count * this.columns.length),
    };
  }

  private coarsen(): void {
    const width = wider(this.width);
    const { areas, buckets } = coarser(this.series(), width, this.columns.length);
    this.rows = new Float64Array(this.rows.length);
    this.rows.set(areas);
    this.count = buckets + 1;
    this.step = buckets;
    this.width = width;
  }
}

/** The next longer bucket. */
function wider(width: number): number {
  return WIDTHS.find((each) => each > width) ?? width * 2;
}

/**
 * The same series in longer buckets.
 *
 * @param width - A multiple of the series' own.
 * @param columns - How many there are in a row.
 */
export function coarser({ width: own, buckets, areas }: Series, width: number, columns: number): Series {
  const each = Math.round(width / own);
  const count = Math.floor(buckets / each);
  const kept = new Float64Array((count + 1) * columns);
  for (let row = 0; row <= count; row++)
    kept.set(areas.subarray(row * each * columns, (row * each + 1) * columns), row * columns);
  return { width, buckets: count, areas: kept };
}
