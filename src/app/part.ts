import { freshId } from "../model/edit/ids.ts";
import type { Flow, Process, ProcessNode } from "../model/process.ts";

/**
 * The part of a process that some of its nodes make: they, the flows between them, and what they name, such as their
 * teams. It is a process of its own.
 */
export function partOf(process: Process, chosen: ReadonlySet<string>): Process {
  const nodes = process.nodes.filter(({ id }) => chosen.has(id));
  const flows = process.flows.filter(({ from, to }) => chosen.has(from) && chosen.has(to));
  const names = namesIn([nodes, flows]);
  const teams = process.teams.filter(({ id }) => names.has(id));
  const all = new Set([...names, ...namesIn(teams)]);
  const named = <T extends { readonly id: string }>(list: readonly T[]) => list.filter(({ id }) => all.has(id));
  return {
    name: process.name,
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
    notes: [],
    scenarios: [],
  };
}

/**
 * Adds a part to a process: its nodes and flows under new ids, and whatever they name that the process lacks.
 *
 * @param by - How far to move the part's nodes, in pixels.
 * @returns The process, and the ids of the new nodes in it.
 */
export function withPart(
  process: Process,
  part: Process,
  by: { readonly x: number; readonly y: number },
): { readonly process: Process; readonly added: readonly string[] } {
  const taken = namesIn(part);
  const renamed = new Map<string, string>();
  const rename = (id: string) => {
    const fresh = freshId(process, id, taken);
    taken.add(fresh);
    renamed.set(id, fresh);
    return fresh;
  };
  const nodes = part.nodes.map((node): ProcessNode => {
    const place = node.x === undefined || node.y === undefined ? {} : { x: node.x + by.x, y: node.y + by.y };
    return { ...node, ...place, id: rename(node.id) };
  });
  const flows = part.flows.flatMap((flow): Flow[] => {
    const [from, to] = [renamed.get(flow.from), renamed.get(flow.to)];
    return from === undefined || to === undefined ? [] : [{ ...flow, id: rename(flow.id), from, to }];
  });
  const joined = <T extends { readonly id: string }>(ours: readonly T[], theirs: readonly T[]): readonly T[] => {
    const known = new Set(ours.map(({ id }) => id));
    const missing = theirs.filter(({ id }) => !known.has(id));
    return missing.length === 0 ? ours : [...ours, ...missing];
  };
  return {
    process: {
      ...process,
      departments: joined(process.departments, part.departments),
      teams: joined(process.teams, part.teams),
      systems: joined(process.systems, part.systems),
      data: joined(process.data, part.data),
      fields: joined(process.fields, part.fields),
      calendars: joined(process.calendars, part.calendars),
      stages: joined(process.stages, part.stages),
      nodes: [...process.nodes, ...nodes],
      flows: [...process.flows, ...flows],
    },
    added: nodes.map(({ id }) => id),
  };
}

/** Every text in some data, as a value or as a key: among them all the ids that it names. */
function namesIn(data: unknown, found: Set<string> = new Set()): Set<string> {
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
