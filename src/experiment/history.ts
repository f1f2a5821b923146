import { type Carried, type History, historyFrom } from "../analyse/history.ts";
import type { Program } from "../compile/program.ts";
import { number } from "../model/format.ts";
import type { Field, Process } from "../model/process.ts";
import { fieldValues } from "../simulate/field-values.ts";
import type { WorkedVisit } from "../simulate/record-log.ts";
import { programOf } from "./jobs.ts";
import type { Setting } from "./versions.ts";

/** So many records are kept for playback, which takes some 100 bytes for each visit. */
export const KEPT = 5000;

/** What a replication wrote down while it ran. */
export interface Logged {
  /** What it was run with. */
  readonly set: Setting;
  /** Of its first records, in the order in which they were over. */
  readonly visits: readonly WorkedVisit[];
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
  const next = visits.find(({ record, by }) => record === kept && by === "arrived");
  const first = visits.filter(({ record }) => record < kept);
  const records = first.reduce((most, { record }) => Math.max(most, record + 1), 0);
  return historyFrom(process, first, {
    records,
    more: next !== undefined,
    until: next?.reached ?? over,
    carried: carriedBy(process, set, records),
  });
}

/** What the first records carry, in order of arrival. */
function carriedBy(process: Process, { seed, stop }: Setting, records: number): readonly Carried[] {
  const columns = process.fields.map((field) => {
    const program = programOf(process, field.id);
    const values = fieldValues(program, seed, stop, placeOf(program, field), records);
    return { field, values };
  });
  return Array.from({ length: records }, (_, record) =>
    Object.fromEntries(columns.map(({ field, values }) => [field.name, wordOf(field, values[record] ?? Number.NaN)])),
  );
}

function placeOf({ carried }: Program, { id }: Field): number {
  return carried.findIndex((each) => each.id === id);
}

function wordOf(field: Field, value: number): string {
  if (Number.isNaN(value)) return "unknown";
  if (field.type === "boolean") return value === 1 ? "yes" : "no";
  return field.type === "choice" ? (field.options[value]?.value ?? "unknown") : number(value);
}
