import { expect, it } from "vitest";
import type { History } from "../../src/analyse/history.ts";
import { historyOf, KEPT } from "../../src/experiment/history.ts";
import { type Job, type Outcome, runJob } from "../../src/experiment/jobs.ts";
import type { RunOptions } from "../../src/experiment/options.ts";
import { replay } from "../../src/experiment/replay.ts";
import { type Heard, planRun } from "../../src/experiment/run.ts";
import type { Process } from "../../src/model/process.ts";
import type { WorkedVisit } from "../../src/simulate/record-log.ts";
import { LIMITS, type Limits } from "../../src/simulate/stop.ts";
import { about, end, paths, processOf, start, step, wait } from "../builders.ts";
import { recorded } from "../recorded.ts";

const process = processOf({
  fields: [{ id: "hot", name: "Hot", type: "boolean", share: 0.3 }],
  nodes: [
    start("in", { arrivals: { every: about(10) } }),
    step("call", { work: about(8), slots: 1, patience: about(60) }),
    wait("rest"),
    end("out"),
  ],
  flows: paths("in > call > rest > out"),
});

/** The jobs that a run comes to, and what is told of it in which order. */
function jobsOf(options: RunOptions, listening: (told: string[]) => Heard): { jobs: Job[]; told: string[] } {
  const [jobs, told]: [Job[], string[]] = [[], []];
  const plan = planRun(process, options, listening(told));
  const outcomes = (batch: readonly Job[]): readonly Outcome[] => batch.map((job) => runJob(job, {}, () => {}));
  for (let turn = plan.next(); !turn.done; turn = plan.next(outcomes(turn.value.jobs))) jobs.push(...turn.value.jobs);
  return { jobs, told };
}

/** The same history from a replication of its own, all of which is written down. */
function again(of: Process, options: RunOptions & { records: number; seed: number }, limits: Partial<Limits> = {}) {
  const set = { seed: options.seed, stop: { records: options.records } };
  const outcome = runJob({ ...set, process: of, replication: 0, log: options.records }, limits, () => {});
  if (outcome.kind === "dropped") throw new Error("nobody dropped it");
  const over = (outcome.kind === "done" ? outcome.replication : outcome.partial)!.minutes;
  return historyOf(of, { set, visits: outcome.visits!, over });
}

it("comes from the run itself: nothing is simulated for its sake, and it is there before any result", () => {
  const options = { records: 300, seed: 5, replications: 3, prove: true };
  const listening = (told: string[]): Heard => ({
    onLog: () => told.push("log"),
    onFound: () => told.push("results"),
  });
  const plain = jobsOf(options, () => ({}));
  const { jobs, told } = jobsOf(options, listening);
  expect(told).toEqual(["log", "results"]);
  expect(jobs.map(({ log: _, ...job }) => job)).toEqual(plain.jobs);
  expect(jobs.map(({ log }) => log)).toEqual([KEPT + 1, ...jobs.slice(1).map(() => undefined)]);
  expect(plain.jobs.some(({ log }) => log !== undefined)).toBe(false);
});

it("is that of the first replication, whatever is cut off as its warm-up", () => {
  const options = { records: 300, seed: 5 };
  const whole = again(process, options);
  expect(whole.records).toBe(300);
  expect(recorded(process, options)).toEqual(whole);
  const fixed = { ...process, simulation: { warmUp: { value: 400, unit: "min" as const } } };
  expect(recorded(fixed, options)).toEqual(whole);
  const shown = { ...process, simulation: { warmUp: "auto" as const } };
  expect(recorded(shown, options)).toEqual(whole);
});

it("ends with the arrival of the first record that is not kept", () => {
  const history = recorded(process, { records: KEPT + 200, seed: 5, replications: 1 });
  const visits: WorkedVisit[] = [];
  replay(process, { records: KEPT + 200, seed: 5 }, visits);
  const next = visits.find(({ record, by }) => record === KEPT && by === "arrived")!;
  expect(history).toMatchObject({ records: KEPT, more: true, until: next.reached });
  expect(history.carried.map(({ length }) => length)).toEqual([KEPT]);
});

it("goes as far as a run that could not go on", () => {
  const crowded = { ...LIMITS, inside: 9 };
  const options = { records: 300, seed: 5 };
  const history: History = recorded(process, options, crowded);
  expect(history.records).toBeGreaterThan(9);
  expect(history.records).toBeLessThan(300);
  expect(history).toEqual(again(process, options, crowded));
});
