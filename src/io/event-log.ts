import type { Process } from "../model/process.ts";
import type { Codec } from "./codec.ts";
import { clockOf, placesOf } from "./log/places.ts";
import { errorsOf } from "./obstacles.ts";

/** One visit of a record to a node, as a run tells it when it is over; times are minutes from the start of the run. */
export interface LoggedVisit {
  readonly record: number;
  readonly node: string;
  readonly reached: number;
  /** NaN where it left before work began. */
  readonly began: number;
  /** Infinity where it was still there when the run was over. */
  readonly left: number;
  readonly by: "done" | "gives-up" | "full" | "arrived" | "end" | "inside" | "coming";
  readonly cost: number;
  /** The team that did the work. */
  readonly team?: string;
}

/** The columns of an event log, as process mining tools know them. */
export const EVENT_LOG_COLUMNS = [
  "case_id",
  "activity",
  "enable_time",
  "start_time",
  "end_time",
  "resource",
  "department",
  "cost",
] as const;

/** So many characters are handed on at a time. */
const CHUNK = 1 << 16;

/**
 * Writes visits as an event log in CSV (RFC 4180), as they come: one row for each visit to a step or a wait.
 *
 * `enable_time` is when the record reached it, `start_time` when work began, `end_time` when it left; the wall clock at
 * work, without zones, to the millisecond. A row without a `start_time` is of a record that left before work began,
 * because its patience ran out or because it found the queue full (then it left the moment it came). A row without an
 * `end_time` is of a record that was still there when the run was over. `resource` is the team, `department` the team's,
 * or, where there is none, the node's; `cost` is what the visit cost.
 *
 * @param write - Given the text in pieces, the first at once.
 * @returns Where to push the visits, and what to call after the last.
 */
export function eventLog(
  process: Process,
  write: (text: string) => void,
): { readonly push: (visit: LoggedVisit) => void; readonly end: () => void } {
  const clock = clockOf(process);
  const places = placesOf(process, cell);
  let text = `${EVENT_LOG_COLUMNS.join(",")}\r\n`;
  return {
    push: ({ record, node, reached, began, left, cost, team }) => {
      const place = places.get(node);
      if (place === undefined) return;
      const department = team === undefined ? place.department : place.departmentOf(team);
      const start = Number.isNaN(began) ? "" : clock(began);
      const resource = team === undefined ? "" : place.teamName(team);
      const end = left === Number.POSITIVE_INFINITY ? "" : clock(left);
      text += `${record},${place.activity},${clock(reached)},${start},${end},${resource},${department},${cost}\r\n`;
      if (text.length < CHUNK) return;
      write(text);
      text = "";
    },
    end: () => write(text),
  };
}

/** A cell of a CSV file. Text that a spreadsheet would take for a formula is kept a text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The last run as a table of events. */
export const eventLogCsv = {
  id: "event-log",
  name: "Event log (CSV)",
  extension: ".log.csv",
  mime: "text/csv",
  write: async (process, _drawing, { replay } = {}) => {
    if (!replay) throw new RangeError("a log of events needs somebody who runs the process");
    const pieces: string[] = [];
    const log = eventLog(process, (piece) => pieces.push(piece));
    await replay(log);
    log.end();
    return pieces.join("");
  },
  obstacles: errorsOf,
  losses: () => LOG_LOSSES,
} as const satisfies Codec;

/** What any log of events says of itself before it is written. */
export const LOG_LOSSES = [
  "An event log is what the first replication of a run did, visit by visit, for process mining tools. It cannot be opened again.",
] as const;
