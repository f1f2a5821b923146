import type { EntryOf } from "../edit.ts";
import type { ListName, Process } from "../process.ts";
import { freshId, freshName } from "./ids.ts";

/** The lists of named things that are not drawn themselves. */
export type NamedList = Exclude<ListName, "nodes" | "flows" | "notes">;

const OFFICE = ["09:00-17:00"];

/** What a new entry of each list has besides its id and name. */
const DEFAULTS: { readonly [L in NamedList]: (process: Process) => Omit<EntryOf<L>, "id" | "name"> } = {
  departments: () => ({}),
  teams: () => ({ people: 1 }),
  systems: () => ({}),
  data: () => ({}),
  fields: () => ({ type: "number" }),
  calendars: () => ({ week: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE } }),
  stages: () => ({}),
  // From the first start to the first step: how soon somebody looks at what has come in.
  targets: ({ nodes }) => ({
    from: (nodes.find(({ kind }) => kind === "start") ?? nodes[0])?.id ?? "",
    to: (nodes.find(({ kind }) => kind === "step") ?? nodes.at(-1))?.id ?? "",
    within: { value: 1, unit: "d" },
  }),
  scenarios: () => ({ changes: [] }),
};

/** What a new entry of each list is called if nobody says. */
const NAMES: Readonly<Record<NamedList, string>> = {
  departments: "Department",
  teams: "Team",
  systems: "System",
  data: "Document",
  fields: "Field",
  calendars: "Office hours",
  stages: "Stage",
  targets: "Target",
  scenarios: "Scenario",
};

/**
 * An entry that the process does not have yet, with an id of its own. Pass it to `add`.
 *
 * @param name - Left out, it gets a name that no other entry of the list has.
 */
export function newEntry<L extends NamedList>(process: Process, list: L, name?: string): EntryOf<L> {
  const called = name ?? freshName(process, list, NAMES[list]);
  return { ...DEFAULTS[list](process), id: freshId(process, called), name: called } as unknown as EntryOf<L>;
}
