import { describe, expect, it } from "vitest";
import { studentT } from "../../src/analyse/confidence.ts";
import { report } from "../../src/analyse/report.ts";
import type { Results, Stat, StepResults } from "../../src/analyse/results.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Process } from "../../src/model/process.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import { about, end, flow, fork, join, processOf, start, step } from "../builders.ts";
import { networkOf, type TheoryNetwork } from "./network.ts";
import theory from "./theory.json" with { type: "json" };

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly model: unknown;
  readonly expected: Readonly<Record<string, number>> & {
    readonly nodes?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
}

const cases = new Map((theory as unknown as readonly Case[]).map((each) => [each.id, each]));
const SEEDS = [1, 2, 3];
const REPLICATIONS = 12;
const RECORDS = 25_000;

function run(process: Process, seed: number, records: number, replications = REPLICATIONS): Results {
  const program = compile(process);
  const runs = Array.from({ length: replications }, (_, i) => simulate(program, seed, i, { records }));
  return report(program, seed, runs);
}

/**
 * Whether a figure of theory lies in the 99 % interval of a figure measured.
 *
 * @param slack - What a run of this length from an empty start must miss by.
 */
function covers({ mean, ci95: [, high] }: Stat, expected: number, slack = 0): boolean {
  const half = ((high - mean) * studentT(0.995, REPLICATIONS - 1)) / studentT(0.975, REPLICATIONS - 1);
  // Figures of theory are printed with six digits.
  return Math.abs(mean - expected) <= half + slack + 1e-6;
}

/**
 * Judges by several seeds: at 99 % one figure in a hundred misses by chance, but hardly the same one twice in three.
 */
function expectFigures(
  process: Process,
  records: number,
  figures: (results: Results) => Readonly<Record<string, readonly [Stat, number, slack?: number]>>,
) {
  const misses = new Map<string, string[]>();
  for (const seed of SEEDS)
    for (const [name, [stat, expected, slack]] of Object.entries(figures(run(process, seed, records))))
      if (!covers(stat, expected, slack))
        misses.set(name, [...(misses.get(name) ?? []), `${stat.mean} (${stat.ci95}) for ${expected}`]);
  expect([...misses].filter(([, seeds]) => seeds.length > 1)).toEqual([]);
}

const times = ({ mean, ci95: [low, high] }: Stat, factor: number): Stat => ({
  mean: mean * factor,
  ci95: [low * factor, high * factor],
});

/** How the theory's names of a station's figures are called in the results. */
const AT: Readonly<Record<string, (step: StepResults) => Stat>> = {
  utilization: (step) => step.utilisation,
  pWait: (step) => step.waitedShare,
  Lq: (step) => step.queueLength,
  L: (step) => step.inStep,
  Wq: (step) => step.wait,
  Wq_all: (step) => step.wait,
  visitsPerRecord: (step) => step.perRecord,
};

function station(step: StepResults, expected: Readonly<Record<string, number>>, at = "") {
  return Object.entries(expected).flatMap(([name, value]) =>
    AT[name] ? [[`${at}${name}`, [AT[name](step), value] as const] as const] : [],
  );
}

/** By the last arrival, those still inside have not come out: that many of all are missing from the throughput. */
function throughput(results: Results, expected: Case["expected"]): readonly [Stat, number, number] {
  const perHour = expected.throughput! * 60;
  return [results.throughputPerHour, perHour, (perHour * (expected.L ?? 0)) / RECORDS];
}

describe("one station", () => {
  it.each(["mm1_rho08", "mm3_ciw_bank", "mm1_5", "md1_rho08", "mln1_scv2", "dm1_rho08", "erlangA_10", "mx_m1_batch3"])(
    "meets theory in every figure: %s",
    (id) => {
      const { model, expected } = cases.get(id)!;
      expectFigures(networkOf(model as TheoryNetwork), RECORDS, (results) => ({
        ...Object.fromEntries(station(results.steps.n1!, expected)),
        ...(expected.W && id !== "mm1_5" ? { W: [results.cycleTime, expected.W] } : {}),
        ...(expected.throughput ? { throughput: throughput(results, expected) } : {}),
        ...(expected.pAbandon ? { pAbandon: [times(results.records.gaveUp, 1 / RECORDS), expected.pAbandon] } : {}),
        ...(expected.pBlock ? { pBlock: [times(results.records.turnedAway, 1 / RECORDS), expected.pBlock] } : {}),
      }));
    },
  );
});

describe("networks", () => {
  it.each([
    "jackson_feedback",
    "jackson_crm_rework",
    "bottleneck_trap_base",
    "bottleneck_trap_plus1_Review40",
    "bottleneck_trap_plus1_Sign1",
  ])("meet theory at every node and as a whole: %s", (id) => {
    const { model, expected } = cases.get(id)!;
    expectFigures(networkOf(model as TheoryNetwork), RECORDS, (results) => ({
      W: [results.cycleTime, expected.W!],
      throughput: throughput(results, expected),
      ...Object.fromEntries(
        Object.entries(expected.nodes ?? {}).flatMap(([node, figures]) =>
          station(results.steps[node]!, figures, `${node} `),
        ),
      ),
    }));
  });

  it("share one team between steps as theory says", () => {
    const { model, expected } = cases.get("shared_pool_two_steps")!;
    expectFigures(networkOf(model as TheoryNetwork), RECORDS, (results) => ({
      utilisation: [results.teams.pool!.utilisation, expected.utilization!],
      waitA: [results.steps.A!.wait, expected.Wq_each_step!],
      waitB: [results.steps.B!.wait, expected.Wq_each_step!],
      W: [results.cycleTime, expected.W!],
    }));
  });

  it("split and join records as theory says", () => {
    const { expected } = cases.get("forkjoin_2_mm1")!;
    const process = processOf({
      nodes: [
        start("in", { arrivals: { every: about(2) } }),
        fork("f"),
        step("a", { work: about(1), slots: 1 }),
        step("b", { work: about(1), slots: 1 }),
        join("j"),
        end("out"),
      ],
      flows: [flow("in", "f"), flow("f", "a"), flow("f", "b"), flow("a", "j"), flow("b", "j"), flow("j", "out")],
    });
    expectFigures(process, RECORDS, (results) => ({
      W: [results.cycleTime, expected.W!],
      utilisation: [results.steps.a!.utilisation, expected.utilization!],
    }));
  });

  it("send records round a loop as often as theory says", () => {
    const { model, expected } = cases.get("loop_geometric")!;
    expectFigures(networkOf(model as TheoryNetwork), RECORDS, (results) => ({
      visits: [results.steps.A!.perRecord, expected.visitsPerRecord!],
      W: [results.cycleTime, expected.W!],
    }));
  });
});

describe("exact cases", () => {
  it("let an overloaded line grow by half a minute with each record", () => {
    const { model, expected } = cases.get("dd1_overload_100")!;
    const results = run(networkOf(model as TheoryNetwork), 1, 100, 1);
    expect(results.steps.n1!.wait.mean).toBeCloseTo(expected.Wq_mean!, 9);
    expect(results.steps.n1!.wait.max).toBeCloseTo(expected.Wq_last!, 9);
    // The first record arrives after one gap of a minute.
    expect(results.simulatedMinutes - 1).toBeCloseTo(expected.makespanFromFirstArrival!, 9);
  });

  it("free a place at the very instant at which the next record comes for it", () => {
    const { model, expected } = cases.get("simmer_release_before_seize")!;
    const results = run(networkOf(model as TheoryNetwork), 1, 100, 1);
    expect(results.records.completed.mean).toBe(expected.served);
    expect(results.records.turnedAway.mean).toBe(expected.rejected);
  });
});
