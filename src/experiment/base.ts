import { CYCLE_TIME, type Yardstick } from "../analyse/measures.ts";
import type { WarmUp } from "../analyse/warm-up.ts";
import { MINUTES } from "../model/distribution.ts";
import type { Problem } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { USUAL } from "../model/usual.ts";
import type { Replication } from "../simulate/simulate.ts";
import type { Visits } from "../simulate/visits.ts";
import type { Plan } from "./jobs.ts";
import type { Progress, RunOptions } from "./options.ts";
import { type Count, replicationsFor } from "./precision.ts";
import { replicate, type Setting, type Stopped, Version } from "./versions.ts";
import { knownWarmUp, shownWarmUp, type WarmUpSetting, warmUpSetting } from "./warm-up.ts";

/** What a process will be run with. */
export interface Settings extends Setting {
  readonly count: Count;
  readonly warmUp: WarmUpSetting;
}

/** What a process will be run with. */
export function settings(process: Process, options: RunOptions): Settings {
  const { seed = USUAL.seed, replications, stop = USUAL.stop } = process.simulation ?? {};
  const exactly = options.replications ?? (options.precision === undefined ? replications : undefined);
  return {
    seed: options.seed ?? seed,
    count: exactly === undefined ? { within: options.precision ?? USUAL.precision } : { exactly },
    stop:
      options.records !== undefined
        ? { records: options.records }
        : "records" in stop
          ? stop
          : { minutes: stop.after.value * MINUTES[stop.after.unit] },
    warmUp: warmUpSetting(process),
  };
}

/** The process itself, run. */
export interface Base {
  readonly version: Version;
  readonly runs: readonly Replication[];
  /** What was written down of the first replication, its warm-up included, if it was asked for. */
  readonly visits: Visits | undefined;
  readonly warmUp: WarmUp;
  /** What versions of it are to be run with, the warm-up cut off alike. */
  readonly setting: Setting;
}

/**
 * Runs the process itself as often as it is asked for, or as it takes. Where the run has to show its warm-up, it does so
 * by the first replications, of which nothing is cut off; if something is to be, they are run again without it.
 */
export function* runBase(
  process: Process,
  yardsticks: readonly Yardstick[],
  { seed, stop, count, warmUp, log }: Settings,
  onProgress: (progress: Progress) => void,
): Plan<Base> {
  const known = knownWarmUp(warmUp);
  const whole = known === undefined || known.minutes === 0 ? stop : { ...stop, from: known.minutes };
  const first = new Version(process, yardsticks);
  const tell = teller(onProgress);
  const runs: Replication[] = [];
  const setting = { seed, stop: whole };
  const logged = log === undefined ? setting : { ...setting, log };
  if (known === undefined) {
    const few = replicationsFor(count, []);
    yield* replicate(
      [first],
      few,
      logged,
      (share) => tell((share * few) / 2, few),
      (run) => runs.push(run),
    );
    const shown = first.stopped || runs.length === 0 ? ({ method: "none", minutes: 0 } as const) : shownWarmUp(runs);
    if (shown.minutes > 0 && !first.dropped) {
      const cut = { seed, stop: { ...stop, from: shown.minutes } };
      const second = new Version(process, yardsticks);
      const counted: Replication[] = [];
      yield* addUp(second, count, cut, tell, (run) => counted.push(run));
      // Cutting off its beginning changes nothing of what happens.
      const { visits } = first;
      return { version: second, runs: whatThereIs(counted, second), visits, warmUp: shown, setting: cut };
    }
    if (!first.stopped) yield* addUp(first, count, setting, tell, (run) => runs.push(run));
    return { version: first, runs: whatThereIs(runs, first), visits: first.visits, warmUp: shown, setting };
  }
  yield* addUp(first, count, logged, tell, (run) => runs.push(run));
  return { version: first, runs: whatThereIs(runs, first), visits: first.visits, warmUp: known, setting };
}

/** Where not even the first replication came to its end, its beginning stands for it. */
function whatThereIs(runs: readonly Replication[], { stopped }: Version): readonly Replication[] {
  return runs.length === 0 && stopped?.partial ? [stopped.partial] : runs;
}

function* addUp(
  version: Version,
  count: Count,
  setting: Setting,
  tell: (done: number, of: number) => void,
  keep: (run: Replication) => void,
): Plan<void> {
  const next = () => replicationsFor(count, version.of(CYCLE_TIME));
  for (let of = next(); of > version.replications && !version.stopped && !version.dropped; of = next()) {
    const before = version.replications;
    yield* replicate([version], of, setting, (share) => tell(before + share * (of - before), of), keep);
  }
  tell(version.replications, version.replications);
}

/** More replications turn out to be needed while they run; what was said to be done stays done. */
function teller(onProgress: (progress: Progress) => void): (done: number, of: number) => void {
  let told = 0;
  return (done, of) => {
    told = Math.max(told, of > 0 ? done / of : 1);
    onProgress({ stage: "run", done: told, replication: Math.min(of, Math.floor(done) + 1), of });
  };
}

/** A run that could not go on, as something to know about its results. */
export function limitProblem(process: Process, { node, message }: Stopped): Problem {
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
