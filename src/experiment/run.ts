import { report } from "../analyse/report.ts";
import type { Results } from "../analyse/results.ts";
import { compile } from "../compile/compile.ts";
import { MINUTES } from "../model/distribution.ts";
import { hasErrors, type Problem, type Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { validate } from "../model/validate.ts";
import { type Replication, simulate } from "../simulate/simulate.ts";
import { RunLimit, type Stop } from "../simulate/stop.ts";

/** What to run instead of what the process says, if anything. */
export interface RunOptions {
  /** A whole number. */
  readonly seed?: number;
  /** At least 1. */
  readonly replications?: number;
  /** Arrivals end with this many records; at least 1. */
  readonly records?: number;
}

/** How far a run is: the share done, and which replication of how many is running. */
export interface Progress {
  readonly done: number;
  readonly replication: number;
  readonly of: number;
}

/** What a process is run with where it says nothing. */
export const DEFAULTS = { seed: 1, replications: 10, stop: { records: 10_000 } } as const;

/**
 * Runs a process and reports what it found. The same process, options and version give the same results.
 *
 * @param onProgress - Told now and then.
 * @returns The results with the process's warnings, or the problems that stop it from running.
 */
export function run(
  process: Process,
  options: RunOptions = {},
  onProgress: (progress: Progress) => void = () => {},
): Result<Results> {
  const problems = [...validate(process)];
  if (hasErrors(problems)) return { ok: false, problems };
  const { seed, replications, stop } = settings(process, options);
  const program = compile(process);
  const runs: Replication[] = [];
  try {
    for (let i = 0; i < replications; i++) {
      const tell = (done: number) =>
        onProgress({ done: (i + done) / replications, replication: i + 1, of: replications });
      runs.push(simulate(program, seed, i, stop, tell));
      tell(1);
    }
  } catch (error) {
    if (error instanceof RunLimit) return { ok: false, problems: [...problems, limitProblem(process, error)] };
    throw error;
  }
  return { ok: true, value: report(program, seed, runs), problems };
}

/** What a process will be run with. */
export function settings(process: Process, options: RunOptions): { seed: number; replications: number; stop: Stop } {
  const { seed = DEFAULTS.seed, replications = DEFAULTS.replications, stop = DEFAULTS.stop } = process.simulation ?? {};
  return {
    seed: options.seed ?? seed,
    replications: options.replications ?? replications,
    stop:
      options.records !== undefined
        ? { records: options.records }
        : "records" in stop
          ? stop
          : { minutes: stop.after.value * MINUTES[stop.after.unit] },
  };
}

function limitProblem(process: Process, { node, message }: RunLimit): Problem {
  const index = process.nodes.findIndex(({ id }) => id === node);
  const name = process.nodes[index]?.name ?? node;
  return {
    severity: "error",
    code: "run-limit",
    path: `nodes[${index}]`,
    node,
    message: `The run was stopped at “${name}”: ${message}.`,
    mend: "Look at what leads there: more arrives than can be done, or a loop takes no time.",
  };
}
