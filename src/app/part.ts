import { freshId, freshName, idsOf } from "../model/edit/ids.ts";
import { namesIn } from "../model/part.ts";
import type { Flow, Process, ProcessNode } from "../model/process.ts";

/** The lists of what nodes name, such as teams. */
const SUPPORT = ["departments", "teams", "systems", "data", "fields", "calendars", "stages"] as const;

/**
 * Adds a part to a process: its nodes, flows and notes under new ids and names, and whatever they name that the process lacks.
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
  const ids = idsOf(process);
  const names = new Map<string, string>();
  const rename = (id: string) => {
    const fresh = freshId(process, id, taken);
    taken.add(fresh);
    names.set(id, fresh);
  };
  const missing = Object.fromEntries(
    SUPPORT.map((list) => {
      const known = new Set(process[list].map(({ id }) => id));
      return [list, part[list].filter(({ id }) => !known.has(id))];
    }),
  ) as unknown as Pick<Process, (typeof SUPPORT)[number]>;
  // What the process lacks keeps its id, unless something else there has it.
  for (const { id } of SUPPORT.flatMap((list) => missing[list] as readonly { readonly id: string }[]))
    if (ids.has(id)) rename(id);
  for (const { id } of [...part.nodes, ...part.flows, ...part.notes]) rename(id);

  const made: ProcessNode[] = [];
  for (const node of part.nodes) {
    const place = node.x === undefined || node.y === undefined ? {} : { x: node.x + by.x, y: node.y + by.y };
    // “Call 2” copied is “Call 3”, not “Call 2 2”.
    const base = node.name.replace(/ \d+$/, "");
    const name = freshName({ ...process, nodes: [...process.nodes, ...made] }, "nodes", base);
    made.push({ ...renamed(node, names), ...place, name });
  }
  const own = new Set(part.nodes.map(({ id }) => id));
  const flows = part.flows
    .filter(({ from, to }) => own.has(from) && own.has(to))
    .map((flow): Flow => ({ ...renamed(flow, names), to: names.get(flow.to) ?? flow.to }));
  const notes = part.notes.map((note) => ({
    ...note,
    id: names.get(note.id) ?? note.id,
    ...(note.x === undefined || note.y === undefined ? {} : { x: note.x + by.x, y: note.y + by.y }),
  }));
  const support = SUPPORT.map((list) => [
    list,
    missing[list].length === 0 ? process[list] : [...process[list], ...renamed(missing[list], names)],
  ]);
  return {
    process: {
      ...process,
      ...(Object.fromEntries(support) as Pick<Process, (typeof SUPPORT)[number]>),
      nodes: [...process.nodes, ...made],
      flows: [...process.flows, ...flows],
      notes: [...process.notes, ...notes],
    },
    added: made.map(({ id }) => id),
  };
}

/** Keys whose texts are never ids: what people wrote, and the values that rules compare with. */
const WORDS: ReadonlySet<string> = new Set([
  "name",
  "description",
  "label",
  "text",
  "link",
  "kind",
  "to",
  "extensions",
]);

/** Data with ids replaced, wherever they are named. */
function renamed<T>(data: T, names: ReadonlyMap<string, string>): T {
  if (typeof data === "string") return (names.get(data) ?? data) as T;
  if (Array.isArray(data)) return data.map((each) => renamed(each, names)) as T;
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).map(([key, value]) => {
    if (WORDS.has(key)) return [key, value];
    // What a start sets: the keys are fields, the values are theirs.
    if (key === "set" && typeof value === "object" && value !== null)
      return [key, Object.fromEntries(Object.entries(value).map(([field, to]) => [names.get(field) ?? field, to]))];
    return [key, renamed(value, names)];
  });
  return Object.fromEntries(entries) as T;
}
