import type { Yardstick } from "../analyse/measures.ts";
import type { Process } from "../model/process.ts";
import type { Replication } from "../simulate/simulate.ts";
import type { Split } from "../simulate/split.ts";
import type { Stop } from "../simulate/stop.ts";
import type { Visits } from "../simulate/visits.ts";
import { type Job, type Plan, programOf } from "./jobs.ts";

/** What all versions of a process are run with. */
export interface Setting {
  readonly seed: number;
  /** When runs are over, and when their warm-up is: the same for all versions. */
  readonly stop: Stop;
  readonly split?: Split;
  /** Of how many records of the first replication visits are written down. @default none */
  readonly log?: number;
}

/** A run that could not go on, and where. */
export interface Stopped {
  readonly node: string;
  readonly message: string;
  /** What there was until then, where there is something. */
  readonly partial: Replication | undefined;
}

/** A version of a process and what was measured of it so far: the same luck, replication by replication, as of all others. */
export class Version {
  readonly process: Process;
  readonly yardsticks: readonly Yardstick[];
  /** How many replications were run. */
  replications = 0;
  /** What was written down of the first of them, if it was asked for. */
  visits: Visits | undefined;
  /** Set where a replication could not go on: then no more are run. */
  stopped: Stopped | undefined;
  /** Set where nobody wanted to wait for the next replication: then no more are run. */
  dropped = false;
  private readonly figures = new Map<Yardstick, number[]>();

  /** @param process - Without errors. */
  constructor(process: Process, yardsticks: readonly Yardstick[]) {
    this.process = process;
    this.yardsticks = yardsticks;
  }

  /** The figures of the first replications; all if left out. */
  of(yardstick: Yardstick, first = this.replications): readonly number[] {
    return (this.figures.get(yardstick) ?? []).slice(0, first);
  }

  /** Measures the next replication. */
  add(run: Replication): void {
    const program = programOf(this.process);
    for (const yardstick of this.yardsticks) {
      const figures = this.figures.get(yardstick) ?? [];
      figures.push(yardstick.of(program, run));
      this.figures.set(yardstick, figures);
    }
    this.replications++;
  }
}

/**
 * Runs versions until each has so many replications; those that have them are not run again.
 *
 * @param tell - Told the share of these runs that is done.
 * @param keep - Given each replication of the first version.
 */
export function* replicate(
  versions: readonly Version[],
  upTo: number,
  setting: Setting,
  tell: (share: number) => void,
  keep: (run: Replication) => void = () => {},
): Plan<void> {
  const due = versions
    .filter(({ stopped, dropped }) => stopped === undefined && !dropped)
    .flatMap((version) =>
      Array.from({ length: Math.max(0, upTo - version.replications) }, (_, i) => ({
        version,
        job: jobOf(version.process, version.replications + i, setting),
      })),
    );
  if (due.length === 0) return;
  const outcomes = yield { jobs: due.map(({ job }) => job), tell: (jobs) => tell(jobs / due.length) };
  for (const [i, outcome] of outcomes.entries()) {
    const { version, job } = due[i]!;
    // Only those up to the first that is missing: these are what a run of so many replications would have been.
    if (version.stopped || version.dropped) continue;
    if (job.log !== undefined && outcome.kind !== "dropped") version.visits = outcome.visits;
    if (outcome.kind === "stopped") version.stopped = outcome;
    else if (outcome.kind === "dropped") version.dropped = true;
    else {
      version.add(outcome.replication);
      if (version === versions[0]) keep(outcome.replication);
    }
  }
}

function jobOf(process: Process, replication: number, { log, ...setting }: Setting): Job {
  const job = { ...setting, process, replication };
  return replication === 0 && log !== undefined ? { ...job, log } : job;
}
