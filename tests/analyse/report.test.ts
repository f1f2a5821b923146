import { describe, expect, it } from "vitest";
import { report } from "../../src/analyse/report.ts";
import type { Results, Stat } from "../../src/analyse/results.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Process } from "../../src/model/process.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import type { Stop } from "../../src/simulate/stop.ts";
import { decision, end, fixed, flow, paths, processOf, start, step } from "../builders.ts";

const EVER: Stop = { records: 1000 };

function run(process: Process, stop: Stop = EVER, replications = 2): Results {
  const program = compile(process);
  return report(
    program,
    7,
    Array.from({ length: replications }, (_, i) => simulate(program, 7, i, stop)),
  );
}

/** Nothing is left to chance, so every replication is the same and intervals have no width. */
const exactly = (mean: number): Stat => ({ mean, ci95: [mean, mean] });

/**
 * Five leads, at 0, 2, 4, 6 and 10 minutes. They are called by a crew of two (6 minutes each, two may wait a minute
 * each), and what is agreed takes half an hour on the way; those worth 100 or more are then won. Who gives up is written
 * to (1 minute, by nobody in particular).
 *
 * 0 and 1 are worked on 0–6 and 2–8. 2 comes at 4, waits and gives up at 5; it is written to 5–6. 3 comes at 6, when 0 is
 * just done, and is worked on 6–12. 4 comes at 10: one of the crew is free since 8, so it is worked on 10–16.
 * At 10, the last arrival, 0 and 1 are on the way (till 36 and 38), 3 and 4 are worked on, and 2 has ended.
 */
const SALES = processOf({
  name: "Sales",
  teams: [{ id: "crew", name: "Crew", people: 2, costPerHour: 30 }],
  fields: [{ id: "value", name: "Deal value", type: "number" }],
  nodes: [
    start("small", { arrivals: { at: [0, 4, 6] }, set: { value: 50 } }),
    start("large", { arrivals: { at: [2, 10] }, set: { value: 150 } }),
    step("call", {
      work: fixed(6),
      team: "crew",
      queue: { limit: 2 },
      patience: fixed(1),
      cost: 2,
      target: { value: 6, unit: "min" },
    }),
    step("write", { work: fixed(1), cost: 0.5 }),
    decision("size"),
    end("won", { outcome: "success", value: "value" }),
    end("lost", { outcome: "failure" }),
  ],
  flows: [
    ...paths("small > call", "large > call", "write > lost"),
    flow("call", "size", { delay: fixed(0.5, "h") }),
    flow("call", "write", { on: "gives-up" }),
    flow("size", "won", { when: { field: "value", is: ">=", to: 100 } }),
    flow("size", "lost", { otherwise: true }),
  ],
});

describe("a process in which nothing is left to chance", () => {
  const results = run(SALES);

  it("is named with its seed, its replications and its time", () => {
    // The last, worked on until 16, is there at 46.
    expect(results).toMatchObject({ process: "Sales", seed: 7, replications: 2, simulatedMinutes: 46 });
    expect(results.warmUp).toEqual({ method: "none", minutes: 0 });
  });

  it("counts records", () => {
    expect(results.records).toEqual({
      arrived: exactly(5),
      completed: exactly(5),
      inProgress: exactly(0),
      turnedAway: exactly(0),
      // Who gives up and has a way to go on by is not lost.
      gaveUp: exactly(0),
    });
  });

  it("times whole lives: 36, 36, 2, 36 and 36 minutes", () => {
    expect(results.cycleTime).toMatchObject({ mean: 29.2, max: 36 });
    expect(results.cycleTime.ci95[0]).toBeCloseTo(29.2, 12);
    for (const share of ["p50", "p90", "p99"] as const) expect(results.cycleTime[share]! / 36).toBeCloseTo(1, 2);
  });

  it("counts throughput up to the last arrival: one in 10 minutes", () => {
    expect(results.throughputPerHour).toEqual(exactly(6));
  });

  it("measures a step that a team does", () => {
    const { call } = results.steps;
    expect(call).toMatchObject({
      visits: exactly(5),
      perRecord: exactly(1),
      // One of five waited, for a minute.
      wait: { ...exactly(0.2), p50: 0, max: 1 },
      work: { ...exactly(6), p50: 6, p90: 6, p99: 6, max: 6 },
      waitedShare: exactly(0.2),
      // Up to 10: a minute of waiting; 6 + 6 + 1 + 4 + 0 minutes inside.
      queueLength: exactly(0.1),
      inStep: exactly(1.7),
      // 16 of 2 · 10 minutes of the crew's time.
      utilisation: exactly(0.8),
      gaveUp: exactly(1),
      turnedAway: exactly(0),
      // All four that were done took 6 minutes.
      withinTarget: exactly(1),
      // Four runs at 2, and 24 minutes at 30 an hour.
      cost: exactly(20),
    });
    // A minute of waiting against four half hours on the way.
    expect(call!.shareOfDelay.mean).toBeCloseTo(1 / 121, 12);
  });

  it("measures a step without limits: nobody waits, and there is nothing to be utilised", () => {
    const { write } = results.steps;
    expect(write).toMatchObject({
      visits: exactly(1),
      perRecord: exactly(0.2),
      wait: { ...exactly(0), max: 0 },
      work: { ...exactly(1), max: 1 },
      inStep: exactly(0.1),
      cost: exactly(0.5),
      shareOfDelay: exactly(0),
    });
    expect(write!.utilisation.mean).toBeNaN();
    expect(write).not.toHaveProperty("withinTarget");
  });

  it("measures the team", () => {
    expect(results.teams).toEqual({
      crew: { utilisation: exactly(0.8), peopleBusy: exactly(1.6), cost: exactly(12) },
    });
  });

  it("counts flows, each as a share of what leaves its node", () => {
    const figures = Object.entries(results.flows).map(([id, { count, share }]) => [id, count.mean, share.mean]);
    expect(figures.sort()).toEqual([
      ["call-size", 4, 0.8],
      ["call-write", 1, 0.2],
      ["large-call", 2, 1],
      ["size-lost", 2, 0.5],
      ["size-won", 2, 0.5],
      ["small-call", 3, 1],
      ["write-lost", 1, 1],
    ]);
  });

  it("counts ends, and adds up what records are worth where an end says so", () => {
    expect(results.ends).toEqual({
      won: { count: exactly(2), share: exactly(0.4), value: exactly(300) },
      lost: { count: exactly(3), share: exactly(0.6) },
    });
  });

  it("balances its books", () => {
    expect(results.audit.conservation).toBe(true);
    expect(results.audit.littlesLaw.worst).toBeLessThan(1e-12);
  });

  it("names the crew, busy 80 % of the time, though hardly anybody waits", () => {
    expect(results.bottlenecks).toMatchObject([
      { rank: 1, team: "crew", steps: ["call"], utilisation: 0.8, proven: false },
    ]);
    expect(results.bottlenecks[0]!.why).toMatch(/Crew is busy 80 % of the time, though hardly anybody waits yet/);
  });
});

describe("a target", () => {
  it("counts waiting and work together, and who takes exactly that long is within", () => {
    // 5 minutes each at one desk, arrivals at 0, 1 and 20: 5, 9 and 5 minutes.
    const results = run(
      processOf({
        nodes: [
          start("new", { arrivals: { at: [0, 1, 20] } }),
          step("desk", { work: fixed(5), slots: 1, target: { value: 300, unit: "s" } }),
          end("out"),
        ],
        flows: paths("new > desk > out"),
      }),
    );
    expect(results.steps.desk!.withinTarget!.mean).toBeCloseTo(2 / 3, 12);
    expect(results.steps.desk!.waitedShare.mean).toBeCloseTo(1 / 3, 12);
    expect(results.steps.desk!.utilisation.mean).toBeCloseTo(10 / 20, 12);
  });
});

describe("a run that stops at a time", () => {
  // Every 4 minutes, 6 minutes of work at one desk, until 20: arrivals at 4, 8, 12, 16 and 20; done at 10 and 16; the third
  // is worked on from 16, the fourth waits from 16, the fifth from 20.
  const process = processOf({
    nodes: [
      start("new", { arrivals: { every: fixed(4) } }),
      step("desk", { work: fixed(6), slots: 1, queue: { limit: 2 } }),
      end("out"),
    ],
    flows: paths("new > desk > out"),
  });
  const results = run(process, { minutes: 20 });

  it("counts who is inside, and averages over all the time", () => {
    expect(results.records).toMatchObject({
      arrived: exactly(5),
      completed: exactly(2),
      inProgress: exactly(3),
    });
    expect(results.simulatedMinutes).toBe(20);
    expect(results.throughputPerHour).toEqual(exactly(6));
    const { desk } = results.steps;
    // The second waited 8–10, the third 12–16, the fourth waits since 16: 2 + 4 + 4 minutes.
    expect(desk!.queueLength).toEqual(exactly(0.5));
    // 4–20 somebody is worked on.
    expect(desk!.utilisation).toEqual(exactly(0.8));
    expect(desk!.inStep.mean).toBeCloseTo(1.3, 12);
    // Only of those whose work began: 0, 2 and 4 minutes.
    expect(desk!.wait.mean).toBe(2);
    expect(desk!.work).toMatchObject({ mean: 6, max: 6 });
  });

  it("balances its books with some inside", () => {
    expect(results.audit.conservation).toBe(true);
    expect(results.audit.littlesLaw.worst).toBeLessThan(1e-12);
  });
});

describe("who leaves early", () => {
  it("is counted apart: turned away, and given up", () => {
    // One desk, 10 minutes, one may wait, for 3 minutes: 0 is worked on 0–10; 1 waits 1–4 and gives up; 2 is turned away at 2.
    const results = run(
      processOf({
        nodes: [
          start("new", { arrivals: { at: [0, 1, 2] } }),
          step("desk", { work: fixed(10), slots: 1, queue: { limit: 1 }, patience: fixed(3) }),
          end("out"),
        ],
        flows: paths("new > desk > out"),
      }),
    );
    expect(results.records).toEqual({
      arrived: exactly(3),
      completed: exactly(1),
      inProgress: exactly(0),
      turnedAway: exactly(1),
      gaveUp: exactly(1),
    });
    // Who was turned away never waited: 0 and 3 minutes.
    expect(results.steps.desk!.wait).toMatchObject({ ...exactly(1.5), max: 3 });
    expect(results.ends.out!.share).toEqual(exactly(1));
    expect(results.simulatedMinutes).toBe(10);
  });

  it("does not make a run longer by the patience that it did not need", () => {
    // 1 waits 1–5 and would have waited until 1001.
    const results = run(
      processOf({
        nodes: [
          start("new", { arrivals: { at: [0, 1] } }),
          step("desk", { work: fixed(5), slots: 1, patience: fixed(1000) }),
          end("out"),
        ],
        flows: paths("new > desk > out"),
      }),
    );
    expect(results.simulatedMinutes).toBe(10);
  });
});

describe("a single replication", () => {
  it("has figures without intervals", () => {
    const { cycleTime } = run(SALES, EVER, 1);
    expect(cycleTime.mean).toBe(29.2);
    expect(cycleTime.ci95).toEqual([Number.NaN, Number.NaN]);
  });
});
