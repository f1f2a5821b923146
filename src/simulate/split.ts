/** How records are told apart by a field that they carry, so that each group is counted on its own. */
export type Split = { readonly field: string } & (
  | { /** A group for each of these values, as the numbers that stand for them. */ readonly values: readonly number[] }
  | {
      /** A group up to each of these numbers, in rising order, and one above the last. */ readonly upTo: readonly number[];
    }
);

/** How many groups there are; the last is for values unknown, or not among those listed. */
export function groupsOf(split: Split): number {
  return "values" in split ? split.values.length + 1 : split.upTo.length + 2;
}

/** The group of a value. */
export function groupOf(split: Split, value: number): number {
  if ("values" in split) {
    const at = split.values.indexOf(value);
    return at < 0 ? split.values.length : at;
  }
  if (Number.isNaN(value)) return split.upTo.length + 1;
  const at = split.upTo.findIndex((limit) => value <= limit);
  return at < 0 ? split.upTo.length : at;
}
