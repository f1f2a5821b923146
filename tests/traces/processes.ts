import type { Arrivals, Field, Process, Start, Step } from "../../src/model/process.ts";
import type { Stop } from "../../src/simulate/stop.ts";
import { decision, end, fixed, flow, fork, join, paths, processOf, start, step, wait } from "../builders.ts";

export interface Traced {
  /** Its trace is the file of this name. */
  readonly name: string;
  readonly process: Process;
  readonly stop: Stop;
}

export const traced = (name: string, parts: Partial<Process>, stop: Stop = { records: 100 }): Traced => ({
  name,
  process: processOf({ name, ...parts }),
  stop,
});

const arriving = (arrivals: Arrivals, more: Partial<Start> = {}) => start("new", { ...more, arrivals });
const at = (...times: readonly number[]) => arriving({ at: times });

/** Arrivals and nothing else. */
const arrivals = (name: string, of: Arrivals, stop?: Stop) =>
  traced(name, { nodes: [arriving(of), end("out")], flows: paths("new > out") }, stop);

/** One step between arrivals at given times and the end. */
const desk = (name: string, times: readonly number[], more: Partial<Step>, parts: Partial<Process> = {}) =>
  traced(name, {
    nodes: [at(...times), step("desk", more as object), end("out"), ...(parts.nodes ?? [])],
    flows: [...paths("new > desk > out"), ...(parts.flows ?? [])],
  });

const VALUE: Field = { id: "value", name: "Deal value", type: "number" };
const LARGE = { field: "value", is: ">=", to: 100 } as const;

const starts: readonly Traced[] = [
  arrivals("start-every", { every: fixed(2) }, { records: 3 }),
  arrivals("start-first", { every: fixed(5), first: fixed(1) }, { records: 3 }),
  arrivals("start-batch-and-max", { every: fixed(3), batch: 2, max: 5 }),
  arrivals("start-at", { at: [4, 1, 1] }),
  arrivals(
    "start-rates",
    {
      rates: [
        { for: { value: 1, unit: "h" }, perHour: 0 },
        { for: { value: 1, unit: "min" }, perHour: 6e9 },
      ],
    },
    { records: 2 },
  ),
  traced("start-two", {
    nodes: [arriving({ at: [2, 3] }), start("too", { arrivals: { at: [1, 2] } }), end("out")],
    flows: paths("new > out", "too > out"),
  }),
];

const queues: readonly Traced[] = [
  desk("queue-of-one", [0, 1, 2, 20], { work: fixed(3), slots: 1 }),
  desk("two-slots", [0, 1, 2, 3], { work: fixed(4), slots: 2 }),
  desk("no-limit", [0, 1, 1], { work: fixed(4) }),
  traced("shared-team", {
    teams: [{ id: "crew", name: "Crew", people: 1 }],
    nodes: [
      arriving({ at: [0, 2] }),
      start("too", { arrivals: { at: [1] } }),
      step("long", { work: fixed(3), team: "crew" }),
      step("short", { work: fixed(1), team: "crew" }),
      end("out"),
    ],
    flows: paths("new > long > out", "too > short > out"),
  }),
  traced("people-two-at-once", {
    teams: [{ id: "crew", name: "Crew", people: 2 }],
    nodes: [
      arriving({ at: [0, 2] }),
      start("too", { arrivals: { at: [1] } }),
      step("alone", { work: fixed(4), team: "crew" }),
      step("together", { work: fixed(3), team: "crew", people: 2 }),
      end("out"),
    ],
    flows: paths("new > alone > out", "too > together > out"),
  }),
  desk("full-leaves", [0, 1, 2, 3], { work: fixed(5), slots: 1, queue: { limit: 1 } }),
  desk(
    "full-flow",
    [0, 1, 2, 3],
    { work: fixed(5), slots: 1, queue: { limit: 1 } },
    {
      nodes: [step("other", { work: fixed(1) })],
      flows: [flow("desk", "other", { on: "full" }), flow("other", "out")],
    },
  ),
];

const patience: readonly Traced[] = [
  desk("patience-leaves", [0, 1, 5], { work: fixed(10), slots: 1, patience: fixed(6) }),
  desk(
    "patience-flow",
    [0, 1],
    { work: fixed(10), slots: 1, patience: fixed(6) },
    {
      nodes: [step("other", { work: fixed(1) })],
      flows: [flow("desk", "other", { on: "gives-up" }), flow("other", "out")],
    },
  ),
  traced(
    "patience-rework",
    {
      teams: [{ id: "crew", name: "Crew", people: 1 }],
      nodes: [
        at(0, 1, 2),
        step("desk", { work: fixed(4), team: "crew", patience: fixed(10) }),
        decision("again"),
        end("out"),
      ],
      flows: [...paths("new > desk > again"), flow("again", "desk", { share: 1 }), flow("again", "out", { share: 0 })],
    },
    { minutes: 20 },
  ),
  traced("patience-elsewhere", {
    nodes: [
      at(0, 1),
      start("too", { arrivals: { at: [3] } }),
      step("desk", { work: fixed(2), slots: 1, patience: fixed(10) }),
      step("next", { work: fixed(9), slots: 1 }),
      end("out"),
    ],
    flows: paths("new > desk > next > out", "too > next"),
  }),
  traced("patience-elsewhere-ordered", {
    nodes: [
      at(0, 1),
      start("too", { arrivals: { at: [5] } }),
      step("desk", { work: fixed(2), slots: 1, patience: fixed(10) }),
      step("next", { work: fixed(9), slots: 1, queue: { order: "last-come" } }),
      end("out"),
    ],
    flows: paths("new > desk > next > out", "too > next"),
  }),
  traced("patience-of-the-gone", {
    nodes: [
      at(0, 1),
      start("too", { arrivals: { at: [3, 6] } }),
      step("desk", { work: fixed(2), slots: 1, patience: fixed(10) }),
      step("next", { work: fixed(9), slots: 1 }),
      end("out"),
    ],
    flows: paths("new > desk > out", "too > next > out"),
  }),
];

const ways: readonly Traced[] = [
  traced("decision-by-rule", {
    fields: [VALUE],
    nodes: [
      arriving({ at: [0] }, { set: { value: 99 } }),
      start("big", { arrivals: { at: [1] }, set: { value: 100 } }),
      start("unknown", { arrivals: { at: [2] } }),
      decision("size"),
      step("clerk", { work: fixed(1) }),
      step("manager", { work: fixed(8) }),
      end("out"),
    ],
    flows: [
      ...paths("new > size", "big > size", "unknown > size", "clerk > out", "manager > out"),
      flow("size", "clerk", { otherwise: true }),
      flow("size", "manager", { when: LARGE }),
    ],
  }),
  traced("work-by-rule", {
    fields: [VALUE],
    nodes: [
      arriving({ at: [0] }, { set: { value: 99 } }),
      start("big", { arrivals: { at: [1] }, set: { value: 100 } }),
      step("desk", { work: { by: [{ when: LARGE, work: fixed(8) }], otherwise: fixed(2) }, slots: 1 }),
      end("out"),
    ],
    flows: paths("new > desk > out", "big > desk"),
  }),
  traced("fork-join-nested", {
    nodes: [
      at(0, 10),
      fork("split"),
      step("a", { work: fixed(3) }),
      fork("inner"),
      step("b", { work: fixed(1) }),
      step("c", { work: fixed(2) }),
      join("met"),
      step("d", { work: fixed(2) }),
      join("all"),
      end("out"),
    ],
    flows: paths("new > split > a > all > out", "split > inner > b > met > d > all", "inner > c > met", "split > all"),
  }),
  traced("wait", {
    nodes: [at(0, 1), wait("pause", { for: fixed(15) }), end("out")],
    flows: paths("new > pause > out"),
  }),
  traced("flow-delay", {
    nodes: [at(0, 1), step("desk", { work: fixed(3), slots: 1 }), end("out")],
    flows: [flow("new", "desk", { delay: fixed(2) }), flow("desk", "out", { delay: fixed(0.5, "h") })],
  }),
];

const ties: readonly Traced[] = [
  desk("tie-finish-then-arrive", [0, 5, 9], { work: fixed(5), slots: 1, queue: { limit: 0 } }),
  traced("tie-several-finish", {
    teams: [{ id: "crew", name: "Crew", people: 2 }],
    nodes: [
      at(0, 0, 0, 0),
      step("first", { work: fixed(3), team: "crew" }),
      step("second", { work: fixed(1), team: "crew" }),
      end("out"),
    ],
    flows: paths("new > first > second > out"),
  }),
  desk("tie-patience-and-finish", [0, 1], { work: fixed(5), slots: 1, patience: fixed(4) }),
  traced("zero-time-work", {
    nodes: [
      at(1, 1, 2),
      step("stamp", { work: fixed(0), slots: 1 }),
      step("desk", { work: fixed(1), slots: 1 }),
      end("out"),
    ],
    flows: paths("new > stamp > desk > out"),
  }),
];

const ends: readonly Traced[] = [
  traced(
    "stop-by-records",
    {
      nodes: [arriving({ every: fixed(2) }), step("desk", { work: fixed(3), slots: 1 }), end("out")],
      flows: paths("new > desk > out"),
    },
    { records: 3 },
  ),
  traced(
    "stop-by-time",
    {
      nodes: [arriving({ every: fixed(2) }), step("desk", { work: fixed(3), slots: 1 }), end("out")],
      flows: paths("new > desk > out"),
    },
    { minutes: 9 },
  ),
];

/** Small processes, one for each thing that plain steps, decisions, forks and waits do. */
export const PLAIN: readonly Traced[] = [...starts, ...queues, ...patience, ...ways, ...ties, ...ends];
