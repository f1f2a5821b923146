import type { Program } from "../compile/program.ts";
import { BY, type RecordLog } from "./record-log.ts";

/**
 * Visits column by column, in the order in which they were over: plain data, which others can be handed at next to no
 * cost. The columns mean what they do in `Visit`. Times are minutes.
 */
export interface Visits extends Columns {
  /** Ids of nodes. */
  readonly nodes: readonly string[];
  /** Ids of flows. */
  readonly flows: readonly string[];
}

interface Columns {
  readonly record: Int32Array;
  /** Places in `nodes`; of a record that is coming, in `flows`. */
  readonly place: Int32Array;
  /** Places in `BY`. */
  readonly by: Uint8Array;
  readonly reached: Float64Array;
  readonly began: Float64Array;
  readonly left: Float64Array;
}

/** A log that keeps visits, without what was done in them: 33 bytes for each. */
export class VisitLog implements RecordLog {
  readonly records: number;
  private readonly nodes: readonly string[];
  private readonly flows: readonly string[];
  private columns = columnsOf(FIRST);
  private count = 0;

  /**
   * @param program - What runs, before any copies are made of it.
   * @param records - About how many records it is, in order of arrival.
   */
  constructor({ nodes, flows }: Program, records: number) {
    this.nodes = nodes.map(({ id }) => id);
    this.flows = flows;
    this.records = records;
  }

  /** As any log; what was done is not kept. */
  write(record: number, place: number, by: number, reached: number, began: number, left: number): void {
    const row = this.count++;
    if (row === this.columns.record.length) this.columns = columnsOf(2 * row, this.columns);
    const { columns } = this;
    columns.record[row] = record;
    columns.place[row] = place % (by === COMING ? this.flows : this.nodes).length;
    columns.by[row] = by;
    columns.reached[row] = reached;
    columns.began[row] = began;
    columns.left[row] = left;
  }

  /** What was written so far. */
  visits(): Visits {
    const { nodes, flows, columns, count } = this;
    return { nodes, flows, ...columnsOf(count, columns) };
  }
}

/** So many rows there is room for at first. */
const FIRST = 1024;
const COMING = BY.indexOf("coming");

/** Columns of a length, filled from others as far as these, and they, go. */
function columnsOf(length: number, from?: Columns): Columns {
  const columns: Columns = {
    record: new Int32Array(length),
    place: new Int32Array(length),
    by: new Uint8Array(length),
    reached: new Float64Array(length),
    began: new Float64Array(length),
    left: new Float64Array(length),
  };
  if (from) for (const name of NAMES) columns[name].set(from[name].subarray(0, length));
  return columns;
}

const NAMES = ["record", "place", "by", "reached", "began", "left"] as const satisfies readonly (keyof Columns)[];
