import { CYCLE_TIME } from "../analyse/measures.ts";
import { MINUTES } from "../model/distribution.ts";
import type { Problem } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import type { Replication } from "../simulate/simulate.ts";
import type { Plan } from "./jobs.ts";
import type { Progress, RunOptions } from "./options.ts";
import { type Count, PRECISION, replicationsFor } from "./precision.ts";
import { replicate, type Setting, type Stopped, type Version } from "./versions.ts";

/** What a process is run with where it says nothing. */
export const DEFAULTS = { seed: 1, precision: PRECISION.within, stop: { records: 10_000 } } as const;

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

/**
 * Runs the process itself as often as it is asked for, or as it takes.
 *
 * @param keep - Given each replication, in order.
 */
export function* replicateBase(
  base: Version,
  count: Count,
  setting: Setting,
  onProgress: (progress: Progress) => void,
  keep: (run: Replication) => void = () => {},
): Plan<void> {
  let shown = 0;
  for (let of = replicationsFor(count, []); of > base.replications; of = replicationsFor(count, base.of(CYCLE_TIME))) {
    const before = base.replications;
    const tell = (share: number) => {
      const done = before + share * (of - before);
      // More turn out to be needed while they run; what was said to be done stays done.
      shown = Math.max(shown, done / of);
      onProgress({ stage: "run", done: shown, replication: Math.min(of, Math.floor(done) + 1), of });
    };
    yield* replicate([base], of, setting, tell, keep);
    if (base.stopped) return;
  }
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
