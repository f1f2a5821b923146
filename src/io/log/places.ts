import type { Process } from "../../model/process.ts";
import { nameOf } from "../../model/words.ts";

/** What a run that names no start begins at. */
const DEFAULT_START = "2026-01-05T00:00";

/** What a log says of one node that takes time. */
export interface Place {
  readonly activity: string;
  readonly department: string;
  readonly departmentOf: (team: string) => string;
  readonly teamName: (team: string) => string;
}

/**
 * What is written of each node that takes time. Steps that share a name are told apart by their ids.
 *
 * @param spell - How the format spells a text.
 */
export function placesOf(process: Process, spell: (text: string) => string): ReadonlyMap<string, Place> {
  const timed = process.nodes.filter(({ kind }) => kind === "step" || kind === "wait");
  const name = (id: string | undefined) => (id === undefined ? "" : spell(nameOf(process, id)));
  const teams = new Map(process.teams.map(({ id, department }) => [id, { name: name(id), department }]));
  return new Map(
    timed.map(({ id, department }) => {
      const words = nameOf(process, id);
      const shared = timed.some((other) => other.id !== id && nameOf(process, other.id) === words);
      return [
        id,
        {
          activity: spell(shared ? `${words} (${id})` : words),
          department: name(department),
          departmentOf: (team: string) => name(teams.get(team)?.department ?? department),
          teamName: (team: string) => teams.get(team)?.name ?? "",
        },
      ];
    }),
  );
}

/** Minutes since the start of the process's runs as a date and time on the wall clock, to the millisecond. */
export function clockOf({ simulation }: Process): (minutes: number) => string {
  const start = simulation?.start ?? DEFAULT_START;
  const zero = Date.parse(`${start.length > 10 ? start : `${start}T00:00`}Z`);
  return (minutes) => new Date(zero + Math.round(minutes * 60_000)).toISOString().slice(0, -1);
}
