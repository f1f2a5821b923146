import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile/compile.ts";
import { lower } from "../../src/compile/lower.ts";
import { machineOf } from "../../src/compile/machine.ts";
import { SPREAD } from "../../src/compile/spread.ts";
import type { Process } from "../../src/model/process.ts";
import { about, decision, end, fixed, flow, fork, join, paths, processOf, start, step, wait } from "../builders.ts";

/** One of everything. */
const WHOLE: Process = processOf({
  name: "Whole",
  teams: [
    { id: "crew", name: "Crew", people: 3, costPerHour: 40 },
    { id: "idle", name: "Idle", people: 9 },
  ],
  fields: [
    { id: "value", name: "Value", type: "number", sample: { dist: "uniform", min: 0, max: 10 } },
    { id: "unasked", name: "Unasked", type: "number", sample: { dist: "uniform", min: 0, max: 10 } },
    { id: "hot", name: "Hot", type: "boolean" },
  ],
  nodes: [
    start("new", { arrivals: { every: about(2, "h"), first: fixed(1), batch: 4, max: 9 }, set: { hot: true } }),
    start("old", { arrivals: { at: [7, 3] } }),
    step("call", {
      work: fixed(0.5, "h"),
      team: "crew",
      people: 2,
      patience: fixed(5),
      queue: { limit: 3 },
      target: { value: 1, unit: "h" },
    }),
    step("read", {
      work: { by: [{ when: { field: "hot", is: "=", to: true }, work: fixed(1) }], otherwise: fixed(9) },
      slots: 4,
    }),
    decision("luck"),
    decision("size"),
    fork("f"),
    wait("pause", { for: fixed(2) }),
    step("free"),
    join("j"),
    end("won", { value: "value" }),
    end("lost"),
  ],
  flows: [
    ...paths("new > call > luck", "old > call", "read > size", "f > pause > j", "f > free > j > won"),
    flow("call", "lost", { id: "tired", on: "gives-up" }),
    flow("call", "read", { id: "crowd", on: "full", delay: fixed(1, "d") }),
    flow("luck", "read", { share: 0.25 }),
    flow("luck", "call", { id: "again", share: 0.75 }),
    flow("size", "lost", { otherwise: true }),
    flow("size", "f", { when: { field: "value", is: ">", to: 5 } }),
  ],
});

const program = lower(machineOf(WHOLE));
const node = (id: string) => program.nodes.findIndex((each) => each.id === id);
const name = (flow: number) => (flow < 0 ? undefined : program.flows[flow]);
const waysOf = (id: string) =>
  [...program.ways.subarray(program.firstWay[node(id)], program.endWay[node(id)])].map((way) => name(way));

describe("the tables of a program", () => {
  it("hold every node and every flow once, each flow with its ends", () => {
    expect(program.nodes.map(({ id }) => id).sort()).toEqual(WHOLE.nodes.map(({ id }) => id).sort());
    const ends = program.flows.map((id, i) => {
      const [from, to] = [program.flowFrom[i]!, program.flowTo[i]!];
      return { id, from: program.nodes[from]?.id, to: program.nodes[to]?.id };
    });
    const drawn = WHOLE.flows.map(({ id, from, to }) => ({ id, from, to }));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(ends.sort(byId)).toEqual(drawn.sort(byId));
  });

  it("say by which flow one goes on from where there is but one way", () => {
    const next = Object.fromEntries(program.nodes.map(({ id }, i) => [id, name(program.next[i]!)]));
    expect(next).toEqual({
      new: "new-call",
      old: "old-call",
      call: "call-luck",
      read: "read-size",
      luck: undefined,
      size: undefined,
      // A fork goes on by its ways; the join is where the record goes on when all are back.
      f: undefined,
      pause: "pause-j",
      free: "free-j",
      j: "j-won",
      won: undefined,
      lost: undefined,
    });
  });

  it("say by which flow one leaves a step early", () => {
    expect([name(program.givesUp[node("call")]!), name(program.full[node("call")]!)]).toEqual(["tired", "crowd"]);
    expect([name(program.givesUp[node("read")]!), name(program.full[node("read")]!)]).toEqual([undefined, undefined]);
  });

  it("say which ways lead out of a decision or a fork, and what it takes to go there", () => {
    expect(waysOf("luck")).toEqual(["luck-read", "again"]);
    expect([...program.below.subarray(program.firstWay[node("luck")], program.endWay[node("luck")])]).toEqual([
      0.25, 1,
    ]);
    expect(program.byChance[node("luck")]).toBe(1);
    expect(waysOf("size")).toEqual(["size-f", "size-lost"]);
    expect(program.byChance[node("size")]).toBe(0);
    const test = program.tests[program.firstWay[node("size")]!]!;
    const value = program.carried.findIndex(({ id }) => id === "value");
    const worth = (amount: number) => Float64Array.from(program.carried, (_, i) => (i === value ? amount : Number.NaN));
    expect([test(worth(5), 0), test(worth(6), 0)]).toEqual([false, true]);
    expect(waysOf("f")).toEqual(["f-pause", "f-free"]);
    expect(waysOf("call")).toEqual([]);
  });

  it("hold the numbers of steps, in minutes", () => {
    const call = node("call");
    expect(program.work[call]).toMatchObject({ code: SPREAD.constant, a: 30 });
    expect(program.patience[call]).toMatchObject({ code: SPREAD.constant, a: 5 });
    expect([program.people[call], program.limit[call], program.target[call]]).toEqual([2, 3, 60]);
    const free = node("free");
    expect([program.people[free], program.limit[free], program.target[free]]).toEqual([
      1,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ]);
    expect(program.patience[free]).toBeUndefined();
    expect(program.pause[node("pause")]).toMatchObject({ a: 2 });
    expect(program.flowDelay.map((delay) => delay?.a).filter(Boolean)).toEqual([1440]);
  });

  it("hold work by rule, the otherwise apart", () => {
    const by = program.workBy[node("read")]!;
    expect(program.work[node("read")]).toBeUndefined();
    expect(by.spreads.map(({ a }) => a)).toEqual([1]);
    expect(by.otherwise.a).toBe(9);
  });

  it("gather who does the work: teams that have some, slots of steps, and nobody where nothing limits it", () => {
    const pools = program.pools.map(({ team, steps, size }) => [
      team?.id,
      steps.map((i) => program.nodes[i]!.id),
      size,
    ]);
    expect(pools).toEqual([
      ["crew", ["call"], 3],
      [undefined, ["read"], 4],
    ]);
    expect([program.pool[node("call")], program.pool[node("read")], program.pool[node("free")]]).toEqual([0, 1, -1]);
  });

  it("carry only the fields that something asks for", () => {
    expect(program.carried.map(({ id }) => id)).toEqual(["value", "hot"]);
    expect(program.samples.map((sample) => sample?.code)).toEqual([SPREAD.uniform, undefined]);
    expect(program.value[node("won")]).toBe(0);
    expect(program.value[node("lost")]).toBe(-1);
  });

  it("count visits only where a record may come again", () => {
    const again = program.nodes.filter((_, i) => program.counter[i]! >= 0).map(({ id }) => id);
    expect(again.sort()).toEqual(["call", "luck"]);
    expect(program.counters).toBe(2);
  });

  it("say how records come in", () => {
    const [fresh, old] = program.sources;
    expect(fresh).toMatchObject({ node: node("new"), arrivals: { kind: "every", batch: 4, max: 9 } });
    expect(fresh!.arrivals).toMatchObject({ gap: { code: SPREAD.exponential, a: 120 }, first: { a: 1 } });
    expect([...fresh!.set]).toEqual([Number.NaN, 1]);
    expect(old!.arrivals).toEqual({ kind: "at", times: Float64Array.of(3, 7) });
    expect([...old!.set]).toEqual([Number.NaN, Number.NaN]);
  });

  it("give every node, flow and field a key of its own", () => {
    for (const keys of [program.key, program.flowKey, program.carriedKey]) expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("lowering", () => {
  it("reads nothing but the machine: from its JSON comes the same program", () => {
    const again = lower(JSON.parse(JSON.stringify(machineOf(WHOLE))));
    const plain = (of: typeof program) => JSON.stringify(of);
    expect(plain(again)).toBe(plain(program));
  });

  it("leaves out what no record can come to", () => {
    const lonely = processOf({
      nodes: [...WHOLE.nodes, step("lonely")],
      flows: [...WHOLE.flows, flow("lonely", "lost")],
    });
    expect(compile({ ...WHOLE, nodes: lonely.nodes, flows: lonely.flows }).nodes.map(({ id }) => id)).not.toContain(
      "lonely",
    );
  });

  it("gives keys by id alone, so that what else is drawn changes nobody's luck", () => {
    const tiny = compile(
      processOf({ nodes: [start("new"), step("call"), end("won")], flows: paths("new > call > won") }),
    );
    const keyIn = ({ nodes, key }: typeof program, id: string) => key[nodes.findIndex((each) => each.id === id)];
    expect(keyIn(tiny, "call")).toBe(keyIn(program, "call"));
  });
});
