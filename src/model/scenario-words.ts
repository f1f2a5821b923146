import type { Change } from "./change.ts";
import { keyWords, valueAt } from "./change-words.ts";
import { exact } from "./format.ts";
import { LISTS, type ListName, type Process } from "./process.ts";
import { nameOf, titleOf } from "./words.ts";

/** What a scenario changes, in words for people. */
export interface ChangeWords {
  /** What it is about, such as a team's name. */
  readonly about: string;
  /** What happens to it, as in “people 3 → 4”. */
  readonly what: string;
  /** The id of the entry that it is about, where it is one. */
  readonly id?: string;
}

/**
 * A change in words.
 *
 * @param before - The process as it is without it.
 * @param after - As it is with it: names of what is new are there only.
 */
export function changeWords(before: Process, after: Process, { set, to }: Change): ChangeWords {
  const [list = "", ...rest] = set.split("/");
  if (!(LISTS as readonly string[]).includes(list))
    return { about: "Process", what: `${keyWords(set)} → ${plain(after, to)}` };
  const path = rest.join("/");
  const entries = [...before[list as ListName], ...after[list as ListName]] as readonly { readonly id: string }[];
  const entry = entries
    .filter(({ id }) => path === id || path.startsWith(`${id}/`))
    .sort((a, b) => b.id.length - a.id.length)[0];
  if (entry === undefined) return { about: set, what: `set → ${plain(after, to)}` };
  const field = path.slice(entry.id.length + 1);
  const about = named(before, after, list as ListName, entry);
  if (field === "") return { about, what: to === null ? "taken out" : "added or replaced", id: entry.id };
  return {
    about,
    what: `${keyWords(field)} ${plain(before, valueAt(before, set))} → ${plain(after, to)}`,
    id: entry.id,
  };
}

function named(before: Process, after: Process, list: ListName, entry: { readonly id: string }): string {
  if (list === "flows") {
    const flow = entry as Process["flows"][number];
    return `${nameIn(before, after, flow.from)} → ${nameIn(before, after, flow.to)}`;
  }
  if (list === "nodes") return titleOf(entry as Process["nodes"][number]);
  return nameIn(before, after, entry.id);
}

/** A name as it is after a change; of what is taken out, as it was. */
function nameIn(before: Process, after: Process, id: string): string {
  const name = nameOf(after, id);
  return name === id ? nameOf(before, id) : name;
}

/** A value in a word or two; of what it refers to, the name. */
function plain(process: Process, value: unknown): string {
  if (value === undefined || value === null) return "none";
  if (typeof value === "number") return exact(value);
  if (typeof value === "string") {
    const name = nameOf(process, value);
    return name === value ? `“${value}”` : name;
  }
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : `${value.length} entries`;
  const distribution = value as { dist?: string; unit?: string; otherwise?: unknown };
  if (distribution.otherwise !== undefined) return "by rule";
  const mean = (value as { mean?: unknown }).mean;
  // Of those without a mean, such as from least to most, all that they are made of: else a change of it would not show.
  const made = typeof mean === "number" ? [mean] : Object.values(value).filter((part) => typeof part === "number");
  if (made.length === 0) return distribution.dist ?? "otherwise";
  const sizes = made.map((part) => exact(Number(part.toPrecision(6)))).join("–");
  return `${distribution.dist ?? ""} ${sizes} ${distribution.unit ?? ""}`.trim();
}

/**
 * Which nodes a scenario changes, and how, in words: their own fields, and those of the teams, systems and calendars
 * that they work with.
 */
export function changedNodes(
  before: Process,
  after: Process,
  changes: readonly Change[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const tell = (node: string, words: string) => found.set(node, [...(found.get(node) ?? []), words]);
  for (const change of changes) {
    const { id, about, what } = changeWords(before, after, change);
    if (id === undefined) continue;
    if (after.nodes.some((node) => node.id === id)) {
      tell(id, what);
      continue;
    }
    const flow = [...after.flows, ...before.flows].find((each) => each.id === id);
    if (flow) tell(flow.from, `${about}: ${what}`);
    for (const node of after.nodes) if (worksWith(after, node, id)) tell(node.id, `${about}: ${what}`);
  }
  return found;
}

function worksWith(process: Process, node: Process["nodes"][number], id: string): boolean {
  if (node.kind !== "step") return false;
  const teams = [node.team, ...(node.with ?? []).map(({ team }) => team)];
  if (teams.includes(id) || node.systems?.includes(id) === true) return true;
  return process.teams.some((team) => team.calendar === id && teams.includes(team.id));
}
