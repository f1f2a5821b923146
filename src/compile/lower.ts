import type { Field, NodeOf, ProcessNode, Step } from "../model/process.ts";
import type { MachineConfig, State, States, Transition } from "./config.ts";
import { fieldsOf, testOf } from "./field.ts";
import { keysOf } from "./key.ts";
import { openingsOf, poolsOf } from "./pools.ts";
import { KIND, MARK, type Program, type Span, type WorkBy } from "./program.ts";
import { repeating } from "./repeating.ts";
import { sampleOf, sourceOf } from "./source.ts";
import { type Spread, spreadOfTime } from "./spread.ts";

/**
 * Lowers a record's machine to tables, reading nothing but the machine: what runs fast is what is exported.
 *
 * @param config - From `machineOf`.
 * @param asked - Ids of fields that records are to carry besides those that the machine asks for.
 */
export function lower(config: MachineConfig, asked: readonly string[] = []): Program {
  const rooms = new Rooms(config.states);
  const { states, flows } = rooms;
  const nodes = states.map(nodeOf);
  const placeOf = new Map(nodes.map((node, i) => [node.id, i]));
  const count = nodes.length;
  const ids = (pick: (state: State, node: ProcessNode) => number) =>
    Int32Array.from(states, (state) => pick(state, nodeOf(state)));
  const steps = nodes.map((node) => (node.kind === "step" ? node : undefined));

  const carried = carriedFields(config, nodes, asked);
  const { pools, poolOf, tasks, dependents, covered } = poolsOf(nodes, config.meta, carried);
  const openings = openingsOf(config.meta);
  const spans = spansOf(config, placeOf);
  const stages = config.meta.stages.filter((id) => nodes.some(({ stage }) => stage === id));
  const stage = Int32Array.from(nodes, (node) => stages.indexOf(node.stage ?? ""));
  const ways: Transition[] = [];
  const firstWay = new Int32Array(count);
  const endWay = new Int32Array(count);
  for (const [i, state] of states.entries()) {
    firstWay[i] = ways.length;
    const kind = nodeOf(state).kind;
    if (kind === "decision") ways.push(...(state.always ?? []));
    if (kind === "fork") ways.push(...Object.values(state.states ?? {}).map(opening));
    endWay[i] = ways.length;
  }
  const flowFrom = new Int32Array(flows.length).fill(-1);
  const exit = (i: number, transition: Transition | undefined): number => {
    const flow = rooms.taken(transition);
    if (flow >= 0) flowFrom[flow] = i;
    return flow;
  };
  const next = ids((state, node) => exit(placeOf.get(node.id)!, onward(state, node)));
  const on = (what: string) => ids((state, node) => exit(placeOf.get(node.id)!, exitEvent(state, what)));
  const givesUp = on("gives-up");
  const full = on("full");
  for (let i = 0; i < count; i++) for (let way = firstWay[i]!; way < endWay[i]!; way++) exit(i, ways[way]);

  const flowTo = Int32Array.from(flows, ({ to }) => placeOf.get(to)!);
  return {
    name: config.meta.process,
    nodes,
    stations: count,
    kind: Uint8Array.from(nodes, (node, i) => (tasks[i] ? KIND.task : KIND[node.kind])),
    key: keysOf(nodes.map((node) => node.id)),
    ...repeating(count, flowFrom, flowTo),
    next,
    givesUp,
    full,
    firstWay,
    endWay,
    ways: Int32Array.from(ways, (way) => rooms.taken(way)),
    below: Float64Array.from(ways, ({ guard }) =>
      guard?.type === "rule" ? Number.NaN : guard?.type === "share" ? guard.params.below : 1,
    ),
    tests: ways.map(({ guard }) => (guard?.type === "rule" ? testOf(guard.params.rule, carried) : undefined)),
    byChance: Uint8Array.from(states, ({ always = [] }) => Number(always.some(({ guard }) => guard?.type === "share"))),
    pool: poolOf,
    people: Int32Array.from(steps, (step) => step?.people ?? 1),
    work: steps.map((step) => (step?.work !== undefined && "dist" in step.work ? spreadOfTime(step.work) : undefined)),
    workBy: steps.map((step) => workBy(step, carried)),
    patience: steps.map((step) => time(step?.patience)),
    limit: Float64Array.from(steps, (step) => step?.queue?.limit ?? Number.POSITIVE_INFINITY),
    target: Float64Array.from(steps, (step) =>
      step?.target === undefined ? Number.NaN : spreadOfTime({ dist: "constant", ...step.target }).a,
    ),
    pause: nodes.map((node) => (node.kind === "wait" ? time(node.for) : undefined)),
    tasks,
    pauseOpening: nodes.map((node) => (node.kind === "wait" ? openings.get(node.calendar ?? "") : undefined)),
    value: ids((_, node) => (node.kind === "end" ? carried.findIndex((field) => field.id === node.value) : -1)),
    stage,
    stages,
    flows: flows.map(({ flow }) => flow),
    flowKey: keysOf(flows.map(({ flow }) => flow)),
    flowFrom,
    flowTo,
    flowDelay: flows.map(({ delay }) => time(delay)),
    pools,
    dependents,
    covered,
    spans,
    marks: Uint8Array.from(nodes, (_, i) =>
      spans.reduce(
        (bits, { from, to }) => bits | (from === i ? MARK.from : 0) | (to === i ? MARK.to : 0),
        entersStage(i, stage, flowFrom, flowTo) ? MARK.stage : 0,
      ),
    ),
    priced: [...pools.map(({ team }) => team?.costPerHour), ...steps.map((step) => step?.cost)].some((cost) => cost),
    price: Float64Array.from(steps, (step) => step?.cost ?? 0),
    rate: Float64Array.from(pools, ({ team }) => (team?.costPerHour ?? 0) / 60),
    sources: nodes.flatMap((node, i) => (node.kind === "start" ? [sourceOf(node, i, carried, openings)] : [])),
    carried,
    carriedKey: keysOf(carried.map((field) => field.id)),
    samples: carried.map(sampleOf),
  };
}

const time = (of: Parameters<typeof spreadOfTime>[0] | undefined): Spread | undefined =>
  of === undefined ? undefined : spreadOfTime(of);

function nodeOf(state: State): ProcessNode {
  if (state.meta === undefined || !("node" in state.meta)) throw new Error("a state that stands for no node");
  return state.meta.node;
}

/** The machine's states laid out flat, and its flows with the node that each leads to. */
class Rooms {
  /** The states that stand for nodes, in the order of the machine. */
  readonly states: State[] = [];
  readonly flows: { flow: string; to: string; delay?: NonNullable<NodeOf<"wait">["for"]> }[] = [];
  private readonly byReference = new Map<string, State>();
  /** By the reference of a branch's end: the join that it waits for. */
  private readonly joins = new Map<string, string>();
  private readonly places = new Map<string, number>();

  constructor(states: States) {
    this.walk(states, undefined);
    for (const transition of this.states.flatMap(transitions)) this.taken(transition);
  }

  private walk(states: States, join: string | undefined): void {
    for (const state of Object.values(states)) {
      if (state.id !== undefined) this.byReference.set(`#${state.id}`, state);
      if (state.meta === undefined) {
        if (state.id !== undefined && join !== undefined) this.joins.set(`#${state.id}`, join);
      } else if ("node" in state.meta) {
        this.states.push(state);
        if (state.type === "parallel")
          for (const branch of Object.values(state.states ?? {})) this.walk(branch.states ?? {}, state.onDone?.target);
      }
    }
  }

  /** The place of the flow that a transition takes; −1 where it takes none. A flow is entered when first met. */
  taken(transition: Transition | undefined): number {
    const take = transition?.actions?.find((action) => action.type === "take");
    if (transition === undefined || take?.type !== "take") return -1;
    const { flow } = take.params;
    const known = this.places.get(flow);
    if (known !== undefined) return known;
    this.places.set(flow, this.flows.length);
    this.flows.push({ flow, ...this.destination(transition.target) });
    return this.flows.length - 1;
  }

  private destination(target: string): { to: string; delay?: NonNullable<NodeOf<"wait">["for"]> } {
    const reference = this.joins.get(target) ?? target;
    const state = this.byReference.get(reference);
    const after = Object.values(state?.after ?? {})[0];
    if (state?.meta === undefined) throw new Error(`the machine has no state ${target}`);
    if ("node" in state.meta) return { to: state.meta.node.id };
    if (after === undefined) throw new Error(`the delay ${target} leads nowhere`);
    return { ...this.destination(after.target), delay: state.meta.delay };
  }
}

/** How a branch of a fork opens: its first transition, with the flow that it takes. */
function opening(branch: State): Transition {
  if (typeof branch.initial !== "object") throw new Error("a branch without its flow");
  const first = branch.states?.[branch.initial.target];
  return { ...branch.initial, target: `#${first?.id}` };
}

function transitions(state: State): readonly (Transition | undefined)[] {
  const branches = state.type === "parallel" ? Object.values(state.states ?? {}).map(opening) : [];
  const exits = Object.values(state.states ?? {}).flatMap((inner) => Object.values(inner.on ?? {}));
  return [...(state.always ?? []), ...Object.values(state.after ?? {}), ...exits, ...branches];
}

function onward(state: State, node: ProcessNode): Transition | undefined {
  if (node.kind === "decision" || node.kind === "fork") return undefined;
  return state.always?.[0] ?? Object.values(state.after ?? {})[0] ?? exitEvent(state, "done");
}

/** What a step does on an event; only its two inner states listen to events. */
function exitEvent(state: State, what: string): Transition | undefined {
  if (state.type === "parallel") return undefined;
  const heard = Object.values(state.states ?? {}).flatMap((inner) => Object.entries(inner.on ?? {}));
  return heard.find(([event]) => event.endsWith(`.${what}`))?.[1];
}

/** What is measured between two nodes that records can come to. */
function spansOf({ meta }: MachineConfig, placeOf: ReadonlyMap<string, number>): readonly Span[] {
  return meta.targets.flatMap((target) => {
    const from = placeOf.get(target.from);
    const to = placeOf.get(target.to);
    if (from === undefined || to === undefined) return [];
    return [{ target, from, to, within: spreadOfTime({ dist: "constant", ...target.within }).a }];
  });
}

function workBy(step: Step | undefined, carried: readonly Field[]): WorkBy | undefined {
  if (step?.work === undefined || "dist" in step.work) return undefined;
  return {
    tests: step.work.by.map(({ when }) => testOf(when, carried)),
    spreads: step.work.by.map(({ work }) => spreadOfTime(work)),
    otherwise: spreadOfTime(step.work.otherwise),
  };
}

/** Whether a record can come to a node from outside of the node's stage. */
function entersStage(node: number, stage: Int32Array, flowFrom: Int32Array, flowTo: Int32Array): boolean {
  if (stage[node]! < 0) return false;
  const into = [...flowTo.keys()].filter((flow) => flowTo[flow] === node);
  return into.length === 0 || into.some((flow) => stage[flowFrom[flow]!] !== stage[node]);
}

/** Only what is asked for is drawn; since draws are keyed, leaving the others out changes nobody's luck. */
function carriedFields(
  config: MachineConfig,
  nodes: readonly ProcessNode[],
  besides: readonly string[],
): readonly Field[] {
  const asked = new Set(besides);
  const ask = (id: string | undefined) => id !== undefined && asked.add(id);
  const guards = (states: States): void => {
    for (const state of Object.values(states)) {
      for (const { guard } of state.always ?? []) if (guard?.type === "rule") fieldsOf(guard.params.rule).forEach(ask);
      guards(state.states ?? {});
    }
  };
  guards(config.states);
  for (const node of nodes) {
    if (node.kind === "end") ask(node.value);
    if (node.kind === "step" && node.work !== undefined && "by" in node.work)
      for (const { when } of node.work.by) fieldsOf(when).forEach(ask);
    if (node.kind === "step" && typeof node.queue?.priority === "string") ask(node.queue.priority);
  }
  return config.meta.fields.filter((field) => asked.has(field.id));
}
