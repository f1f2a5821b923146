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
    ...(process.description ? ["the description"] : []),
    ...(process.simulation ? ["how it is run"] : []),
    ...(process.teams.length > 0 ? ["sizes, calendars and costs of teams"] : []),
    ...(process.systems.some(({ capacity, outage, kind }) => capacity ?? outage ?? kind)
      ? ["capacities and outages of systems"]
      : []),
    ...(process.flows.some(({ when }) => when) ? ["rules of decisions"] : []),
    ...(process.flows.some(({ delay }) => delay) ? ["delays on flows"] : []),
  ];
  const words = [...new Set([...[...nodes].map((key) => WORDS[key] ?? key), ...whole])];
  return words.length === 0 ? [] : [`A table has no columns for ${list(words, "and")}.`];
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
