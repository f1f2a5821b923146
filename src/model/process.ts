import { z } from "zod";
import { coordinate, count, extensions, id, json, ref, text } from "./basics.ts";
import { distributionSchema, durationSchema } from "./distribution.ts";
import type { Immutable } from "./immutable.ts";
import { calendar, data, department, field, stage, system, team } from "./resources.ts";
import { fieldValueSchema, ruleSchema } from "./rule.ts";

const arrivals = z.union([
  z.strictObject({
    every: distributionSchema,
    batch: z.exactOptional(count.describe("How many records arrive at once (1)")),
    max: z.exactOptional(count.describe("How many records arrive at the most")),
    calendar: z.exactOptional(ref),
    first: z.exactOptional(distributionSchema.describe("When the first arrives; left out = after one gap")),
    extensions,
  }),
  z.strictObject({ at: z.array(z.number().describe("Minutes from the start of the run")), extensions }),
  z.strictObject({
    rates: z.array(z.strictObject({ for: durationSchema, perHour: z.number(), extensions })),
    extensions,
  }),
]);

/** A node: what all have, then what its kind has, in the order in which they are written. */
const nodeOf = <K extends string, Own extends z.ZodRawShape>(kind: K, own: Own) =>
  z.strictObject({
    id,
    kind: z.literal(kind),
    name: text,
    description: z.exactOptional(text),
    department: z.exactOptional(ref),
    stage: z.exactOptional(ref),
    link: z.exactOptional(text.describe("http, https or mailto")),
    x: z.exactOptional(
      coordinate.describe(
        "Of the top left corner, in pixels, no further than a million to either side; what has no place is laid out on opening",
      ),
    ),
    y: z.exactOptional(coordinate),
    ...own,
    extensions,
  });

const work = z.union([
  distributionSchema,
  z.strictObject({
    by: z.array(z.strictObject({ when: ruleSchema, work: distributionSchema, extensions })),
    otherwise: distributionSchema,
    extensions,
  }),
]);

const queue = z.strictObject({
  order: z.exactOptional(z.enum(["first-come", "last-come", "priority"])),
  priority: z.exactOptional(z.union([z.number(), ref]).describe("A number (smaller goes first) or a field's id")),
  preempt: z.exactOptional(z.boolean()),
  limit: z.exactOptional(count.describe("How many may wait")),
  extensions,
});

const start = nodeOf("start", {
  arrivals: z.exactOptional(arrivals),
  set: z.exactOptional(z.record(z.string(), fieldValueSchema).describe("Values of this source's records, by field")),
});

const step = nodeOf("step", {
  work: z.exactOptional(work),
  team: z.exactOptional(ref),
  people: z.exactOptional(count.describe("How many of the team at once (1)")),
  with: z.exactOptional(
    z
      .array(z.strictObject({ team: ref, people: z.exactOptional(count), extensions }))
      .describe("Other teams needed at the same time"),
  ),
  cover: z.exactOptional(z.array(ref).describe("Teams that do it when the first has nobody free")),
  slots: z.exactOptional(count.describe("How many records at once where no team is named; left out = no limit")),
  systems: z.exactOptional(z.array(ref)),
  inputs: z.exactOptional(z.array(ref)),
  outputs: z.exactOptional(z.array(ref)),
  automation: z.exactOptional(z.enum(["manual", "assisted", "automated"])),
  queue: z.exactOptional(queue),
  patience: z.exactOptional(distributionSchema.describe("How long a record waits before it gives up")),
  batch: z.exactOptional(z.strictObject({ size: count, wait: z.exactOptional(distributionSchema), extensions })),
  cost: z.exactOptional(z.number().describe("Per run of the step")),
  target: z.exactOptional(durationSchema.describe("Waiting and work together")),
  breaks: z.exactOptional(z.enum(["pause", "finish"]).describe("What becomes of work at the end of a shift (pause)")),
});

const decision = nodeOf("decision", {});
const fork = nodeOf("fork", {});
const join = nodeOf("join", {});
const wait = nodeOf("wait", { for: z.exactOptional(distributionSchema), calendar: z.exactOptional(ref) });
const end = nodeOf("end", {
  outcome: z.exactOptional(z.enum(["success", "failure", "neutral"])),
  value: z.exactOptional(ref.describe("The field that tells what a record reaching this end is worth")),
});

const node = z.discriminatedUnion("kind", [start, step, decision, fork, join, wait, end]);

/** The ways out of a step. */
export const EXITS = ["done", "gives-up", "full"] as const;
export type Exit = (typeof EXITS)[number];

const flow = z.strictObject({
  id,
  from: ref,
  to: ref,
  label: z.exactOptional(text),
  share: z.exactOptional(z.number().describe("Out of a decision: the chance of this way, from 0 to 1")),
  when: z.exactOptional(ruleSchema),
  otherwise: z.exactOptional(z.boolean()),
  on: z.exactOptional(z.enum(EXITS)),
  delay: z.exactOptional(distributionSchema.describe("Time lost on the way; it holds nobody")),
  extensions,
});

const target = z.strictObject({ id, name: text, from: ref, to: ref, within: durationSchema, extensions });
const note = z.strictObject({
  id,
  text,
  x: z.exactOptional(coordinate),
  y: z.exactOptional(coordinate),
  extensions,
});

const stop = z.union([
  z.strictObject({ records: count.describe("Arrivals end with this record; everyone inside finishes"), extensions }),
  z.strictObject({ after: durationSchema.describe("Everything stops at this time"), extensions }),
]);

const simulation = z.strictObject({
  start: z.exactOptional(text.describe("The date and time on the wall clock, as in 2026-01-05T09:00")),
  stop: z.exactOptional(stop),
  warmUp: z.exactOptional(z.union([z.enum(["auto", "none"]), durationSchema])),
  replications: z.exactOptional(count),
  seed: z.exactOptional(z.number()),
  extensions,
});

const scenario = z.strictObject({
  id,
  name: text,
  description: z.exactOptional(text),
  changes: z.array(z.strictObject({ set: text, to: json, extensions })),
  extensions,
});

const list = <T extends z.ZodType>(of: T, about: string) => z.array(of).default([]).describe(about);

/** Everything of a process file but its `format` and `version`. */
export const processSchema = z.strictObject({
  $schema: z.exactOptional(text.describe("Where this schema is, for editors that complete and check files")),
  name: text.describe("What the process is called"),
  description: z.exactOptional(text.describe("What it is about, and where its numbers come from")),
  currency: z.exactOptional(text.describe("What costs and values are in, as in EUR")),
  direction: z.exactOptional(
    z.enum(["right", "down"]).describe("Which way the drawing flows: right, lanes being rows, or down (right)"),
  ),
  departments: list(department, "The lanes of the drawing, top to bottom"),
  teams: list(team, "Who does the work"),
  systems: list(system, "The programs that steps use"),
  data: list(data, "What steps take in and give out"),
  fields: list(field, "What every record carries"),
  calendars: list(calendar, "When teams are on shift"),
  stages: list(stage, "The phases of the process"),
  nodes: list(node, "Where records come in, are worked on, decided on, split, joined, kept waiting and let go"),
  flows: list(flow, "The ways from node to node"),
  targets: list(target, "How soon one node should be reached from another"),
  notes: list(note, "Remarks on the drawing"),
  simulation: z.exactOptional(simulation.describe("How the process is run")),
  scenarios: list(scenario, "What could be changed, and compared"),
  extensions,
});

/** A process: what people draw, what is compiled and what the file holds. Never changed in place. */
export type Process = Immutable<z.infer<typeof processSchema>>;

export type Department = Process["departments"][number];
export type Team = Process["teams"][number];
export type System = Process["systems"][number];
export type DataItem = Process["data"][number];
export type DataCategory = NonNullable<DataItem["category"]>;
export type Field = Process["fields"][number];
export type Calendar = Process["calendars"][number];
export type Day = Exclude<keyof Calendar["week"], "extensions">;
export type Stage = Process["stages"][number];
export type Flow = Process["flows"][number];
export type Target = Process["targets"][number];
export type Note = Process["notes"][number];
export type Scenario = Process["scenarios"][number];
export type Simulation = NonNullable<Process["simulation"]>;

export type ProcessNode = Process["nodes"][number];
export type NodeKind = ProcessNode["kind"];
export type NodeOf<K extends NodeKind> = Extract<ProcessNode, { readonly kind: K }>;
export type Step = NodeOf<"step">;
export type Start = NodeOf<"start">;
export type Arrivals = NonNullable<Start["arrivals"]>;
export type Work = NonNullable<Step["work"]>;
export type Outcome = NonNullable<NodeOf<"end">["outcome"]>;

/** Every list of the process whose entries have an id, in the order of the file. */
export const LISTS = [
  "departments",
  "teams",
  "systems",
  "data",
  "fields",
  "calendars",
  "stages",
  "nodes",
  "flows",
  "targets",
  "notes",
  "scenarios",
] as const satisfies readonly (keyof Process)[];

export type ListName = (typeof LISTS)[number];

/** A process with nothing drawn yet. */
export const emptyProcess: Process = processSchema.parse({ name: "Untitled process" });
