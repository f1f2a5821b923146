import { report } from "../analyse/report.ts";
import type { Results } from "../analyse/results.ts";
import { compile } from "../compile/compile.ts";
import type { Program } from "../compile/program.ts";
import { MINUTES } from "../model/distribution.ts";
import { hasErrors, type Problem, type Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { validate } from "../model/validate.ts";
import { type Replication, simulate } from "../simulate/simulate.ts";
import type { Split } from "../simulate/split.ts";
import { LIMITS, type Limits, RunLimit, type Stop } from "../simulate/stop.ts";
import { fieldNamed, noSuchField, splitBy } from "./split-by.ts";
import { knownWarmUp, shownWarmUp, type WarmUpSetting, warmUpSetting } from "./warm-up.ts";

/** What to run instead of what the process says, if anything. */
export interface RunOptions {
  /** A whole number. */
  readonly seed?: number;
  /** At least 1. */
  readonly replications?: number;
  /** Arrivals end with this many records; at least 1. */
  readonly records?: number;
  /** The id or name of a field by which results are split, too. */
  readonly by?: string;
}

/** How far a run is: the share done, and which replication of how many is running. */
export interface Progress {
  readonly done: number;
  readonly replication: number;
  readonly of: number;
}

/** What a process is run with where it says nothing. */
export const DEFAULTS = { seed: 1, replications: 10, stop: { records: 10_000 } } as const;

/** What a process will be run with. */
export interface Settings {
  readonly seed: number;
  readonly replications: number;
  readonly stop: Stop;
  readonly warmUp: WarmUpSetting;
}

/**
 * Runs a process and reports what it found. The same process, options and version give the same results. Where a run
 * cannot go on, the results are of the replications until then, and a warning says so.
 *
 * @param onProgress - Told now and then.
 * @param limits - How far each replication may go, where that is not `LIMITS`.
 * @returns The results with the process's warnings, or the problems that stop it from running.
 */
export function run(
  process: Process,
  options: RunOptions = {},
  onProgress: (progress: Progress) => void = () => {},
  limits: Partial<Limits> = {},
): Result<Results> {
  const problems = [...validate(process)];
  if (hasErrors(problems)) return { ok: false, problems };
  const field = options.by === undefined ? undefined : fieldNamed(process, options.by);
  if (options.by !== undefined && field === undefined)
    return { ok: false, problems: [...problems, noSuchField(process, options.by)] };

  const { seed, replications, stop, warmUp } = settings(process, options);
  const program = compile(process, field === undefined ? [] : [field.id]);
  const by = field && splitBy(process, field, program, seed, stop);
  const rounds = warmUp === "auto" ? 2 : 1;
  const round = (number: number, from: number, split: Split | undefined) =>
    replicate(
      program,
      seed,
      replications,
      from > 0 ? { ...stop, from } : stop,
      split,
      { ...LIMITS, ...limits },
      (done, i) =>
        onProgress({ done: (number + (i + done) / replications) / rounds, replication: i + 1, of: replications }),
    );

  let cut = knownWarmUp(warmUp);
  let found: Found | undefined;
  if (cut === undefined) {
    found = round(0, 0, undefined);
    cut = found.stopped ? { method: "none", minutes: 0 } : shownWarmUp(found.runs);
  }
  if (found === undefined || (!found.stopped && (cut.minutes > 0 || by !== undefined)))
    found = round(rounds - 1, cut.minutes, by?.split);
  onProgress({ done: 1, replication: replications, of: replications });

  const results = report(program, seed, found.runs, {
    warmUp: cut,
    ...(by && field && found.runs.every(({ groups }) => groups.length > 0)
      ? { by: { field: field.id, labels: by.labels } }
      : {}),
  });
  if (found.stopped === undefined) return { ok: true, value: results, problems };
  const problem = limitProblem(process, found.stopped);
  return { ok: true, value: { ...results, stopped: problem.message }, problems: [...problems, problem] };
}

/** What a process will be run with. */
export function settings(process: Process, options: RunOptions): Settings {
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
    warmUp: warmUpSetting(process),
  };
}

interface Found {
  readonly runs: readonly Replication[];
  readonly stopped: RunLimit | undefined;
}

/** Runs replications one after the other. Where one cannot go on, the finished ones stand, or, if there is none, its beginning. */
function replicate(
  program: Program,
  seed: number,
  replications: number,
  stop: Stop,
  split: Split | undefined,
  limits: Limits,
  onProgress: (done: number, replication: number) => void,
): Found {
  const runs: Replication[] = [];
  try {
    for (let i = 0; i < replications; i++)
      runs.push(simulate(program, seed, i, stop, (done) => onProgress(done, i), { split, limits }));
    return { runs, stopped: undefined };
  } catch (error) {
    if (!(error instanceof RunLimit)) throw error;
    if (runs.length === 0 && error.partial !== undefined) runs.push(error.partial);
    return { runs, stopped: error };
  }
}

function limitProblem(process: Process, { node, message }: RunLimit): Problem {
  const index = process.nodes.findIndex(({ id }) => id === node);
  const name = process.nodes[index]?.name ?? node;
  return {
    severity: "warning",
    code: "run-limit",
    path: `nodes[${index}]`,
    node,
    message: `The run was stopped at “${name}”: ${message}. The figures are of what was run until then.`,
    mend: "Look at what leads there: more arrives than can be done, or records go round in a loop.",
  };
}
