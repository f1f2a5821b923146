import { referencesRemoved } from "./edit/references.ts";
import type { ListName, Process } from "./process.ts";

/** An entry of one of the process's lists, such as a team. */
export type EntryOf<L extends ListName> = Process[L][number];

/** New values for some of an entry's fields; `undefined` takes a field away. The id stays. */
export type Changes<T> = T extends unknown ? { readonly [K in Exclude<keyof T, "id">]?: T[K] | undefined } : never;

/** Puts an entry at the end of its list, or before the one at `index`. */
export function add<L extends ListName>(process: Process, list: L, entry: EntryOf<L>, index?: number): Process {
  const entries: readonly EntryOf<L>[] = process[list];
  return { ...process, [list]: entries.toSpliced(index ?? entries.length, 0, entry) };
}

/**
 * Changes some fields of an entry.
 *
 * @returns The same process if there is no such entry or nothing differs.
 *
 * @example
 * patch(process, "teams", "sdr", { people: 4, calendar: undefined });
 */
export function patch<L extends ListName>(
  process: Process,
  list: L,
  id: string,
  changes: Changes<EntryOf<L>>,
): Process {
  const entries: readonly EntryOf<L>[] = process[list];
  const at = entries.findIndex((entry) => entry.id === id);
  const entry = entries[at];
  if (!entry) return process;
  const changed = patched(entry, changes as object as Partial<EntryOf<L>>);
  return changed === entry ? process : { ...process, [list]: entries.with(at, changed) };
}

/** Puts another entry in the place of the one with its id, for instance a field of another type. */
export function replace<L extends ListName>(process: Process, list: L, entry: EntryOf<L>): Process {
  const entries: readonly EntryOf<L>[] = process[list];
  const at = entries.findIndex(({ id }) => id === entry.id);
  return at < 0 ? process : { ...process, [list]: entries.with(at, entry) };
}

/**
 * Takes entries out of a list, and with them every reference to them: flows of a node, the team of a step, changes
 * of a scenario. Only rules keep naming a field that is gone, because nobody but its author can say what they mean now.
 *
 * @returns The same process if there are none of these.
 */
export function remove(process: Process, list: ListName, ids: Iterable<string>): Process {
  const wanted = new Set(ids);
  const gone = new Set(process[list].map((entry) => entry.id).filter((id) => wanted.has(id)));
  if (gone.size === 0) return process;
  const entries: readonly EntryOf<ListName>[] = process[list];
  return referencesRemoved({ ...process, [list]: entries.filter((entry) => !gone.has(entry.id)) }, list, gone);
}

/** Moves an entry to another place in its list: lanes up and down, rules sooner or later. */
export function moveTo(process: Process, list: ListName, id: string, index: number): Process {
  const entries: readonly EntryOf<ListName>[] = process[list];
  const at = entries.findIndex((entry) => entry.id === id);
  const entry = entries[at];
  const to = Math.min(Math.max(0, index), entries.length - 1);
  if (!entry || at === to) return process;
  return { ...process, [list]: entries.toSpliced(at, 1).toSpliced(to, 0, entry) };
}

/** Changes what belongs to the process as a whole, such as its name. */
export function patchProcess(
  process: Process,
  changes: { readonly [K in Exclude<keyof Process, ListName>]?: Process[K] | undefined },
): Process {
  return patched(process, changes as Partial<Process>);
}

/** Changes how the process is simulated. */
export function patchSimulation(process: Process, changes: Changes<NonNullable<Process["simulation"]>>): Process {
  const before = process.simulation ?? {};
  const simulation = patched(before, changes as typeof before);
  return simulation === before ? process : { ...process, simulation };
}

/** The same object if nothing differs; a change to `undefined` takes the key away. */
function patched<T extends object>(object: T, changes: Partial<T>): T {
  const keys = Object.keys(changes) as (keyof T)[];
  if (keys.every((key) => Object.is(object[key], changes[key]))) return object;
  const result = { ...object, ...changes };
  for (const key of keys) if (result[key] === undefined) delete result[key];
  return result;
}
