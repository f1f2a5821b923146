import { describe, expect, it } from "vitest";
import { compare, planComparison } from "../../src/experiment/compare.ts";
import { carryOut } from "../../src/experiment/jobs.ts";
import { run } from "../../src/experiment/run.ts";
import type { Process } from "../../src/model/process.ts";
import { about, end, fixed, flow, paths, processOf, start, step } from "../builders.ts";
import { done } from "../done.ts";

const scenario = (id: string, set: string, to: number | string) => ({ id, name: id, changes: [{ set, to }] });

/** M/M/1 at load 0.8 with scenarios whose answers theory knows. */
const queue: Process = processOf({
  teams: [{ id: "t", name: "Team", people: 1, costPerHour: 30 }],
  nodes: [start("in", { arrivals: { every: about(10) } }), step("work", { work: about(8), team: "t" }), end("out")],
  flows: paths("in > work > out"),
  scenarios: [
    scenario("hire", "teams/t/people", 2),
    scenario("train", "nodes/work/work/mean", 7),
    scenario("slow", "nodes/work/work/mean", 9),
    scenario("rename", "teams/t/name", "Crew"),
  ],
});

function comparison(process: Process, ids?: readonly string[], replications = 10) {
  return done(compare(process, ids, { records: 5000, replications }));
}

const problemsOf = (process: Process, ids?: readonly string[]) => {
  const result = compare(process, ids, { records: 50, replications: 2 });
  return result.ok ? [] : result.problems;
};

describe("comparing scenarios", () => {
  const found = comparison(queue);
  const of = (id: string, measure = "cycleTime") => found.scenarios.find((each) => each.id === id)!.measures[measure]!;

  it("tells what each changes, about as theory says, and whether it is better", () => {
    // W = 1 / (μ − λ): 40 minutes at first, 23.33 after training, 90 if slow; M/M/2 of half the load: 8 / (1 − 0.16) = 9.52.
    expect(Math.abs(of("hire").change.mean - (9.52 - 40))).toBeLessThan(3);
    expect(Math.abs(of("train").change.mean - (23.33 - 40))).toBeLessThan(2.5);
    expect(Math.abs(of("slow").change.mean - (90 - 40))).toBeLessThan(20);
    expect(["hire", "train", "slow"].map((id) => of(id).verdict)).toEqual(["better", "better", "worse"]);
  });

  it("runs all on the same luck: what changes nothing differs in nothing", () => {
    const { change, verdict } = of("rename");
    expect([change.mean, ...change.ci95, verdict]).toEqual([0, 0, 0, "no difference shown"]);
  });

  it("pairs replications, which tells differences far better than two runs beside each other", () => {
    const { change, value } = of("train");
    const apart = Math.hypot(value.ci95[1] - value.mean, found.base.cycleTime!.ci95[1] - found.base.cycleTime!.mean);
    expect(change.ci95[1] - change.mean).toBeLessThan(apart);
  });

  it("compares cost where costs are given, and knows that less is better", () => {
    // 8 minutes at 30 an hour are 4, one minute less is half less.
    expect(Math.abs(found.base.costPerRecord!.mean - 4)).toBeLessThan(0.05);
    expect(of("train", "costPerRecord").change.mean).toBeCloseTo(-0.5, 1);
    expect(of("train", "costPerRecord").verdict).toBe("better");
    // A second person does the same work, but is paid 30 for every hour on shift.
    expect(of("hire", "costPerRecord")).toMatchObject({ change: { mean: 0 }, verdict: "no difference shown" });
    expect(of("hire", "costPerHour")).toMatchObject({ change: { mean: 30 }, verdict: "worse" });
  });

  it("takes only the scenarios that are asked for, in the order of the file", () => {
    expect(comparison(queue, ["slow", "hire"], 2).scenarios.map(({ id }) => id)).toEqual(["hire", "slow"]);
  });
});

it("counts who gives up, also where a way leads on from there", () => {
  // Two come at once to one person, and the second has gone before the first is done.
  const impatient = processOf({
    teams: [{ id: "t", name: "Team", people: 1 }],
    nodes: [
      start("in", { arrivals: { every: fixed(100), batch: 2 } }),
      step("work", { work: fixed(5), team: "t", patience: fixed(2) }),
      end("out"),
      end("cold"),
    ],
    flows: [...paths("in > work > out"), flow("work", "cold", { on: "gives-up" })],
    scenarios: [scenario("hire", "teams/t/people", 2)],
  });
  const found = comparison(impatient, undefined, 2);
  expect(found.base.lost!.mean).toBe(0.5);
  expect(found.scenarios[0]!.measures.lost).toMatchObject({ value: { mean: 0 }, verdict: "better" });
});

it("cuts the same warm-up off all, that which the process itself shows", () => {
  const settled = { ...queue, simulation: { warmUp: "auto" as const, replications: 4, stop: { records: 3000 } } };
  const plain = run(settled);
  const result = compare(settled, ["rename"]);
  if (!plain.ok || !result.ok) throw new Error("both run");
  expect(plain.value.warmUp.minutes).toBeGreaterThan(0);
  expect(plain.value.records.arrived.mean).toBeLessThan(3000);
  expect(result.value.base.cycleTime!.mean).toBe(plain.value.cycleTime.mean);
  expect(result.value.scenarios[0]!.measures.cycleTime!.change).toEqual({ mean: 0, ci95: [0, 0] });
});

it("compares what records are lost, come to a good end and are worth, and targets, where the process has them", () => {
  const process = processOf({
    fields: [{ id: "value", name: "Value", type: "number", sample: { dist: "constant", value: 100 } }],
    nodes: [
      start("in", { arrivals: { every: fixed(1) } }),
      step("work", { work: fixed(2), slots: 1, queue: { limit: 0 }, target: { value: 3, unit: "min" } }),
      end("won", { outcome: "success", value: "value" }),
      end("lost", { outcome: "failure" }),
    ],
    flows: [...paths("in > work > won"), flow("work", "lost", { on: "full" })],
    targets: [{ id: "speed", name: "Speed", from: "in", to: "work", within: { value: 1, unit: "min" } }],
    scenarios: [scenario("more", "nodes/work/slots", 2)],
  });
  // One is worked on while the next comes and finds no place: half of all, until there is a second place.
  const { base, scenarios } = comparison(process, undefined, 2);
  const figures = (of: Readonly<Record<string, { mean: number }>>) =>
    ["success", "valuePerRecord", "withinTarget:work", "target:speed"].map((id) => of[id]!.mean);
  expect(figures(base)).toEqual([0.5, 50, 1, 1]);
  const { measures } = scenarios[0]!;
  expect(figures(Object.fromEntries(Object.entries(measures).map(([id, { value }]) => [id, value])))).toEqual([
    1, 100, 1, 1,
  ]);
  expect([measures.success!.verdict, measures.valuePerRecord!.verdict]).toEqual(["better", "better"]);
});

it("says that nothing is compared where every record arrives within the warm-up", () => {
  const early = { ...queue, simulation: { warmUp: { value: 1, unit: "wk" } } } as const;
  const result = compare(early, undefined, { records: 50, replications: 2 });
  expect(done(result)).toMatchObject({ measures: [], stopped: [expect.stringContaining("nothing to compare")] });
  expect(result.problems).toMatchObject([{ severity: "warning", code: "nothing-counted" }]);
});

describe("a comparison in which a run hits a limit", () => {
  const options = { records: 5000, replications: 10 };
  const limited = (inside: number) => carryOut(planComparison(queue, ["train", "slow"], options), { inside });

  it("is of the replications that all versions have, and says why there are no more", () => {
    const whole = comparison(queue, ["train", "slow"]);
    const result = limited(55);
    const { replications, stopped, scenarios } = done(result);
    expect(replications).toBeGreaterThan(0);
    expect(replications).toBeLessThan(10);
    expect(stopped).toEqual([
      expect.stringMatching(
        new RegExp(
          `^With the scenario “slow”: The run was stopped at “work”: .* The comparison is of the ${replications} replications that came to an end\\.$`,
        ),
      ),
    ]);
    expect(result.problems).toMatchObject([{ severity: "warning", code: "run-limit" }]);
    expect(scenarios.map(({ id }) => id)).toEqual(["train", "slow"]);
    // The same replications, had they been asked for.
    const few = comparison(queue, ["train", "slow"], replications);
    expect(scenarios).toEqual(few.scenarios);
    expect(whole.stopped).toBeUndefined();
  });

  it("leaves a scenario out of which not even one came to its end", () => {
    const result = limited(40);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value).toMatchObject({ replications: 10, scenarios: [{ id: "train" }] });
    expect(result.value.stopped).toEqual([expect.stringMatching(/“slow”: .* so it is left out\.$/)]);
  });

  it("is none where not even one replication of the process comes to its end", () => {
    expect(limited(5)).toMatchObject({ ok: false });
  });
});

it("leaves out a scenario that leaves no valid process, says why, and compares the others as if it were not there", () => {
  const none = scenario("none", "teams/t/people", 0);
  const { scenarios } = queue;
  const result = compare({ ...queue, scenarios: [none, ...scenarios] }, undefined, { records: 500, replications: 2 });
  expect(done(result).stopped).toEqual([
    "With the scenario “none”: Nobody is in the team “Team”. So this scenario is left out.",
  ]);
  expect(result.problems).toMatchObject([{ severity: "warning", path: "teams[0].people" }]);
  const { stopped: _, ...rest } = done(result);
  expect(rest).toEqual(done(compare(queue, undefined, { records: 500, replications: 2 })));
});

describe("what cannot be compared", () => {
  it("is a process without scenarios", () => {
    expect(problemsOf({ ...queue, scenarios: [] })).toMatchObject([{ code: "no-scenarios", path: "scenarios" }]);
  });

  it("is a scenario that is not there; those that are, are named", () => {
    expect(problemsOf(queue, ["hire", "fire"])).toMatchObject([
      {
        code: "no-scenario",
        message: "There is no scenario “fire”.",
        mend: "Its scenarios are “hire”, “train”, “slow” and “rename”.",
      },
    ]);
  });

  it("is a scenario that leaves no valid process", () => {
    const none = { ...queue, scenarios: [scenario("none", "teams/t/people", 0)] };
    const [problem] = problemsOf(none);
    expect(problem?.message).toMatch(/^With the scenario “none”: /);
  });
});
