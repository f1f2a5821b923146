import { type Carried, type History, historyFrom } from "../analyse/history.ts";
import type { Program } from "../compile/program.ts";
import { number } from "../model/format.ts";
import type { Field, Process } from "../model/process.ts";
import { fieldValues } from "../simulate/field-values.ts";
import type { WorkedVisit } from "../simulate/record-log.ts";
import type { Limits } from "../simulate/stop.ts";
import { settings } from "./base.ts";
import { programOf } from "./jobs.ts";
import type { RunOptions } from "./options.ts";
import { replay } from "./replay.ts";

/** So many records are kept; playing them back takes some 100 bytes for each visit. */
const KEPT = 5000;

/**
 * What happened in the first replication of a run, record by record. Since chance is drawn by key, it is the very history
 * that the run’s figures were taken from.
 *
 * @param process - Without errors.
 * @param onProgress - Told the share done so far, from 0 to 1.
 * @param limits - As with `run`.
 * @param kept - How many records are kept at the most, in order of arrival.
 */
export function historyOf(
  process: Process,
  options: RunOptions,
  onProgress: (done: number) => void = () => {},
  limits: Partial<Limits> = {},
  kept = KEPT,
): History {
  const visits: WorkedVisit[] = [];
  let records = 0;
  let until = Number.POSITIVE_INFINITY;
  const push = (visit: WorkedVisit) => {
    if (visit.by === "arrived" && visit.record >= kept) until = Math.min(until, visit.left);
    if (visit.record >= kept) return;
    records = Math.max(records, visit.record + 1);
    visits.push(visit);
  };
  const full = () => until < Number.POSITIVE_INFINITY;
  const last = replay(process, options, { push, full }, onProgress, limits);
  const more = full();
  return historyFrom(process, visits, {
    records,
    more,
    until: Math.min(until, last),
    carried: carriedBy(process, options, records),
  });
}

/** What the first records carry, in order of arrival. */
function carriedBy(process: Process, options: RunOptions, records: number): readonly Carried[] {
  const { seed, stop } = settings(process, options);
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
