import { describe, expect, it } from "vitest";
import type { Improvement, Results } from "../../src/analyse/results.ts";
import { INTERVENTIONS } from "../../src/experiment/interventions.ts";
import type { RunOptions } from "../../src/experiment/options.ts";
import { run } from "../../src/experiment/run.ts";
import type { Process, Step } from "../../src/model/process.ts";
import { validate } from "../../src/model/validate.ts";
import { about, end, fixed, flow, processOf, start, step } from "../builders.ts";
import { done } from "../done.ts";

function results(process: Process, records = 2000, replications = 10): Results {
  return done(run(process, { records, replications, improve: true }));
}

const of = (improvements: readonly Improvement[] | undefined, kind: string) =>
  improvements!.filter((each) => each.kind === kind);

const day = ["09:00-12:30", "13:30-17:00"];
const process: Process = processOf({
  calendars: [{ id: "office", name: "Office", week: { mon: day, tue: day, wed: day, thu: day, fri: day } }],
  teams: [
    { id: "a", name: "Alpha", people: 1, calendar: "office", costPerHour: 30 },
    { id: "b", name: "Beta", people: 2, calendar: "office", costPerHour: 60 },
  ],
  nodes: [
    start("in", { arrivals: { every: about(20), calendar: "office" } }),
    step("first", { name: "First", work: about(15), team: "a" }),
    step("second", { name: "Second", work: about(20), team: "b" }),
    end("out"),
  ],
  flows: [flow("in", "first"), flow("first", "second", { delay: fixed(1, "h") }), flow("second", "out")],
  simulation: { start: "2026-01-05T09:00" },
});

describe("interventions", () => {
  const plain = done(run(process, { records: 200, replications: 2 }));
  const candidates = (kind: string) => INTERVENTIONS.find((each) => each.kind === kind)!.candidates(process, plain);
  const stepOf = (after: Process, id: string) => after.nodes.find((node) => node.id === id) as Step;

  it("all leave valid processes", () => {
    for (const { candidates } of INTERVENTIONS)
      for (const candidate of candidates(process, plain)) expect(validate(candidate.process)).toEqual([]);
  });

  it("automate: a fifth of the work, and nobody", () => {
    const { title, process: after } = candidates("automate")[0]!;
    expect(title).toBe("Automate “First”: nobody is needed, and it takes 20 % of the time");
    expect(stepOf(after, "first")).toEqual({
      id: "first",
      kind: "step",
      name: "First",
      work: { dist: "exponential", mean: 3, unit: "min" },
      automation: "automated",
    });
  });

  it("train: a tenth less, in the same unit", () => {
    expect(stepOf(candidates("train")[0]!.process, "first").work).toEqual({
      dist: "exponential",
      mean: 13.5,
      unit: "min",
    });
  });

  it("train: a tenth less by every rule and in every part of a mixture", () => {
    const parts = (scale: number) => [
      { weight: 1, of: fixed(10 * scale, "s") },
      { weight: 1, of: { dist: "lognormal" as const, mean: 20 * scale, sd: 10 * scale } },
    ];
    const work = (scale: number) => ({
      by: [{ when: { all: [] }, work: { dist: "mixture" as const, parts: parts(scale), unit: "h" as const } }],
      otherwise: { dist: "uniform" as const, min: 10 * scale, max: 30 * scale, unit: "min" as const },
    });
    const byRule = {
      ...process,
      nodes: process.nodes.map((node) => (node.id === "first" ? { ...node, work: work(1) } : node)),
    };
    const [{ process: after } = { process }] = INTERVENTIONS[2]!.candidates(byRule as Process, plain);
    expect(stepOf(after, "first").work).toEqual(work(0.9));
  });

  it("merge: the people of both, paid as before on average", () => {
    const { title, process: after } = candidates("merge-teams")[0]!;
    expect(title).toBe("Merge Alpha and Beta into one team");
    expect(after.teams).toEqual([{ id: "a", name: "Alpha", people: 3, calendar: "office", costPerHour: 50 }]);
    expect(stepOf(after, "second").team).toBe("a");
  });

  it("longer hours: the last shift of each day, for one team only", () => {
    const { process: after } = candidates("longer-hours")[0]!;
    const longer = after.calendars.find(({ id }) => id === after.teams[0]!.calendar)!;
    expect(longer.week.mon).toEqual(["09:00-12:30", "13:30-18:00"]);
    expect(after.teams[1]!.calendar).toBe("office");
    expect(after.calendars[0]).toEqual(process.calendars[0]);
  });

  it("drop a delay", () => {
    const [only, ...others] = candidates("drop-delay");
    expect(others).toEqual([]);
    expect(only!.process.flows[1]).toEqual(flow("first", "second"));
    expect(only!.promise).toBeCloseTo(60, 9);
  });
});

describe("what would help", () => {
  const { improvements, cycleTime, throughputPerHour } = results(process);

  it("is tried for every kind of change, the most helpful first", () => {
    expect(new Set(improvements!.map(({ kind }) => kind))).toEqual(new Set(INTERVENTIONS.map(({ kind }) => kind)));
    const gains = improvements!.map((each) => -each.cycleTime.mean);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    expect(improvements!.map(({ rank }) => rank)).toEqual(improvements!.map((_, i) => i + 1));
    for (const each of improvements!.filter(({ shown }) => shown)) expect(each.cycleTime.ci95[1]).toBeLessThan(0);
    expect(-gains[0]!).toBeGreaterThan(-cycleTime.mean);
  });

  it("tells what one more person costs, and what that is for each hour saved", () => {
    // Seven hours on five days of seven, at 30 an hour. The share on shift is that of the run, which ends in some week.
    const hired = of(improvements, "one-more").find(({ title }) => title === "Give Alpha one more person")!;
    expect(hired.shown).toBe(true);
    expect(Math.abs(hired.costPerHour!.mean - (30 * 35) / 168)).toBeLessThan(0.3);
    const saved = (-hired.cycleTime.mean / 60) * throughputPerHour.mean;
    expect(hired.costPerHourSaved).toBeCloseTo(hired.costPerHour!.mean / saved, 9);
  });

  it("names no price where there is nothing to pay", () => {
    for (const { costPerHourSaved } of [...of(improvements, "train"), ...of(improvements, "merge-teams")])
      expect(costPerHourSaved).toBeUndefined();
  });
});

it("finds the same whether the bottleneck is proven before or not, and the other way round", () => {
  // A load of 90 % at either step, and few records: the proof has to add replications to tell them apart.
  const close = processOf({
    nodes: [
      start("in", { arrivals: { every: about(10) } }),
      step("a", { work: about(9), team: "one" }),
      step("b", { work: about(9), team: "two" }),
      end("out"),
    ],
    teams: [
      { id: "one", name: "One", people: 1 },
      { id: "two", name: "Two", people: 1 },
    ],
    flows: [flow("in", "a"), flow("a", "b"), flow("b", "out")],
  });
  const found = (asked: RunOptions) => {
    return done(run(close, { records: 100, replications: 4, ...asked }));
  };
  const both = found({ prove: true, improve: true });

  expect(both).toEqual({ ...found({ prove: true }), improvements: found({ improve: true }).improvements });
});

it("saves just the delay where that is dropped and nobody waits", () => {
  const calm = processOf({
    nodes: [start("in", { arrivals: { every: fixed(10) } }), step("a", { work: fixed(5) }), end("out")],
    flows: [flow("in", "a", { delay: fixed(1, "h") }), flow("a", "out")],
  });
  const { improvements } = results(calm, 50, 3);
  expect(improvements).toMatchObject([
    {
      kind: "drop-delay",
      cycleTime: { mean: -60, ci95: [-60, -60] },
      shown: true,
      title: "Drop the delay on the way from “in” to “a”",
    },
  ]);
  expect(improvements![0]!.costPerHour).toBeUndefined();
});
