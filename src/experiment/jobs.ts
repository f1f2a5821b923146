import { compile } from "../compile/compile.ts";
import type { Program } from "../compile/program.ts";
import type { Process } from "../model/process.ts";
import { type Replication, simulate } from "../simulate/simulate.ts";
import type { Split } from "../simulate/split.ts";
import { LIMITS, type Limits, RunLimit, type Stop } from "../simulate/stop.ts";
import { VisitLog, type Visits } from "../simulate/visits.ts";

/** One replication of a version of a process, to be run by whoever has time. */
export interface Job {
  /** Without errors. */
  readonly process: Process;
  readonly seed: number;
  /** Which replication it is, from 0. */
  readonly replication: number;
  readonly stop: Stop;
  /** How to tell records apart, by a field that they carry; left out = not at all. */
  readonly split?: Split;
  /** Of how many records, in order of arrival, visits are written down. @default none */
  readonly log?: number;
}

/** What became of a job: the replication, or why it could not go on; with the visits that were written down, if any were to be. */
export type Outcome =
  | { readonly kind: "done"; readonly replication: Replication; readonly visits: Visits | undefined }
  | {
      readonly kind: "stopped";
      readonly visits: Visits | undefined;
      readonly node: string;
      readonly message: string;
      /** What there was until then, where there is something. */
      readonly partial: Replication | undefined;
    }
  /** Nobody wanted to wait for it any longer. */
  | { readonly kind: "dropped" };

/** Jobs that can be run in any order, or all at once, and who wants to know how far they are. */
export interface Batch {
  readonly jobs: readonly Job[];
  /** Told how many jobs are done; parts of one count, too. */
  readonly tell: (jobs: number) => void;
}

/**
 * A plan that asks for batches of jobs and goes on by what became of them, in the order of the jobs. As it never sees
 * who ran them or in which order, its findings are the same however many workers there are.
 */
export type Plan<Found> = Generator<Batch, Found, readonly Outcome[]>;

/**
 * Carries out a plan here and now, one job after the other.
 *
 * @param limits - How far each job may go, where that is not `LIMITS`.
 */
export function carryOut<Found>(plan: Plan<Found>, limits: Partial<Limits> = {}): Found {
  let step = plan.next();
  while (!step.done) {
    const { jobs, tell } = step.value;
    const outcomes: Outcome[] = [];
    for (const [i, job] of jobs.entries()) {
      outcomes[i] = spared(jobs, outcomes, i) ?? runJob(job, limits, (share) => tell(i + share));
    }
    step = plan.next(outcomes);
  }
  return step.value;
}

/** Where a replication of a process could not go on, those behind it need not be run: their outcome is the same. */
export function spared(
  jobs: readonly Job[],
  outcomes: readonly (Outcome | undefined)[],
  i: number,
): Outcome | undefined {
  return outcomes
    .slice(0, i)
    .find((outcome, n) => outcome?.kind === "stopped" && jobs[n]!.process === jobs[i]!.process);
}

/**
 * Runs one job.
 *
 * @param limits - How far it may go, where that is not `LIMITS`.
 * @param onProgress - Told the share done so far, from 0 to 1.
 */
export function runJob(job: Job, limits: Partial<Limits>, onProgress: (share: number) => void): Outcome {
  const { process, seed, replication, stop, split, log: records } = job;
  const program = programOf(process, split?.field);
  const log = records === undefined ? undefined : new VisitLog(program, records);
  try {
    const besides = { split, log, limits: { ...LIMITS, ...limits } };
    const found = simulate(program, seed, replication, stop, onProgress, besides);
    onProgress(1);
    return { kind: "done", replication: found, visits: log?.visits() };
  } catch (error) {
    if (!(error instanceof RunLimit)) throw error;
    const { node, message, partial } = error;
    return { kind: "stopped", visits: log?.visits(), node, message, partial };
  }
}

const programs = new WeakMap<Process, Map<string | undefined, Program>>();

/**
 * A process compiled; asked again for the same process, the same program.
 *
 * @param field - A field that its records are to carry, whether anything asks for it or not.
 */
export function programOf(process: Process, field?: string): Program {
  const known = programs.get(process) ?? new Map<string | undefined, Program>();
  programs.set(process, known);
  const program = known.get(field) ?? compile(process, field === undefined ? [] : [field]);
  known.set(field, program);
  return program;
}
