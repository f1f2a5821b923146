import { capacityOf } from "../analyse/capacity.ts";
import { CYCLE_TIME, EXPENSE, THROUGHPUT } from "../analyse/measures.ts";
import { report } from "../analyse/report.ts";
import type { Results } from "../analyse/results.ts";
import { hasErrors, type Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { validate } from "../model/validate.ts";
import type { Replication } from "../simulate/simulate.ts";
import { limitProblem, replicateBase, settings } from "./base.ts";
import { improve } from "./improve.ts";
import { carryOut, type Plan, programOf } from "./jobs.ts";
import type { Progress, RunOptions, Stage } from "./options.ts";
import { precisionOf } from "./precision.ts";
import { prove } from "./prove.ts";
import { Version } from "./versions.ts";

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
  options: RunOptions = {},
  onProgress: (progress: Progress) => void = () => {},
  onFound: (results: Results) => void = () => {},
): Plan<Result<Results>> {
  const problems = [...validate(process)];
  if (hasErrors(problems)) return { ok: false, problems };
  const { count, ...setting } = settings(process, options);
  const base = new Version(process, [CYCLE_TIME, THROUGHPUT, EXPENSE]);
  const runs: Replication[] = [];
  yield* replicateBase(base, count, setting, onProgress, (run) => runs.push(run));
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
