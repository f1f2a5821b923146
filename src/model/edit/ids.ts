import { isId } from "../basics.ts";
import { LISTS, type Process } from "../process.ts";

const LONGEST = 48;

/** Every id in the file. */
export function idsOf(process: Process): ReadonlySet<string> {
  return new Set(LISTS.flatMap((list) => process[list].map((entry) => entry.id)));
}

/**
 * An id that reads like a name and is free in the whole file.
 *
 * @param taken - Ids that are not free either.
 *
 * @example
 * freshId(process, "Lead qualification"); // "lead-qualification", or "lead-qualification-2"
 */
export function freshId(process: Process, name: string, taken: Iterable<string> = []): string {
  const ids = new Set([...idsOf(process), ...taken]);
  const slug = slugOf(name);
  for (let n = 1; ; n++) {
    const id = n === 1 ? slug : `${slug}-${n}`;
    if (!ids.has(id) && isId(id)) return id;
  }
}

/** A name that no other entry of the list has: the one given, or with a number behind it. */
export function freshName(process: Process, list: (typeof LISTS)[number], name: string): string {
  const names = new Set(process[list].map((entry) => ("name" in entry ? entry.name : undefined)));
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name} ${n}`;
    if (!names.has(candidate)) return candidate;
  }
}

/** A name as an id is written, as in “lead-qualification”; “item” where nothing of it can be. */
export function slugOf(name: string): string {
  const words =
    name
      .toLowerCase()
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const slug = [...words.join("-")].slice(0, LONGEST).join("").replace(/-$/, "");
  return slug === "" ? "item" : slug;
}
