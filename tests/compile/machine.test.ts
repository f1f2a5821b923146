import { describe, expect, it } from "vitest";
import { createMachine } from "xstate";
import type { State } from "../../src/compile/config.ts";
import { machineOf } from "../../src/compile/machine.ts";
import type { Flow, Process, ProcessNode } from "../../src/model/process.ts";
import { decision, end, fixed, flow, fork, join, paths, processOf, start, step, wait } from "../builders.ts";

/** A small process around the nodes in question: “new” before them, “out” behind. */
const around = (nodes: readonly ProcessNode[], flows: readonly Flow[]): Process =>
  processOf({ nodes: [start("new"), ...nodes, end("out")], flows });

/** The state of a node, without what it stands for. */
function stateOf(process: Process, id: string): Omit<State, "meta"> {
  const { meta, ...state } = machineOf(process).states[id]!;
  expect(meta).toMatchObject({ node: { id } });
  return state;
}

const take = (flow: string) => ({ type: "take", params: { flow } });
const HEED = { type: "heed" };

describe("the machine of a record's life has a state for each node", () => {
  it("start: passes on at once", () => {
    expect(stateOf(around([], paths("new > out")), "new")).toEqual({
      id: "new",
      always: [{ target: "#out", actions: [take("new-out")] }],
    });
  });

  it("step: waits, then works, and listens only to what is addressed to it", () => {
    expect(stateOf(around([step("call")], paths("new > call > out")), "call")).toEqual({
      id: "call",
      initial: "waiting",
      states: {
        waiting: { on: { "call.begin": { target: "working" } } },
        working: { on: { "call.done": { target: "#out", actions: [HEED, take("call-out")] } } },
      },
    });
  });

  it("step: by its other exits, or out of the process where these lead nowhere", () => {
    const call = step("call", { slots: 1, patience: fixed(5), queue: { limit: 2 } });
    const loose = stateOf(around([call], paths("new > call > out")), "call");
    expect(loose.states!.waiting).toEqual({
      on: {
        "call.begin": { target: "working" },
        "call.gives-up": { target: "#@gave-up", actions: [HEED] },
        "call.full": { target: "#@turned-away", actions: [HEED] },
      },
    });
    const led = stateOf(
      around(
        [call, step("write")],
        [
          ...paths("new > call > out", "write > out"),
          flow("call", "write", { on: "gives-up" }),
          flow("call", "out", { id: "full", on: "full" }),
        ],
      ),
      "call",
    );
    expect(led.states!.waiting!.on).toMatchObject({
      "call.gives-up": { target: "#write", actions: [HEED, take("call-write")] },
      "call.full": { target: "#out", actions: [HEED, take("full")] },
    });
  });

  it("decision by shares: ranges of a chance addressed to it; the last way is open to all", () => {
    const process = around(
      [decision("size"), step("a"), step("b")],
      [
        ...paths("new > size", "a > out", "b > out"),
        flow("size", "a", { share: 0.25 }),
        flow("size", "b", { share: 0.5 }),
        flow("size", "out", { share: 0.25 }),
      ],
    );
    expect(stateOf(process, "size")).toEqual({
      id: "size",
      always: [
        {
          target: "#a",
          guard: { type: "share", params: { decision: "size", below: 0.25 } },
          actions: [take("size-a")],
        },
        {
          target: "#b",
          guard: { type: "share", params: { decision: "size", below: 0.75 } },
          actions: [take("size-b")],
        },
        { target: "#out", actions: [take("size-out")] },
      ],
    });
  });

  it("decision by rules: in order, the otherwise last wherever it was drawn", () => {
    const rule = { field: "value", is: ">=", to: 100 } as const;
    const process = processOf({
      fields: [{ id: "value", name: "Value", type: "number" }],
      nodes: [start("new"), decision("size"), step("a"), end("out")],
      flows: [
        ...paths("new > size", "a > out"),
        flow("size", "out", { otherwise: true }),
        flow("size", "a", { when: rule }),
      ],
    });
    expect(stateOf(process, "size")).toEqual({
      id: "size",
      always: [
        { target: "#a", guard: { type: "rule", params: { rule } }, actions: [take("size-a")] },
        { target: "#out", actions: [take("size-out")] },
      ],
    });
  });

  it("fork and join: a parallel state with a region for each branch, and the join when all are done", () => {
    const process = around([fork("f"), step("a"), join("j")], paths("new > f > a > j > out", "f > j"));
    const { states, ...rest } = stateOf(process, "f");
    expect(rest).toEqual({ id: "f", type: "parallel", onDone: { target: "#j" } });
    expect(Object.keys(states!)).toEqual(["f-a", "f-j"]);
    expect(states!["f-a"]).toMatchObject({
      initial: { target: "a", actions: [take("f-a")] },
      states: {
        a: { states: { working: { on: { "a.done": { target: "#@joined-f-a", actions: [HEED, take("a-j")] } } } } },
        "@joined": { id: "@joined-f-a", type: "final" },
      },
    });
    expect(states!["f-j"]).toEqual({
      initial: { target: "@joined", actions: [take("f-j")] },
      states: { "@joined": { id: "@joined-f-j", type: "final" } },
    });
    expect(stateOf(process, "j")).toEqual({ id: "j", always: [{ target: "#out", actions: [take("j-out")] }] });
  });

  it("wait: leaves after a delay of its own name", () => {
    expect(stateOf(around([wait("pause")], paths("new > pause > out")), "pause")).toEqual({
      id: "pause",
      after: { pause: { target: "#out", actions: [HEED, take("pause-out")] } },
    });
  });

  it("end: final, with its outcome", () => {
    expect(stateOf(around([], paths("new > out")), "out")).toEqual({
      id: "out",
      type: "final",
      output: { end: "out", outcome: "neutral" },
    });
    const won = processOf({ nodes: [start("new"), end("out", { outcome: "success" })], flows: paths("new > out") });
    expect(stateOf(won, "out").output).toEqual({ end: "out", outcome: "success" });
  });

  it("a flow that takes time: a state on the way", () => {
    const process = around(
      [step("call")],
      [...paths("new > call"), flow("call", "out", { id: "post", delay: fixed(2, "d") })],
    );
    expect(stateOf(process, "call").states!.working!.on!["call.done"]).toEqual({
      target: "#post",
      actions: [HEED, take("post")],
    });
    expect(machineOf(process).states.post).toEqual({
      id: "post",
      after: { post: { target: "#out", actions: [HEED] } },
      meta: { flow: "post", delay: fixed(2, "d") },
    });
  });
});

describe("the machine as a whole", () => {
  const two = processOf({
    name: "Two",
    teams: [{ id: "crew", name: "Crew", people: 2 }],
    systems: [{ id: "crm", name: "CRM" }],
    fields: [{ id: "hot", name: "Hot", type: "boolean" }],
    nodes: [start("new", { x: 10, y: 20 }), start("old"), end("out")],
    flows: paths("new > out", "old > out"),
  });

  it("begins where the record starts; the last start needs no asking", () => {
    const { initial, states } = machineOf(two);
    expect(states[initial]).toEqual({
      always: [{ target: "#new", guard: { type: "startsAt", params: { start: "new" } } }, { target: "#old" }],
    });
  });

  it("carries what all records share, and not where nodes are drawn", () => {
    const { meta, states } = machineOf(two);
    expect(meta).toMatchObject({ process: "Two", teams: two.teams, systems: two.systems, fields: two.fields });
    expect(states.new!.meta).toEqual({
      node: { id: "new", kind: "start", name: "new", arrivals: start("new").arrivals },
    });
  });

  it("has two ends that nobody draws: turned away, and gave up", () => {
    const { states } = machineOf(two);
    expect(states["@turned-away"]).toEqual({
      id: "@turned-away",
      type: "final",
      output: { outcome: "turned-away" },
    });
    expect(states["@gave-up"]).toEqual({ id: "@gave-up", type: "final", output: { outcome: "gave-up" } });
  });

  it("goes through JSON and through XState unchanged", () => {
    const everything = processOf({
      fields: [{ id: "hot", name: "Hot", type: "boolean", share: 0.5 }],
      nodes: [
        start("new"),
        step("call", { slots: 1, patience: fixed(3), queue: { limit: 1 } }),
        decision("which"),
        fork("f"),
        step("a"),
        wait("b"),
        join("j"),
        end("out"),
      ],
      flows: [
        ...paths("new > call", "f > a > j", "f > b > j > out"),
        flow("call", "which", { delay: fixed(1) }),
        flow("which", "f", { when: { field: "hot", is: "=", to: true } }),
        flow("which", "out", { otherwise: true }),
      ],
    });
    const config = machineOf(everything);
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
    const before = JSON.stringify(config);
    expect(JSON.stringify(createMachine(config as never).config)).toBe(before);
  });
});
