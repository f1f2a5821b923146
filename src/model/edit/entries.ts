import type { EntryOf } from "../edit.ts";
import type { Process } from "../process.ts";
import { freshId, freshName } from "./ids.ts";

/** The lists of things that nodes refer to and that need no more than a name to begin with. */
export type NamedList = "departments" | "teams" | "systems" | "data" | "fields" | "stages";

/** What a new entry of each list has besides its id and name. */
const DEFAULTS: { readonly [L in NamedList]: Omit<EntryOf<L>, "id" | "name"> } = {
  departments: {},
  teams: { people: 1 },
  systems: {},
  data: {},
  fields: { type: "number" },
  stages: {},
};

/** What a new entry of each list is called if nobody says. */
const NAMES: Readonly<Record<NamedList, string>> = {
  departments: "Department",
  teams: "Team",
  systems: "System",
  data: "Document",
  fields: "Field",
  stages: "Stage",
};

/**
 * An entry that the process does not have yet, with an id of its own. Pass it to `add`.
 *
 * @param name - Left out, it gets a name that no other entry of the list has.
 */
export function newEntry<L extends NamedList>(process: Process, list: L, name?: string): EntryOf<L> {
  const called = name ?? freshName(process, list, NAMES[list]);
  return { ...DEFAULTS[list], id: freshId(process, called), name: called } as unknown as EntryOf<L>;
}
