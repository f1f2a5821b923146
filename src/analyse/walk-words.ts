import type { Possible, WalkEvent, WalkState } from "../compile/walk.ts";
import { flowLabel } from "../model/flow-label.ts";
import { exact, list } from "../model/format.ts";
import type { Process } from "../model/process.ts";
import { type FieldValue, meets } from "../model/rule.ts";
import { nameOf, ruleWords, titleOf } from "../model/words.ts";

const WHAT: Readonly<Record<Possible["what"], string>> = {
  arrive: "arrives",
  begin: "work begins",
  done: "is done",
  "gives-up": "gives up",
  full: "finds the queue full",
  after: "time passes",
};

/** What may happen next, in words: what, and by which branches to where. */
export function possibleWords(
  process: Process,
  { at, what, flows }: Possible,
): { readonly what: string; readonly to: string } {
  const passed = flows.flatMap((id) => process.flows.find((flow) => flow.id === id) ?? []);
  const branches = passed.map((flow) => flowLabel(flow, process)).filter((label) => label !== "");
  const last = passed.at(-1);
  const goal = last === undefined ? "" : nodeName(process, last.to);
  return {
    what: `${placeFirst(process, at)}: ${WHAT[what]}`,
    to: [...branches, ...(goal === "" ? [] : [`→ ${goal}`])].join(" "),
  };
}

/** A place at the beginning of a sentence: the names that people gave stay as they are. */
function placeFirst(process: Process, id: string): string {
  const isFlow = process.flows.some((flow) => flow.id === id);
  const name = placeName(process, id);
  return isFlow ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

/** A node or a flow by name. */
export function placeName(process: Process, id: string): string {
  const flow = process.flows.find((each) => each.id === id);
  return flow ? `on the way to “${nodeName(process, flow.to)}”` : nodeName(process, id);
}

function nodeName(process: Process, id: string): string {
  const node = process.nodes.find((each) => each.id === id);
  return node ? titleOf(node) : nameOf(process, id);
}

/** Where a record is that is walked by hand, as a sentence. */
export function whereWords(process: Process, { over, places }: WalkState): string {
  if (over !== undefined) {
    const end = process.nodes.find(({ id }) => id === over);
    if (end) return `The record has left at “${titleOf(end)}”.`;
    return `The record has left: it ${over === "gave-up" ? "gave up" : "was turned away"}.`;
  }
  if (places.length === 0) return "No record yet. Let one arrive.";
  const each = places.map(({ id, phase }) => {
    if (phase !== "on the way")
      return `${phase === "waiting" ? "waiting at" : "worked on at"} “${nodeName(process, id)}”`;
    const isFlow = process.flows.some((flow) => flow.id === id);
    return isFlow ? placeName(process, id) : `at “${nodeName(process, id)}”`;
  });
  return `The record is ${list(each, "and")}.`;
}

/** Why a way out of a decision is open or closed. */
export interface Reason {
  readonly flow: string;
  readonly open: boolean;
  readonly words: string;
}

/** For every decision by rules that lies on a possible way: which of its branches is open, and why. */
export function reasonsFor(
  process: Process,
  possible: readonly Possible[],
  fields: Readonly<Record<string, FieldValue>>,
): readonly { readonly decision: string; readonly reasons: readonly Reason[] }[] {
  const passed = new Set(possible.flatMap(({ flows }) => flows));
  const decisions = process.nodes.filter(
    ({ id, kind }) => kind === "decision" && process.flows.some((flow) => flow.from === id && passed.has(flow.id)),
  );
  return decisions.flatMap(({ id }) => {
    const ways = process.flows.filter(({ from }) => from === id);
    if (ways.every(({ when }) => when === undefined)) return [];
    let decided = false;
    const reasons = [...ways.filter(({ when }) => when), ...ways.filter(({ when }) => !when)].map((flow): Reason => {
      const fits = flow.when === undefined || meets(flow.when, fields);
      const open = fits && !decided;
      decided ||= fits;
      const rule = flow.when === undefined ? "otherwise" : `if ${ruleWords(flow.when, process)}`;
      const why = open
        ? "open"
        : fits
          ? "closed, as one before it is open"
          : `closed, as ${valuesIn(process, flow.when, fields)}`;
      return { flow: flow.id, open, words: `${nodeName(process, flow.to)} ${rule}: ${why}` };
    });
    return [{ decision: nodeName(process, id), reasons }];
  });
}

function valuesIn(process: Process, rule: unknown, fields: Readonly<Record<string, FieldValue>>): string {
  const text = JSON.stringify(rule);
  const values = process.fields
    .filter(({ id }) => text.includes(JSON.stringify(id)))
    .map(({ id, name }) => `${name} is ${plain(fields[id])}`);
  return list(values, "and");
}

function plain(value: FieldValue | undefined): string {
  if (value === undefined) return "unknown";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? exact(value) : value;
}

/** An event that has happened, in a few words. */
export function eventWords(process: Process, event: WalkEvent): string {
  if (event.kind === "arrive") return `Arrives at ${nodeName(process, event.start)}`;
  if (event.kind === "set") return `${nameOf(process, event.field)} is set to ${plain(event.to)}`;
  const [, timed] = /^xstate\.after\.(.*)\.\1$/.exec(event.type) ?? [];
  if (timed !== undefined) return `${placeFirst(process, timed)}: time passes`;
  const cut = event.type.lastIndexOf(".");
  const what = event.type.slice(cut + 1) as Possible["what"];
  return `${placeName(process, event.type.slice(0, cut))}: ${WHAT[what] ?? what}`;
}
