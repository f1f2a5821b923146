import type { MachineConfig, State, States } from "../../compile/config.ts";
import type { Distribution } from "../../model/distribution.ts";
import { MINUTES } from "../../model/distribution.ts";
import type { Field } from "../../model/process.ts";
import { quantile } from "../../model/quantile.ts";

/** Longer than this no timer of a browser or of Node waits: 2³¹ − 1 ms, nearly 25 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** TypeScript that makes the machine with `setup().createMachine()`; it needs nothing but `xstate`. */
export function machineSource(config: MachineConfig): string {
  const names = namesIn(config.states);
  const { meta, ...machine } = config;
  return `${HEAD}
/** What a record carries. */
export interface RecordFields {
${meta.fields.map((field) => `  readonly ${key(field.id)}?: ${typeOf(field)};\n`).join("")}}

/** Where a record may start. */
export type StartId = ${union(names.starts)};

/** For each decision by chance a number from 0 to 1, which tells the way that the record takes. */
export type Chances = { readonly [decision in ${union(names.decisions)}]?: number };

/** What happens to a record. Each event may bring new chances for the decisions that follow. */
export type RecordEvent =
${names.events.length === 0 ? '  | { readonly type: "nothing"; readonly chances?: Chances }' : names.events.map((event) => `  | { readonly type: ${text(event)}; readonly chances?: Chances }`).join("\n")};

/** What a record brings into its life, and what the machine knows of it. */
export interface RecordContext {
  readonly start: StartId;
  readonly fields: RecordFields;
  readonly chances: Chances;
}
${RULES}
/** The life of one record. */
export const machine = setup({
  types: {
    context: {} as RecordContext,
    input: {} as RecordContext,
    events: {} as RecordEvent,
  },
  guards: {
    /** Whether the record starts there. */
    startsAt: ({ context }, { start }: { readonly start: StartId }) => context.start === start,
    /** Whether chance lets the record go this way. */
    share: ({ context }, { decision, below }: { readonly decision: keyof Chances; readonly below: number }) =>
      (context.chances[decision] ?? Number.NaN) < below,
    /** Whether the record's fields meet a rule. */
    rule: ({ context }, { rule }: { readonly rule: Rule }) => meets(rule, context.fields),
  },
  actions: {
    /** Keeps the chances that an event brings. */
    heed: assign({
      chances: ({ context, event }): Chances => ({ ...context.chances, ...event.chances }),
    }),
    /** Replace it, with machine.provide(), to hear which flow the record takes. */
    take: (_, _taken: { readonly flow: string }) => {},
  },
  delays: {
${names.delays.map(([id, time]) => `    ${key(id)}: ${milliseconds(time)},\n`).join("")}  },
}).createMachine({
  context: ({ input }) => input,
${entries(machine)}
  meta: ${indented(meta)},
});
`;
}

const HEAD = `// The life of one record, as an XState 5 machine. Written by Throughline; https://stately.ai/docs/xstate
//
// A record enters at a start. At each step it waits until “STEP.begin”, then is worked on until “STEP.done”; if its
// patience runs out it leaves by “STEP.gives-up”, and if the queue is full by “STEP.full”. Delays last as long as half
// of all records take at the most; give others with machine.provide({ delays: … }).
//
//   npm install xstate
//   import { createActor } from "xstate";
//   import { machine } from "./machine.ts";
//   const life = createActor(machine, { input: { start: "…", fields: {}, chances: {} } }).start();
//   life.send({ type: "….begin" });
//   life.getSnapshot().value;

import { assign, setup } from "xstate";
`;

const RULES = `
type Value = number | string | boolean;

/** A condition on the fields of a record. */
export type Rule =
  | { readonly field: string; readonly is: "=" | "!=" | "<" | "<=" | ">" | ">=" | "in"; readonly to: Value | readonly Value[]; readonly extensions?: object }
  | { readonly all: readonly Rule[]; readonly extensions?: object }
  | { readonly any: readonly Rule[]; readonly extensions?: object }
  | { readonly not: Rule; readonly extensions?: object };

/** Whether a record meets a rule. A field that it does not carry meets no comparison but “!=”. */
export function meets(rule: Rule, fields: RecordFields): boolean {
  if ("all" in rule) return rule.all.every((part) => meets(part, fields));
  if ("any" in rule) return rule.any.some((part) => meets(part, fields));
  if ("not" in rule) return !meets(rule.not, fields);
  const value = (fields as Readonly<Record<string, Value | undefined>>)[rule.field];
  const { is, to } = rule;
  if (is === "!=") return value !== to;
  if (value === undefined) return false;
  if (is === "in") return Array.isArray(to) && to.includes(value);
  if (is === "=") return value === to;
  if (typeof value !== "number" || typeof to !== "number") return false;
  if (is === "<") return value < to;
  if (is === "<=") return value <= to;
  return is === ">" ? value > to : value >= to;
}
`;

interface Names {
  readonly starts: readonly string[];
  readonly decisions: readonly string[];
  readonly events: readonly string[];
  readonly delays: readonly (readonly [id: string, time: Distribution | undefined])[];
}

/** Everything in a machine that types are made of. */
function namesIn(states: States): Names {
  const all = everyState(states);
  const guards = all.flatMap(({ always = [] }) => always.flatMap(({ guard }) => guard ?? []));
  return {
    starts: all.flatMap(({ meta }) => (meta && "node" in meta && meta.node.kind === "start" ? [meta.node.id] : [])),
    decisions: [...new Set(guards.flatMap((guard) => (guard.type === "share" ? [guard.params.decision] : [])))],
    events: all.flatMap(({ on }) => Object.keys(on ?? {})),
    delays: all.flatMap(({ after, meta }) => Object.keys(after ?? {}).map((id) => [id, meta && timeOf(meta)] as const)),
  };
}

function everyState(states: States): readonly State[] {
  return Object.values(states).flatMap((state) => [state, ...everyState(state.states ?? {})]);
}

function timeOf(meta: NonNullable<State["meta"]>): Distribution | undefined {
  if ("delay" in meta) return meta.delay;
  return meta.node.kind === "wait" ? meta.node.for : undefined;
}

/** Half of all such times are shorter. */
function milliseconds(time: Distribution | undefined): number {
  const minutes = time === undefined ? undefined : quantile(time, 0.5);
  return Math.min(LONGEST_TIMER, Math.round((minutes ?? 0) * 60_000 * MINUTES.min));
}

/** The fields of an object as TypeScript, without braces around them. */
function entries(object: object): string {
  return Object.entries(object)
    .map(([name, value]) => `  ${key(name)}: ${indented(value)},`)
    .join("\n");
}

function indented(value: unknown): string {
  return literal(value).replaceAll("\n", "\n  ");
}

function literal(value: unknown): string {
  // JSON is TypeScript, but for keys that would set an object's prototype instead of a field.
  return JSON.stringify(value, null, 2).replace(/^(\s*)"__proto__":/gm, '$1["__proto__"]:');
}

function typeOf(field: Field): string {
  if (field.type !== "choice") return field.type;
  return union(field.options.map(({ value }) => value));
}

function union(names: readonly string[]): string {
  return names.length === 0 ? "never" : [...new Set(names)].map(text).join(" | ");
}

const text = (value: string) => JSON.stringify(value);
const key = (name: string) => (/^[A-Za-z_]\w*$/.test(name) && name !== "__proto__" ? name : `[${text(name)}]`);
