import { describe, expect, it } from "vitest";
import { report } from "../../src/analyse/report.ts";
import type { Bottleneck } from "../../src/analyse/results.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Process } from "../../src/model/process.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import { end, fixed, flow, paths, processOf, start, step } from "../builders.ts";

function found(process: Process): readonly Bottleneck[] {
  const program = compile(process);
  return report(program, 1, [simulate(program, 1, 0, { records: 100 })]).bottlenecks;
}

describe("what holds records up", () => {
  // 0 is at the front 0–4 and at the back 4–14. 1 comes at 1, waits 3 minutes, is at the front 4–8, waits 6 minutes, and is at
  // the back 14–24. The way out takes both of them 10.5 minutes: of 30 minutes of delay 3 are the clerk's, 6 the back's.
  const process = processOf({
    teams: [{ id: "clerk", name: "Clerk", people: 1 }],
    nodes: [
      start("new", { arrivals: { at: [0, 1] } }),
      step("front", { work: fixed(4), team: "clerk" }),
      step("back", { work: fixed(10), slots: 1 }),
      step("free", { work: fixed(10) }),
      end("out"),
    ],
    flows: [...paths("new > front > back > free"), flow("free", "out", { delay: fixed(10.5) })],
  });

  it("is ranked by its share of all delay, time on the way included: a step with slots of its own, then a team", () => {
    const list = found(process);
    expect(list.map(({ rank, step, team, steps }) => ({ rank, step, team, steps }))).toEqual([
      { rank: 1, step: "back", team: undefined, steps: ["back"] },
      { rank: 2, step: undefined, team: "clerk", steps: ["front"] },
    ]);
    expect(list.map(({ shareOfDelay }) => shareOfDelay)).toEqual([0.2, 0.1]);
    // Up to the last arrival, at 1, the clerk was busy all the time, and nobody had reached the back.
    expect(list.map(({ utilisation }) => utilisation)).toEqual([0, 1]);
    expect(list.every(({ proven }) => !proven)).toBe(true);
  });

  it("is said in a sentence with its figures", () => {
    expect(found(process)[0]!.why).toBe(
      "20 % of all delay is waiting for back, busy 0 % of the time: at “back” records wait 3 min on average.",
    );
  });

  it("is named by the step where most of it happens, if a team does several", () => {
    // One person: 0 at first 0–2; 1 waits 1–2, at first 2–4; 0 waits at then 2–4, 4–6; 1 waits at then 4–6, 6–8.
    const shared = processOf({
      teams: [{ id: "clerk", name: "Clerk", people: 1 }],
      nodes: [
        start("new", { arrivals: { at: [0, 1] } }),
        step("first", { work: fixed(2), team: "clerk" }),
        step("then", { work: fixed(2), team: "clerk" }),
        end("out"),
      ],
      flows: paths("new > first > then > out"),
    });
    expect(found(shared)).toMatchObject([{ team: "clerk", steps: ["then", "first"], shareOfDelay: 1 }]);
  });

  it("is nothing where nobody waits and nobody is busy", () => {
    const calm = processOf({
      nodes: [start("new", { arrivals: { at: [0, 10] } }), step("desk", { work: fixed(1), slots: 1 }), end("out")],
      flows: paths("new > desk > out"),
    });
    expect(found(calm)).toEqual([]);
  });
});
