/** Something that can be referred to. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** One choice of a menu of references, and what it is called there. */
export interface ReferenceOption {
  readonly value: string;
  readonly label: string;
}

/** Something that is to be referred to: what there is already by its id, what is to be made by its name alone. */
export interface Wanted {
  readonly id?: string;
  readonly name: string;
}

/**
 * What can be chosen, each under a label of its own: where two have the same name, their ids tell them apart.
 * References to what does not exist are listed too, as missing, so that they can be seen and taken away.
 */
export function referenceOptions(list: readonly Named[], used: readonly string[]): readonly ReferenceOption[] {
  const known = new Set(list.map(({ id }) => id));
  const missing = used.filter((id) => !known.has(id)).map((id) => ({ value: id, label: `${id} (missing)` }));
  const counts = new Map<string, number>();
  for (const { name } of list) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
  const options = list.map(({ id, name }) => ({
    value: id,
    label: name.trim() === "" || (counts.get(keyOf(name)) ?? 0) > 1 ? `${name} (${id})`.trim() : name,
  }));
  return [...options, ...missing];
}

/** Names that differ only in case or in spaces are the same to whoever types them. */
export function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
