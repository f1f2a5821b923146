import type { Process } from "./process.ts";

const NONE: ReadonlySet<string> = new Set();

/**
 * The part of a process that some of its nodes make: they, the flows between them, and what they name, such as their
 * teams. It is a process of its own.
 *
 * @param chosen - The ids of the nodes.
 * @param notes - Those of the notes that belong to it; none by default.
 */
export function partOf(process: Process, chosen: ReadonlySet<string>, notes: ReadonlySet<string> = NONE): Process {
  const nodes = process.nodes.filter(({ id }) => chosen.has(id));
  const flows = process.flows.filter(({ from, to }) => chosen.has(from) && chosen.has(to));
  const names = namesIn([nodes, flows]);
  const teams = process.teams.filter(({ id }) => names.has(id));
  const all = new Set([...names, ...namesIn(teams)]);
  const named = <T extends { readonly id: string }>(list: readonly T[]) => list.filter(({ id }) => all.has(id));
  const { name, currency, direction } = process;
  return {
    name,
    ...(currency === undefined ? {} : { currency }),
    ...(direction === undefined ? {} : { direction }),
    departments: named(process.departments),
    teams,
    systems: named(process.systems),
    data: named(process.data),
    fields: named(process.fields),
    calendars: named(process.calendars),
    stages: named(process.stages),
    nodes,
    flows,
    targets: [],
    notes: process.notes.filter(({ id }) => notes.has(id)),
    scenarios: [],
  };
}

/** Every text in some data, as a value or as a key: among them all the ids that it names. */
export function namesIn(data: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof data === "string") found.add(data);
  else if (Array.isArray(data)) for (const each of data) namesIn(each, found);
  else if (typeof data === "object" && data !== null) {
    for (const [key, value] of Object.entries(data)) {
      found.add(key);
      namesIn(value, found);
    }
  }
  return found;
}
