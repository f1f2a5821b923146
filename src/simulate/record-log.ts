import type { Engine } from "./engine.ts";

/**
 * One visit of a record to a node that takes time, written when the visit is over, or, where it is not, when the run is.
 * Times are minutes.
 */
export interface Visit {
  /** Which record it is, counted from 0 in order of arrival. */
  readonly record: number;
  /** A node; of a record on its way when the run was over, the flow that it was on. */
  readonly node: string;
  /** When it reached the node, or would have. */
  readonly reached: number;
  /** When work on it began; for a wait, when it reached it; NaN where it left without. */
  readonly began: number;
  /** Infinity where it was still there when the run was over. */
  readonly left: number;
  /**
   * How it left; `arrived` for the visit to a start, `end` for that to an end. When the run was over, it was `inside`, or
   * `coming`.
   */
  readonly by: (typeof BY)[number];
}

/** How visits end. */
export const BY = ["done", "gives-up", "full", "arrived", "end", "inside", "coming"] as const;

/** A visit with what was done in it. */
export interface WorkedVisit extends Visit {
  /** Hands-on minutes; 0 where no work was done. */
  readonly work: number;
  /** What the work cost; of a batch, the record's share of it. */
  readonly cost: number;
  /** The team that did it, if one did. */
  readonly team?: string;
}

/** Where visits are written, in the order in which they are over; a list will do. */
export interface RecordLog {
  push(visit: WorkedVisit): unknown;
  /** Only the first so many records, in order of arrival, are written about. @default all */
  readonly records?: number;
}

/** Whether a log is about a record. */
export function isAbout({ records = Number.POSITIVE_INFINITY }: RecordLog, record: number): boolean {
  return record < records;
}

/**
 * A visit that is over now.
 *
 * @param pool - Who did the work; −1 where none was done.
 */
export function visitOf(
  { tokens, program, now }: Engine,
  token: number,
  node: number,
  began: number,
  by: Visit["by"],
  work: number,
  cost: number,
  pool: number,
): WorkedVisit {
  const team = program.pools[pool]?.team?.id;
  return {
    record: tokens.number[tokens.record[token]!]!,
    node: program.nodes[node]!.id,
    reached: by === "arrived" ? now : tokens.since[token]!,
    began,
    left: now,
    by,
    work,
    cost,
    ...(team === undefined ? {} : { team }),
  };
}
