import { list } from "../../model/format.ts";
import { LISTS, type NodeKind, type Process, type ProcessNode } from "../../model/process.ts";
import { amountWords } from "./amounts.ts";

/** The fields of each kind of node that the columns hold. */
const HELD: Readonly<Record<NodeKind, readonly string[]>> = {
  start: [],
  step: ["team", "people", "systems", "inputs", "outputs"],
  decision: [],
  fork: [],
  join: [],
  wait: [],
  end: [],
};
const HELD_OF_ALL = ["id", "kind", "name", "description", "department", "stage"];

/** What fields are called in a list of what is left out, where their own name says too little. */
const WORDS: Readonly<Record<string, string>> = {
  x: "places on the drawing",
  y: "places on the drawing",
  for: "waiting times of a kind that a cell cannot hold",
  work: "work times by rule or of a kind that a cell cannot hold",
  link: "links",
  arrivals: "arrivals",
  set: "values set at the start",
  with: "other teams needed at the same time",
  cover: "teams that cover",
  slots: "slots",
  automation: "automation",
  queue: "order and limits of queues",
  patience: "patience",
  batch: "batches",
  cost: "costs of steps",
  target: "targets of steps",
  breaks: "what becomes of work at the end of a shift",
  calendar: "calendars of waits",
  outcome: "outcomes and values of ends",
  value: "outcomes and values of ends",
  extensions: "what other programs wrote into the file",
};

const LIST_WORDS: Readonly<Partial<Record<(typeof LISTS)[number], string>>> = {
  fields: "fields of records",
  calendars: "calendars",
  targets: "targets",
  notes: "notes",
  scenarios: "scenarios",
};

/** What of a process our table leaves out, as sentences for people to read before they export. */
export function tableLosses(process: Process): readonly string[] {
  const nodes = new Set(process.nodes.flatMap(left));
  const whole = [
    ...LISTS.filter((name) => process[name].length > 0).flatMap((name) => LIST_WORDS[name] ?? []),
    ...OF_WHOLE.flatMap(([isThere, words]) => (isThere(process) ? [words] : [])),
    ...unused(process),
  ];
  const words = [...new Set([...[...nodes].map((key) => WORDS[key] ?? key), ...whole])];
  return words.length === 0 ? [] : [`A table has no columns for ${list(words, "and")}.`];
}

/** What a process may hold besides its nodes and its lists, and what it is called. */
const OF_WHOLE: readonly (readonly [(process: Process) => boolean, string])[] = [
  [({ description }) => Boolean(description), "the description"],
  [({ currency }) => currency !== undefined, "the currency"],
  [({ direction }) => direction === "down", "which way the drawing flows"],
  [({ simulation }) => simulation !== undefined, "how it is run"],
  [({ departments }) => departments.some(({ color }) => color !== undefined), "colours of departments"],
  [({ teams }) => teams.length > 0, "sizes, departments, calendars and costs of teams"],
  [
    ({ systems }) => systems.some(({ capacity, outage, kind }) => capacity ?? outage ?? kind),
    "kinds, capacities and outages of systems",
  ],
  [({ data }) => data.some(({ category }) => category !== undefined), "categories of data"],
  [({ stages }) => stages.some(({ description }) => Boolean(description)), "descriptions of stages"],
  [({ flows }) => flows.some(({ when }) => when), "rules of decisions"],
  [({ flows }) => flows.some(({ delay }) => delay), "delays on flows"],
  [hasExtensions, WORDS.extensions ?? ""],
];

/** Whether other programs have written anything anywhere into it. */
function hasExtensions(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "extensions") || Object.values(value).some(hasExtensions);
}

/** Entries of lists are made of the names in the rows, so what no row names is not in the table. */
function unused({ departments, teams, systems, data, stages, nodes }: Process): readonly string[] {
  const steps = nodes.filter((node) => node.kind === "step");
  const named = new Set<string | undefined>([
    ...nodes.flatMap(({ department, stage }) => [department, stage]),
    ...steps.flatMap(({ team, systems = [], inputs = [], outputs = [] }) => [team, ...systems, ...inputs, ...outputs]),
  ]);
  const lists = { departments, teams, systems, data, stages };
  const words = Object.entries(lists).flatMap(([name, entries]) =>
    entries.every(({ id }) => named.has(id)) ? [] : [name],
  );
  return words.length === 0 ? [] : [`${list(words, "or")} that no row names`];
}

/** What of a process Visio's table leaves out. */
export function visioLosses(process: Process): readonly string[] {
  const times = process.nodes.some((node) => node.kind === "step" || node.kind === "wait");
  const steps = process.nodes.filter((node) => node.kind === "step");
  const words = [
    ...(times ? ["times"] : []),
    ...(process.teams.length > 0 ? ["teams"] : []),
    ...(process.systems.length > 0 ? ["systems"] : []),
    ...(steps.some(({ inputs, outputs }) => inputs ?? outputs) ? ["inputs and outputs"] : []),
    ...(process.nodes.some(({ description }) => description) ? ["descriptions"] : []),
  ];
  const custom = process.nodes.some(({ kind }) => kind === "fork" || kind === "join" || kind === "wait");
  return [
    ...(words.length === 0 ? [] : [`Visio's columns do not hold ${list(words, "and")}.`]),
    ...(custom
      ? ["Visio has no shapes for splits, joins and waits: they are written as “Custom 1”, “Custom 2” and “Custom 3”."]
      : []),
    ...tableLosses(process).map((words) => words.replace("A table has no columns for", "It has none for")),
  ];
}

function left(node: ProcessNode): readonly string[] {
  const held = [...HELD_OF_ALL, ...HELD[node.kind], ...(timeOf(node) ?? [])];
  return Object.keys(node).filter((key) => !held.includes(key));
}

/** The field whose time the column Work holds. */
function timeOf(node: ProcessNode): readonly string[] | undefined {
  if (node.kind === "wait" && node.for && amountWords(node.for) !== undefined) return ["for"];
  const { work } = node.kind === "step" ? node : {};
  return work && "dist" in work && amountWords(work) !== undefined ? ["work"] : undefined;
}
