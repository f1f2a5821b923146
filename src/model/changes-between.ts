import type { Change } from "./change.ts";
import { LISTS, type ListName, type Process } from "./process.ts";

type Entry = Readonly<Record<string, unknown>> & { readonly id: string };

/** Lists that a scenario has no part in: what is written on the drawing, and the scenarios themselves. */
const NOT_CHANGED: ReadonlySet<ListName> = new Set(["notes", "scenarios"]);

/** Where a node is drawn changes no result. */
const LOOKS: ReadonlySet<string> = new Set(["x", "y"]);

/**
 * What a scenario has to change so that one process becomes the other, but for where things are drawn. Fields are set
 * as a whole, entries that are new or gone as a whole, too.
 *
 * @example
 * changesBetween(process, patch(process, "teams", "sdr", { people: 4 })); // [{ set: "teams/sdr/people", to: 4 }]
 */
export function changesBetween(before: Process, after: Process): readonly Change[] {
  const lists = LISTS.filter((name) => !NOT_CHANGED.has(name)).flatMap((name) => {
    const [old, now] = [before[name], after[name]] as [readonly Entry[], readonly Entry[]];
    return old === now ? [] : entriesBetween(name, old, now);
  });
  const others = fieldsBetween("", single(before), single(after));
  return [...lists, ...others];
}

/** What of a process is not a list. */
function single(process: Process): Readonly<Record<string, unknown>> {
  const lists: ReadonlySet<string> = new Set(LISTS);
  return Object.fromEntries(Object.entries(process).filter(([key]) => !lists.has(key) && key !== "$schema"));
}

function entriesBetween(list: ListName, before: readonly Entry[], after: readonly Entry[]): readonly Change[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((entry) => {
      const was = old.get(entry.id);
      const path = `${list}/${entry.id}`;
      if (was === undefined) return [{ set: path, to: entry } as Change];
      // Another kind has other fields: one by one they would fit neither.
      if (was.kind !== entry.kind) return [{ set: path, to: entry } as Change];
      return was === entry ? [] : fieldsBetween(`${path}/`, was, entry);
    }),
    ...before.filter(({ id }) => !kept.has(id)).map(({ id }): Change => ({ set: `${list}/${id}`, to: null })),
  ];
}

function fieldsBetween(
  path: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => !LOOKS.has(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({ set: `${path}${key}`, to: after[key] ?? null }) as Change);
}
