import { type History, historyFrom } from "../analyse/history.ts";
import { compile } from "../compile/compile.ts";
import type { Process } from "../model/process.ts";
import { fieldValues } from "../simulate/field-values.ts";
import { BY } from "../simulate/record-log.ts";
import type { Visits } from "../simulate/visits.ts";
import type { Setting } from "./versions.ts";

/** So many records are kept for playback, which takes 33 bytes for each visit while they are written down. */
export const KEPT = 5000;

/** What a replication wrote down while it ran. */
export interface Logged {
  /** What it was run with. */
  readonly set: Setting;
  /** Of its first records, in the order in which they were over. */
  readonly visits: Visits;
  /** When it was over, in minutes. */
  readonly over: number;
}

/**
 * What happened in a replication, record by record.
 *
 * @param logged - Of at least the first `kept` records, and when the next one arrived.
 * @param kept - How many records there are in the history at the most, in order of arrival.
 */
export function historyOf(process: Process, { set, visits, over }: Logged, kept = KEPT): History {
  const { record, by, reached } = visits;
  const next = record.findIndex((each, row) => each === kept && by[row] === ARRIVED);
  const records = record.reduce((most, each) => (each < kept ? Math.max(most, each + 1) : most), 0);
  return historyFrom(process, visits, {
    records,
    more: next >= 0,
    until: reached[next] ?? over,
    carried: carriedIn(process, set, records),
  });
}

const ARRIVED = BY.indexOf("arrived");

/** What the first records carry: by field, in order of arrival. */
function carriedIn(process: Process, { seed, stop }: Setting, records: number): readonly Float64Array[] {
  const ids = process.fields.map(({ id }) => id);
  if (ids.length === 0) return [];
  const program = compile(process, ids);
  const values = fieldValues(program, seed, stop, records);
  return ids.map((id) => values[program.carried.findIndex((each) => each.id === id)]!);
}
