import type { Change } from "./change.ts";
import type { Distribution } from "./distribution.ts";
import { distributionSchema, durationSchema } from "./distribution.ts";
import { exact } from "./format.ts";
import { LISTS, type ListName, type Process } from "./process.ts";
import { durationWords, nameOf, spreadWords } from "./words.ts";

type Json = Change["to"];

/** A field of the process that a scenario can change, and what it holds now. */
export interface Changeable {
  /** As in `teams/sdr/people`. */
  readonly set: string;
  /** As in “Sales development: people”. */
  readonly words: string;
  readonly now: Json;
}

/** The lists whose entries scenarios change, and of each the keys that say nothing about how it runs. */
const LOOKED_AT = ["teams", "nodes", "systems", "flows", "fields"] as const satisfies readonly ListName[];
const SILENT: ReadonlySet<string> = new Set(
  "id name kind x y description link label color from to extensions dist type unit stage department outcome automation".split(
    " ",
  ),
);

/** What keys of the file are called in a sentence, where the key itself says too little. */
const KEYS: Readonly<Record<string, string>> = {
  costPerHour: "cost an hour",
  work: "work time",
  for: "waiting time",
  every: "time between",
  sd: "standard deviation",
  min: "least",
  mode: "most likely",
  max: "most",
  arrivals: "arrivals",
  with: "together with",
};

/** Every number, word and yes or no of a process that a scenario could change, in the order of the file. */
export function changeables(process: Process): readonly Changeable[] {
  return LOOKED_AT.flatMap((list) =>
    process[list].flatMap((entry) => [...leaves(process, `${list}/${entry.id}`, entry as unknown as Json)]),
  );
}

function* leaves(process: Process, path: string, at: Json): Iterable<Changeable> {
  if (typeof at !== "object" || at === null) {
    yield { set: path, words: placeWords(process, path), now: at };
    return;
  }
  // References are lists of ids, and lists of cases have no names: neither is one thing to change.
  if (Array.isArray(at)) return;
  for (const [key, value] of Object.entries(at)) if (!SILENT.has(key)) yield* leaves(process, `${path}/${key}`, value);
}

/** What a path of a scenario leads to, such as “Sales development: people”. */
export function placeWords(process: Process, set: string): string {
  const list = LISTS.find((each) => set.startsWith(`${each}/`));
  if (list === undefined) return keyWords(set);
  const rest = set.slice(list.length + 1);
  const entry = process[list]
    .filter(({ id }) => rest === id || rest.startsWith(`${id}/`))
    .toSorted((a, b) => b.id.length - a.id.length)[0];
  if (!entry) return `${list}: ${rest}`;
  const keys = keyWords(rest.slice(entry.id.length + 1));
  return `${"from" in entry && list === "flows" ? flowName(process, entry) : nameOf(process, entry.id)}: ${keys}`;
}

function flowName(process: Process, { from, to }: { readonly from: string; readonly to: string }): string {
  return `${nameOf(process, from)} → ${nameOf(process, to)}`;
}

/** The keys of a path below an entry as people say them, such as “work time, standard deviation” for `work/sd`. */
export function keyWords(path: string): string {
  return path
    .split("/")
    .map((key) => KEYS[key] ?? key)
    .join(", ");
}

/** What stands at a path of a process now; undefined where nothing does. */
export function valueAt(process: Process, set: string): Json | undefined {
  const list = LISTS.find((each) => set.startsWith(`${each}/`));
  const rest = list === undefined ? set : set.slice(list.length + 1);
  const entries: readonly { readonly id: string }[] = list === undefined ? [] : process[list];
  const entry = entries.filter(({ id }) => rest.startsWith(`${id}/`)).toSorted((a, b) => b.id.length - a.id.length)[0];
  if (list !== undefined && !entry) return undefined;
  let at = (entry ?? process) as unknown as Json | undefined;
  for (const key of (entry ? rest.slice(entry.id.length + 1) : rest).split("/")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Readonly<Record<string, Json>>)[key];
  }
  return at;
}

/**
 * A change of a scenario as a sentence part.
 *
 * @example
 * changeWords(process, { set: "teams/sdr/people", to: 4 }); // "Sales development: people 3 → 4"
 */
export function changeWords(process: Process, { set, to }: Change): string {
  const now = valueAt(process, set);
  const before = now === undefined ? "" : ` ${jsonWords(process, now)} →`;
  return `${placeWords(process, set)}${before} ${jsonWords(process, to)}`;
}

/** A value of the file as people read it: the name of what it refers to, a time in words, a number. */
export function jsonWords(process: Process, value: Json): string {
  if (typeof value === "number") return exact(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return nameOf(process, value);
  const distribution = distributionSchema.safeParse(value);
  if (distribution.success) return spreadWords(distribution.data as Distribution) ?? "a time that makes no sense";
  const duration = durationSchema.safeParse(value);
  return duration.success ? durationWords(duration.data) : JSON.stringify(value);
}
