import { listCell, listOf } from "../../io/table/lists.ts";
import { nameKey } from "../../io/table/names.ts";
import { newEntry } from "../../model/edit/entries.ts";
import { add } from "../../model/edit.ts";
import type { Process } from "../../model/process.ts";

/** The lists whose entries a cell of the process table names. */
export type CellList = "departments" | "teams" | "systems" | "data" | "stages";

/** What one entry of each list is called where it is made by naming it. */
const WORDS: Readonly<Record<CellList, string>> = {
  departments: "department",
  teams: "team",
  systems: "system",
  data: "document",
  stages: "stage",
};

/** A process in which everything that was named exists, and the ids of what was named. */
export interface Found {
  readonly process: Process;
  readonly ids: readonly string[];
  /** What had to be made, as in “team “Legal””. */
  readonly made: readonly string[];
}

/** The entries of a list that go by these names, whatever their case; those that do not exist are made. */
export function entriesNamed(process: Process, list: CellList, names: readonly string[]): Found {
  let grown = process;
  const ids: string[] = [];
  const made: string[] = [];
  for (const name of names) {
    const known =
      grown[list].find((each) => nameKey(each.name) === nameKey(name)) ?? grown[list].find(({ id }) => id === name);
    const entry = known ?? newEntry(grown, list, name);
    if (!known) {
      grown = add(grown, list, entry);
      made.push(`${WORDS[list]} “${name}”`);
    }
    if (!ids.includes(entry.id)) ids.push(entry.id);
  }
  return { process: grown, ids, made };
}

/** What a cell calls an entry: its name, or its id where it has none or shares it with another. */
export function entryWords(process: Process, list: CellList, id: string | undefined): string {
  return id === undefined ? "" : (callsOf(process[list], ({ name }) => name).get(id) ?? id);
}

interface Called {
  readonly id: string;
  readonly name: string;
}

const known = new WeakMap<readonly Called[], ReadonlyMap<string, string>>();

/**
 * What cells call the entries of a list, by id; worked out once a list.
 *
 * @param nameOf - The name of an entry; an entry without one, or that shares it, goes by its id.
 */
export function callsOf<T extends Called>(
  entries: readonly T[],
  nameOf: (entry: T) => string,
): ReadonlyMap<string, string> {
  const before = known.get(entries);
  if (before) return before;
  const count = new Map<string, number>();
  for (const entry of entries) count.set(nameKey(nameOf(entry)), (count.get(nameKey(nameOf(entry))) ?? 0) + 1);
  const callOf = (entry: T) => {
    const name = nameOf(entry);
    return name.trim() === "" || count.get(nameKey(name)) !== 1 ? entry.id : name;
  };
  // Where two entries share an id, the first counts.
  const calls = new Map(entries.toReversed().map((entry) => [entry.id, callOf(entry)]));
  known.set(entries, calls);
  return calls;
}

/** Several entries as one cell; {@link namesIn} takes it apart again. */
export function entriesWords(process: Process, list: CellList, ids: readonly string[] = []): string {
  return listCell(ids.map((id) => entryWords(process, list, id)));
}

/**
 * The names in a cell, between commas, semicolons or line ends. A cell that is one known name is that name, even if
 * there is a comma in it.
 */
export function namesIn(process: Process, list: CellList, text: string): readonly string[] {
  const whole = process[list].some(({ name }) => nameKey(name) === nameKey(text));
  return whole ? [text.trim()] : listOf(text);
}
