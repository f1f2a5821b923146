import type { Program } from "../compile/program.ts";

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

/** Where visits are written, as numbers, in the order in which they are over. */
export interface RecordLog {
  /** Only the first so many records, in order of arrival, are written about. @default all */
  readonly records?: number | undefined;
  /**
   * Takes down a visit. What is not told here means the same as in `Visit`.
   *
   * @param place - The node, or the flow of a record that is coming, by its place in the program or in copies of it.
   * @param by - By its place in `BY`.
   * @param work - Hands-on minutes.
   * @param pool - Who did the work, by its place in the program; −1 where none was done.
   */
  write(
    record: number,
    place: number,
    by: number,
    reached: number,
    began: number,
    left: number,
    work: number,
    cost: number,
    pool: number,
  ): void;
}

/** Whether a log is about a record. */
export function isAbout({ records = Number.POSITIVE_INFINITY }: RecordLog, record: number): boolean {
  return record < records;
}

/**
 * A log that keeps nothing: it tells each visit in the words of the process.
 *
 * @param program - What runs, before any copies are made of it.
 * @param told - Where visits go; a list will do.
 */
export function tellingLog(
  { nodes, flows, pools }: Program,
  told: { push(visit: WorkedVisit): unknown },
  records?: number,
): RecordLog {
  return {
    records,
    write: (record, place, code, reached, began, left, work, cost, pool) => {
      const by = BY[code]!;
      const node = by === "coming" ? flows[place % flows.length]! : nodes[place % nodes.length]!.id;
      const team = pools[pool]?.team?.id;
      const visit = { record, node, reached, began, left, by, work, cost };
      told.push(team === undefined ? visit : { ...visit, team });
    },
  };
}
