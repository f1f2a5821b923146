import type { Process } from "../model/process.ts";
import { nameOf } from "../model/words.ts";

/** One visit of a record to a node, as a run tells it when it is over; times are minutes from the start of the run. */
export interface LoggedVisit {
  readonly record: number;
  readonly node: string;
  readonly reached: number;
  /** NaN where it left before work began. */
  readonly began: number;
  readonly left: number;
  readonly by: "done" | "gives-up" | "full" | "arrived" | "end";
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

/** What a run that names no start begins at. */
const DEFAULT_START = "2026-01-05T00:00";

/** So many characters are handed on at a time. */
const CHUNK = 1 << 16;

/**
 * Writes visits as an event log in CSV (RFC 4180), as they come: one row for each visit to a step or a wait.
 *
 * `enable_time` is when the record reached it, `start_time` when work began, `end_time` when it left; the wall clock at
 * work, without zones, to the millisecond. A row without a `start_time` is of a record that left before work began,
 * because its patience ran out or because it found the queue full (then it left the moment it came). `resource` is the
 * team, `department` the team's, or, where there is none, the node's; `cost` is what the visit cost.
 *
 * @param write - Given the text in pieces, the first at once.
 * @returns Where to push the visits, and what to call after the last.
 */
export function eventLog(
  process: Process,
  write: (text: string) => void,
): { readonly push: (visit: LoggedVisit) => void; readonly end: () => void } {
  const clock = wallClock(process.simulation?.start ?? DEFAULT_START);
  const places = placesOf(process);
  let text = `${EVENT_LOG_COLUMNS.join(",")}\r\n`;
  return {
    push: ({ record, node, reached, began, left, cost, team }) => {
      const place = places.get(node);
      if (place === undefined) return;
      const department = team === undefined ? place.department : place.departmentOf(team);
      const start = Number.isNaN(began) ? "" : clock(began);
      const resource = team === undefined ? "" : place.teamName(team);
      text += `${record},${place.activity},${clock(reached)},${start},${clock(left)},${resource},${department},${cost}\r\n`;
      if (text.length < CHUNK) return;
      write(text);
      text = "";
    },
    end: () => write(text),
  };
}

interface Place {
  readonly activity: string;
  readonly department: string;
  readonly departmentOf: (team: string) => string;
  readonly teamName: (team: string) => string;
}

/** What is written of each node that takes time. Steps that share a name are told apart by their ids. */
function placesOf(process: Process): ReadonlyMap<string, Place> {
  const timed = process.nodes.filter(({ kind }) => kind === "step" || kind === "wait");
  const name = (id: string | undefined) => (id === undefined ? "" : cell(nameOf(process, id)));
  const teams = new Map(process.teams.map(({ id, department }) => [id, { name: name(id), department }]));
  return new Map(
    timed.map(({ id, department }) => {
      const words = nameOf(process, id);
      const shared = timed.some((other) => other.id !== id && nameOf(process, other.id) === words);
      return [
        id,
        {
          activity: cell(shared ? `${words} (${id})` : words),
          department: name(department),
          departmentOf: (team: string) => name(teams.get(team)?.department ?? department),
          teamName: (team: string) => teams.get(team)?.name ?? "",
        },
      ];
    }),
  );
}

/** Minutes since the start of a run as a date and time on the wall clock. */
function wallClock(start: string): (minutes: number) => string {
  const zero = Date.parse(`${start.length > 10 ? start : `${start}T00:00`}Z`);
  return (minutes) => new Date(zero + Math.round(minutes * 60_000)).toISOString().slice(0, -1);
}

/** A cell of a CSV file. Text that a spreadsheet would take for a formula is kept a text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
