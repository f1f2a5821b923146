import { compile } from "../compile/compile.ts";
import type { Program } from "../compile/program.ts";
import type { Process } from "../model/process.ts";
import { type Replication, simulate } from "../simulate/simulate.ts";
import { RunLimit, type Stop } from "../simulate/stop.ts";

/** One replication of a version of a process, to be run by whoever has time. */
export interface Job {
  /** Without errors. */
  readonly process: Process;
  readonly seed: number;
  /** Which replication it is, from 0. */
  readonly replication: number;
  readonly stop: Stop;
}

/** What became of a job: the replication, or why it could not go on. */
export type Outcome =
  | { readonly kind: "done"; readonly replication: Replication }
  | { readonly kind: "stopped"; readonly node: string; readonly message: string };

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

/** Carries out a plan here and now, one job after the other. */
export function carryOut<Found>(plan: Plan<Found>): Found {
  let step = plan.next();
  while (!step.done) {
    const { jobs, tell } = step.value;
    step = plan.next(jobs.map((job, i) => runJob(job, (share) => tell(i + share))));
  }
  return step.value;
}

/**
 * Runs one job.
 *
 * @param onProgress - Told the share done so far, from 0 to 1.
 */
export function runJob(job: Job, onProgress: (share: number) => void = () => {}): Outcome {
  try {
    const { process, seed, replication, stop } = job;
    const found = simulate(programOf(process), seed, replication, stop, onProgress);
    onProgress(1);
    return { kind: "done", replication: found };
  } catch (error) {
    if (!(error instanceof RunLimit)) throw error;
    return { kind: "stopped", node: error.node, message: error.message };
  }
}

const programs = new WeakMap<Process, Program>();

/** A process compiled; asked again for the same process, the same program. */
export function programOf(process: Process): Program {
  const program = programs.get(process) ?? compile(process);
  programs.set(process, program);
  return program;
}
