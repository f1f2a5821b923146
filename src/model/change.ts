import { hasErrors } from "./problem.ts";
import { LISTS, type Process, processSchema, type Scenario } from "./process.ts";
import { conform } from "./read/conform.ts";

/** One change of a scenario: a path such as `teams/sdr/people`, and the new value. */
export type Change = Scenario["changes"][number];

/** Why a change cannot be made. */
export type Refusal = "no-such-place" | "wrong-value";

/**
 * A process with one change of a scenario made: entries of lists are named by their ids, other things by their keys or
 * their place in a list. What an entry may have but has not yet can be set, too; what it need not have is taken away by
 * setting it to null. A whole entry can be set as well: anew under its own id, or to null to take it out.
 *
 * @returns Why it cannot be made if the path leads nowhere or the value does not fit there.
 */
export function changed(process: Process, { set, to }: Change): Process | Refusal {
  const after = set === "" ? undefined : withSet(process as unknown as Json, set, to as Json, true);
  if (after === undefined) return "no-such-place";
  const { value, problems } = conform(processSchema, after);
  if (problems.some(({ code }) => code === "unknown-field-kept" || code === "unknown-field")) return "no-such-place";
  return hasErrors(problems) ? "wrong-value" : (value as Process);
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

function withSet(at: Json, path: string, to: Json, isProcess = false): Json | undefined {
  if (path === "") return to;
  if (isList(at)) return withSetInList(at, path, to);
  if (typeof at !== "object" || at === null) return undefined;
  const [key = "", ...rest] = path.split("/");
  const inner = Object.hasOwn(at, key) ? at[key] : undefined;
  if (rest.length === 0 && to === null) return without(at, key);
  if (inner === undefined) return rest.length === 0 && key !== "" ? { ...at, [key]: to } : undefined;
  // A whole list is not one change but many, and its ids are not a scenario's to choose.
  if (isProcess && rest.length === 0 && (LISTS as readonly string[]).includes(key)) return undefined;
  if (isProcess && isList(inner)) {
    const entries = withEntry(inner, rest.join("/"), to);
    if (entries !== undefined) return { ...at, [key]: entries };
  }
  const after = withSet(inner, rest.join("/"), to);
  return after === undefined || (key === "id" && rest.length === 0) ? undefined : { ...at, [key]: after };
}

/** An object without one of its keys, if it has that at all; the lists of a process stay. */
function without(at: { readonly [key: string]: Json }, key: string): Json | undefined {
  if (!Object.hasOwn(at, key) || (LISTS as readonly string[]).includes(key)) return undefined;
  const { [key]: _, ...rest } = at;
  return rest;
}

/** A list of the process with a whole entry set, added or taken out; nothing where that is not what is asked for. */
function withEntry(list: readonly Json[], id: string, to: Json): readonly Json[] | undefined {
  const place = list.findIndex((entry) => idOf(entry) === id);
  if (to === null) return place < 0 ? undefined : list.filter((_, i) => i !== place);
  if (idOf(to) !== id) return undefined;
  return place < 0 ? [...list, to] : list.with(place, to);
}

function idOf(entry: Json): string | undefined {
  return typeof entry === "object" && entry !== null && !isList(entry) && "id" in entry ? String(entry.id) : undefined;
}

/** In a list of entries with ids the longest id that the path begins with counts, because an id may hold a slash. */
function withSetInList(list: readonly Json[], path: string, to: Json): Json | undefined {
  const names = list.map((entry, i) =>
    typeof entry === "object" && entry !== null && "id" in entry ? String(entry.id) : String(i),
  );
  const fitting = names.filter((name) => path === name || path.startsWith(`${name}/`));
  const name = fitting.sort((a, b) => b.length - a.length)[0];
  if (name === undefined) return undefined;
  const i = names.indexOf(name);
  const rest = path.slice(name.length + 1);
  const after = rest === "" ? undefined : withSet(list[i]!, rest, to);
  // Numbers in a list, such as measured values, may be set as they are.
  const whole = rest === "" && typeof list[i] !== "object" ? to : after;
  return whole === undefined ? undefined : list.with(i, whole);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
