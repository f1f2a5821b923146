import { describe, expect, it } from "vitest";
import { run } from "../../src/experiment/run.ts";
import type { Process } from "../../src/model/process.ts";
import { about, end, fixed, flow, paths, processOf, start, step, wait } from "../builders.ts";
import { done } from "../done.ts";

function resultsOf(process: Process) {
  return done(run(process));
}

describe("a run as it went", () => {
  it("is averaged over buckets of time, by hand", () => {
    // Two come at 0 and are worked on until 45 and 90 by a team of one; from 90 on nobody is there until 150.
    const process = processOf({
      teams: [{ id: "t", name: "T", people: 1 }],
      nodes: [start("in", { arrivals: { at: [0, 0, 150] } }), step("a", { work: fixed(45), team: "t" }), end("out")],
      flows: paths("in > a > out"),
      simulation: { stop: { after: { value: 12, unit: "h" } }, replications: 2 },
    });
    const { course } = resultsOf(process);
    // Twelve hours fall into 144 buckets of five minutes, the finest of which there are 150 at the most.
    expect(course!.bucketMinutes).toBe(5);
    expect(course!.inside.mean).toHaveLength(144);
    const minutes = (mean: readonly number[]) => [0, 8, 9, 17, 18, 29, 30, 38, 39].map((i) => mean[i]);
    expect(minutes(course!.inside.mean)).toEqual([2, 2, 1, 1, 0, 0, 1, 1, 0]);
    expect(minutes(course!.steps.a!.queue.mean)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(minutes(course!.teams.t!.utilisation.mean)).toEqual([1, 1, 1, 1, 0, 0, 1, 1, 0]);
    expect(course!.inside.half.every((half) => half === 0)).toBe(true);
  });

  it("has no load for a team where it is off shift, and grows no longer with the run", () => {
    const process = processOf({
      calendars: [{ id: "c", name: "C", week: { mon: ["00:00-12:00"], thu: ["00:00-24:00"] } }],
      teams: [{ id: "t", name: "T", people: 2, calendar: "c" }],
      nodes: [start("in", { arrivals: { every: about(60) } }), step("a", { work: about(9), team: "t" }), end("out")],
      flows: paths("in > a > out"),
      simulation: { stop: { after: { value: 52, unit: "wk" } }, replications: 2 },
    });
    const { course, workInProgress } = resultsOf(process);
    expect([course!.bucketMinutes, course!.inside.mean.length]).toEqual([7 * 1440, 52]);
    const all = course!.inside.mean.reduce((sum, inside) => sum + inside, 0) / 52;
    expect(all).toBeCloseTo(workInProgress!.mean, 3);
    const short = resultsOf({ ...process, simulation: { stop: { after: { value: 1, unit: "wk" } }, replications: 1 } });
    expect(short.course!.bucketMinutes).toBe(120);
    expect(short.course!.teams.t!.utilisation.mean.slice(5, 8)).toEqual([expect.any(Number), Number.NaN, Number.NaN]);
  });

  it("is as long where a run ends with a record, whatever its length", () => {
    for (const records of [3, 100, 10_000]) {
      const process = processOf({
        nodes: [start("in", { arrivals: { every: about(7) } }), step("a", { work: about(5), slots: 1 }), end("out")],
        flows: paths("in > a > out"),
        simulation: { stop: { records }, replications: 3 },
      });
      const { course } = resultsOf(process);
      expect(course!.inside.mean.length).toBeGreaterThan(15);
      expect(course!.inside.mean.length).toBeLessThanOrEqual(150);
    }
  });
});

describe("work in progress", () => {
  it("is L = λ W of a whole M/M/1", () => {
    const process = processOf({
      nodes: [start("in", { arrivals: { every: about(2) } }), step("a", { work: about(1), slots: 1 }), end("out")],
      flows: paths("in > a > out"),
      simulation: { stop: { records: 20_000 }, replications: 8 },
    });
    const { workInProgress } = resultsOf(process);
    expect(Math.abs(workInProgress!.mean - 1)).toBeLessThan(0.05);
  });
});

describe("money and delays", () => {
  it("are told for each record, by hand", () => {
    // One comes at 0, one at 5. Ten minutes on the way to the desk, 30 minutes of two people at 60 an hour, 7 a run.
    const process = processOf({
      fields: [{ id: "worth", name: "Worth", type: "number", sample: { dist: "constant", value: 500 } }],
      teams: [{ id: "t", name: "T", people: 2, costPerHour: 60 }],
      nodes: [
        start("in", { arrivals: { at: [0, 5] } }),
        step("desk", { work: fixed(30), team: "t", people: 2, cost: 7 }),
        end("out", { value: "worth" }),
      ],
      flows: [flow("in", "desk", { delay: fixed(10) }), flow("desk", "out")],
      simulation: { stop: { after: { value: 1, unit: "wk" } }, replications: 2 },
    });
    const { costPerRecord, valuePerWeek, delays, flows, percentileError } = resultsOf(process);
    expect(costPerRecord).toMatchObject({ mean: 67, p50: 67, p99: 67, max: 67 });
    expect(valuePerWeek!.mean).toBe(1000);
    // The second waits from 15 to 40.
    expect(delays).toMatchObject({ nobodyFree: { mean: 12.5 }, onTheWay: { mean: 10 }, offHours: { mean: 0 } });
    expect(flows["in-desk"]).toMatchObject({ delay: { mean: 10 }, shareOfDelay: { mean: 20 / 45 } });
    expect(flows["desk-out"]).not.toHaveProperty("delay");
    expect(percentileError).toBe(1 / 128);
  });

  it("share the cost of a batch among its records", () => {
    const process = processOf({
      teams: [{ id: "t", name: "T", people: 1, costPerHour: 60 }],
      nodes: [
        start("in", { arrivals: { at: [0, 0, 0] } }),
        step("a", { work: fixed(30), team: "t", batch: { size: 3 }, cost: 6 }),
        end("out"),
      ],
      flows: paths("in > a > out"),
      simulation: { stop: { records: 3 }, replications: 1 },
    });
    expect(resultsOf(process).costPerRecord).toMatchObject({ mean: 12, max: 12 });
  });
});

describe("the funnel", () => {
  it("counts each record once at each stage it comes to, and tells where it left, by hand", () => {
    // Four leads: one finds the line full, one gives up, two go on to sales and back again, of whom one wins by rule.
    const process = processOf({
      fields: [
        {
          id: "n",
          name: "N",
          type: "number",
        },
      ],
      stages: [
        { id: "lead", name: "Lead" },
        { id: "unused", name: "Unused" },
        { id: "sales", name: "Sales" },
      ],
      nodes: [
        start("in", { arrivals: { at: [0, 0, 0] }, stage: "lead", set: { n: 1 } }),
        start("late", { arrivals: { at: [50] }, stage: "lead", set: { n: 2 } }),
        step("call", { work: fixed(10), slots: 1, stage: "lead", queue: { limit: 1 }, patience: fixed(3) }),
        wait("think", { for: fixed(1), stage: "sales" }),
        { ...step("again", { work: fixed(1), stage: "lead" }) },
        { id: "d", kind: "decision", name: "d", stage: "sales" },
        end("won", { stage: "sales" }),
        end("lost"),
      ],
      flows: [
        ...paths("in > call", "late > call", "call > think > again > d"),
        flow("d", "won", { when: { field: "n", is: "=", to: 2 } }),
        flow("d", "lost", { otherwise: true }),
      ],
      simulation: { stop: { records: 4 }, replications: 2 },
    });
    const { funnel } = resultsOf(process);
    expect(
      funnel!.map(({ stage, records, share, dropOff }) => [stage, records.mean, share.mean, dropOff.mean]),
    ).toEqual([
      ["lead", 4, 1, 0.5],
      ["sales", 2, 0.5, 1],
    ]);
    const left = (i: number) =>
      Object.fromEntries(Object.entries(funnel![i]!.left).map(([node, { mean }]) => [node, mean]));
    expect(left(0)).toEqual({ call: 2 });
    expect(left(1)).toEqual({ won: 1, lost: 1 });
  });

  it("is left out where there are no stages", () => {
    expect(
      resultsOf(processOf({ nodes: [start("in"), step("a"), end("out")], flows: paths("in > a > out") })),
    ).not.toHaveProperty("funnel");
  });
});
