import { capacityOf } from "../analyse/capacity.ts";
import { CYCLE_TIME, EXPENSE, THROUGHPUT } from "../analyse/measures.ts";
import { report } from "../analyse/report.ts";
import type { Results } from "../analyse/results.ts";
import { hasErrors, type Problem, type Result } from "../model/problem.ts";
import type { Field, Process } from "../model/process.ts";
import { validate } from "../model/validate.ts";
import type { Replication } from "../simulate/simulate.ts";
import type { Limits } from "../simulate/stop.ts";
import { type Base, limitProblem, runBase, settings } from "./base.ts";
import { KEPT, type Logged } from "./history.ts";
import { improve } from "./improve.ts";
import { carryOut, type Plan, programOf } from "./jobs.ts";
import { type Progress, RUN_CANCELLED, type RunOptions, type Stage } from "./options.ts";
import { precisionOf } from "./precision.ts";
import { prove } from "./prove.ts";
import { fieldNamed, noSuchField, splitBy } from "./split-by.ts";
import { replicate, Version } from "./versions.ts";

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
  return carryOut(planRun(process, options, { onProgress }), limits);
}

/** Who wants to know about a run under way. */
export interface Heard {
  /** Told now and then. */
  readonly onProgress?: (progress: Progress) => void;
  /** Given what the first replication wrote down, before any results; it does so only for who asks. */
  readonly onLog?: (logged: Logged) => void;
  /** Given the results of the plain run, if experiments on them follow. */
  readonly onFound?: (results: Results) => void;
}

/** The plan of `run`, to be carried out by as many workers as there are. */
export function* planRun(
  process: Process,
  options: RunOptions = {},
  { onProgress = () => {}, onLog, onFound }: Heard = {},
): Plan<Result<Results>> {
  const problems = [...validate(process)];
  if (hasErrors(problems)) return { ok: false, problems };
  const field = options.by === undefined ? undefined : fieldNamed(process, options.by);
  if (options.by !== undefined && field === undefined)
    return { ok: false, problems: [...problems, noSuchField(process, options.by)] };

  // One more than are kept: its arrival tells until when those are all that there are.
  const set = { ...settings(process, options), ...(onLog ? { log: KEPT + 1 } : {}) };
  const base = yield* runBase(process, [CYCLE_TIME, THROUGHPUT, EXPENSE], set, onProgress);
  const { version, setting, warmUp } = base;
  if (base.runs.length === 0) return { ok: false, problems: [...problems, CANCELLED] };
  if (base.visits) onLog?.({ set, visits: base.visits, over: base.runs[0]!.minutes });
  const program = programOf(process);
  const split = field && !version.stopped ? yield* splitRuns(process, field, base) : undefined;
  const reached = precisionOf(version.of(CYCLE_TIME));
  const plain: Results = {
    ...report(program, setting.seed, split?.runs ?? base.runs, { warmUp, ...(split ? { by: split.by } : {}) }),
    capacity: capacityOf(process, program),
    ...("within" in set.count ? { precision: { wanted: set.count.within, reached } } : {}),
  };
  if (version.stopped) {
    const problem = limitProblem(process, version.stopped);
    return { ok: true, value: { ...plain, stopped: problem.message }, problems: [...problems, problem] };
  }

  if (version.dropped) {
    const told = version.replications === 1 ? "one replication" : `${version.replications} replications`;
    return { ok: true, value: { ...plain, stopped: `It was cancelled after ${told}.` }, problems };
  }

  if (options.prove || options.improve) onFound?.(plain);
  const tell = (stage: Stage) => (done: number, of: number) =>
    onProgress({ stage, done, replication: Math.min(of, Math.floor(done * of) + 1), of });
  const proven = options.prove ? { bottlenecks: yield* prove(version, plain, setting, tell("prove")) } : {};
  const improved = options.improve ? { improvements: yield* improve(version, plain, setting, tell("improve")) } : {};
  return { ok: true, value: { ...plain, ...proven, ...improved }, problems };
}

const CANCELLED: Problem = {
  severity: "error",
  code: RUN_CANCELLED,
  path: "",
  message: "The run was cancelled before its first replication was finished.",
  mend: "Let it run a little longer, or run fewer records.",
};

/** The same replications again, with their records told apart by a field. */
function* splitRuns(process: Process, field: Field, { version, setting }: Base) {
  const { split, labels } = splitBy(process, field, programOf(process, field.id), setting.seed, setting.stop);
  const again = new Version(process, []);
  const runs: Replication[] = [];
  yield* replicate(
    [again],
    version.replications,
    { ...setting, split },
    () => {},
    (run) => runs.push(run),
  );
  return again.stopped ? undefined : { runs, by: { field: field.id, labels } };
}
