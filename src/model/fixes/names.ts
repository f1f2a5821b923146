import { type NamedList, newEntry } from "../edit/entries.ts";
import { freshId, freshName } from "../edit/ids.ts";
import { referencesRemoved } from "../edit/references.ts";
import { LISTS, type ListName, type Process } from "../process.ts";
import { nearest } from "../read/spelling.ts";
import { KIND_WORDS, nameOf } from "../words.ts";
import { type Fix, keysOf, type Mender, put, takeAway, valueAt, withValueAt } from "./fix.ts";

const isList = (key: unknown): key is ListName => (LISTS as readonly unknown[]).includes(key);

const emptyName: Mender = ({ path }, process) => {
  const keys = keysOf(path);
  const [list, index] = keys;
  const name = list === "name" ? "Untitled process" : isList(list) ? nameFor(process, list, Number(index)) : undefined;
  return name === undefined ? undefined : { name: `Call it “${name}”`, edit: (now) => withValueAt(now, keys, name) };
};

function nameFor(process: Process, list: ListName, index: number): string | undefined {
  if (list === "flows" || list === "notes") return undefined;
  const kind = list === "nodes" ? process.nodes[index]?.kind : undefined;
  if (kind) return freshName(process, "nodes", KIND_WORDS[kind]);
  return newEntry(process, list as NamedList).name;
}

const duplicateName: Mender = ({ path }, process) => {
  const keys = keysOf(path);
  const [list] = keys;
  const now = valueAt(process, keys);
  if (!isList(list) || typeof now !== "string") return undefined;
  // “Call 2” doubled is “Call 3”, not “Call 2 2”.
  const name = nextName(process, list, now.trim().replace(/ \d+$/, ""));
  return { name: `Call it “${name}”`, edit: (before) => withValueAt(before, keys, name) };
};

/** A name with a number that nothing else of the list goes by, whatever its case. */
function nextName(process: Process, list: ListName, base: string): string {
  const taken = new Set(process[list].map((entry) => ("name" in entry ? entry.name.trim().toLowerCase() : "")));
  for (let n = 2; ; n++) if (!taken.has(`${base} ${n}`.toLowerCase())) return `${base} ${n}`;
}

const duplicateId: Mender = ({ path }, process) => {
  const keys = keysOf(path);
  const id = valueAt(process, keys);
  return typeof id === "string"
    ? { name: "Give it an id of its own", edit: (now) => withValueAt(now, keys, freshId(now, id)) }
    : undefined;
};

/** The list that a key of the file names an entry of. */
const REFERS_TO: Readonly<Record<string, ListName>> = {
  department: "departments",
  calendar: "calendars",
  stage: "stages",
  value: "fields",
  priority: "fields",
  field: "fields",
  team: "teams",
  cover: "teams",
  systems: "systems",
  inputs: "data",
  outputs: "data",
  from: "nodes",
  to: "nodes",
};

const unknownReference: Mender = ({ path }, process) => {
  const keys = keysOf(path);
  const key = keys.findLast((each) => typeof each === "string") as string;
  // What a start sets: the field is the key itself.
  const sets = keys[0] === "nodes" && keys[2] === "set";
  const list = sets ? "fields" : REFERS_TO[key];
  const id = sets ? key : valueAt(process, keys);
  if (list === undefined || typeof id !== "string") return undefined;
  const near = sets
    ? undefined
    : nearest(
        id,
        process[list].map((entry) => entry.id),
      );
  if (near !== undefined)
    return { name: `Use “${nameOf(process, near)}”`, edit: (now) => withValueAt(now, keys, near) };
  return key === "field" ? undefined : dangling(list, id);
};

/** Takes away whatever refers to an id that nothing has. */
function dangling(list: ListName, id: string): Fix {
  return {
    name: list === "nodes" ? "Take what leads there away" : `Take “${id}” away`,
    edit: (process) => referencesRemoved(process, list, new Set([id])),
  };
}

/** Mends for problems of names, ids and references, by the problem's code. */
export const NAME_FIXES: Readonly<Record<string, Mender>> = {
  "empty-name": emptyName,
  "duplicate-name": duplicateName,
  "duplicate-id": duplicateId,
  "unknown-reference": unknownReference,
  "duplicate-option": takeAway("Take the second one away"),
  "scenario-path": ({ path }) => ({
    name: "Take the change away",
    edit: (process) => withoutChange(process, path),
  }),
  link: takeAway("Take the link away"),
  date: ({ path }, process) =>
    keysOf(path)[0] === "calendars" ? takeAway("Take the date away")({ ...EMPTY, path }, process) : undefined,
  "never-open": put("Open it on weekdays from 9 to 5", {
    mon: ["09:00-17:00"],
    tue: ["09:00-17:00"],
    wed: ["09:00-17:00"],
    thu: ["09:00-17:00"],
    fri: ["09:00-17:00"],
  }),
};

const EMPTY = { severity: "error", code: "date", message: "", mend: "" } as const;

/** A scenario may be left without changes: its list stays. */
function withoutChange(process: Process, path: string): Process {
  const [, scenario, , change] = keysOf(path);
  return {
    ...process,
    scenarios: process.scenarios.map((each, i) =>
      i === scenario ? { ...each, changes: each.changes.filter((_, n) => n !== change) } : each,
    ),
  };
}
