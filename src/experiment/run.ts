import { capacityOf } from "../analyse/capacity.ts";
import { CYCLE_TIME, EXPENSE, THROUGHPUT } from "../analyse/measures.ts";
import { report } from "../analyse/report.ts";
import type { Results } from "../analyse/results.ts";
import { MINUTES } from "../model/distribution.ts";
import { hasErrors, type Problem, type Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { validate } from "../model/validate.ts";
import type { Replication } from "../simulate/simulate.ts";
import { improve } from "./improve.ts";
import { carryOut, type Plan, programOf } from "./jobs.ts";
import { type Count, PRECISION, precisionOf, replicationsFor } from "./precision.ts";
import { prove } from "./prove.ts";
import { replicate, type Setting, type Stopped, Version } from "./versions.ts";

/** What to run instead of what the process says, if anything. */
export interface RunOptions {
  /** A whole number. */
  readonly seed?: number;
  /** At least 1; left out = what the process says, or, if that says nothing, as many as `precision` takes. */
  readonly replications?: number;
  /** Arrivals end with this many records; at least 1. */
  readonly records?: number;
  /** Replications are added until half of the cycle time's interval is within this share of it; above 0. */
  readonly precision?: number;
  /** Whether bottlenecks are proven by experiment: some ten times the work. */
  readonly prove?: boolean;
  /** Whether to try out what would help: some twenty times the work. */
  readonly improve?: boolean;
}

/** What a run is doing. */
export type Stage = "run" | "prove" | "improve";

/** How far a run is: in its stage, the share done, and which replication of how many (as far as known) is running. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly replication: number;
  readonly of: number;
}

/** What a process is run with where it says nothing. */
export const DEFAULTS = { seed: 1, precision: PRECISION.within, stop: { records: 10_000 } } as const;

/**
 * Runs a process and reports what it found. The same process, options and version give the same results.
 *
 * @param onProgress - Told now and then.
 * @param onFound - Given the results of the plain run, if experiments on them follow.
 * @returns The results with the process's warnings, or the problems that stop it from running.
 */
export function run(
  process: Process,
  options: RunOptions = {},
  onProgress: (progress: Progress) => void = () => {},
  onFound: (results: Results) => void = () => {},
): Result<Results> {
  return carryOut(planRun(process, options, onProgress, onFound));
}

/** The plan of `run`, to be carried out by as many workers as there are. */
export function* planRun(
  process: Process,
  options: RunOptions,
  onProgress: (progress: Progress) => void,
  onFound: (results: Results) => void,
): Plan<Result<Results>> {
  const problems = [...validate(process)];
  if (hasErrors(problems)) return { ok: false, problems };
  const { count, ...setting } = settings(process, options);
  const base = new Version(process, [CYCLE_TIME, THROUGHPUT, EXPENSE]);
  const runs = yield* replicateBase(base, count, setting, onProgress);
  if (base.stopped) return { ok: false, problems: [...problems, limitProblem(process, base.stopped)] };

  const program = programOf(process);
  const reached = precisionOf(base.of(CYCLE_TIME));
  let results: Results = {
    ...report(program, setting.seed, runs),
    capacity: capacityOf(process, program),
    ...("within" in count ? { precision: { wanted: count.within, reached } } : {}),
  };
  if (options.prove || options.improve) onFound(results);
  const tell = (stage: Stage) => (done: number, of: number) =>
    onProgress({ stage, done, replication: Math.min(of, Math.floor(done * of) + 1), of });
  if (options.prove) results = { ...results, bottlenecks: yield* prove(base, results, setting, tell("prove")) };
  if (options.improve) results = { ...results, improvements: yield* improve(base, results, setting, tell("improve")) };
  return { ok: true, value: results, problems };
}

function* replicateBase(
  base: Version,
  count: Count,
  setting: Setting,
  onProgress: (progress: Progress) => void,
): Plan<readonly Replication[]> {
  const runs: Replication[] = [];
  let shown = 0;
  for (let of = replicationsFor(count, []); of > base.replications; of = replicationsFor(count, base.of(CYCLE_TIME))) {
    const before = base.replications;
    const tell = (share: number) => {
      const done = before + share * (of - before);
      // More turn out to be needed while they run; what was said to be done stays done.
      shown = Math.max(shown, done / of);
      onProgress({ stage: "run", done: shown, replication: Math.min(of, Math.floor(done) + 1), of });
    };
    yield* replicate([base], of, setting, tell, (run) => runs.push(run));
    if (base.stopped) break;
  }
  return runs;
}

/** What a process will be run with. */
export function settings(process: Process, options: RunOptions): Setting & { readonly count: Count } {
  const { seed = DEFAULTS.seed, replications, stop = DEFAULTS.stop } = process.simulation ?? {};
  const exactly = options.replications ?? (options.precision === undefined ? replications : undefined);
  return {
    seed: options.seed ?? seed,
    count: exactly === undefined ? { within: options.precision ?? DEFAULTS.precision } : { exactly },
    stop:
      options.records !== undefined
        ? { records: options.records }
        : "records" in stop
          ? stop
          : { minutes: stop.after.value * MINUTES[stop.after.unit] },
  };
}

/** A run that could not go on, as a problem of the process. */
export function limitProblem(process: Process, { node, message }: Stopped): Problem {
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
