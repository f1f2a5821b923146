import type { RunOptions } from "../experiment/options.ts";
import { type Option, share, UsageError, type Values, wholeNumber } from "./command.ts";

/** The options of every command that runs a process: what to run instead of what the file says. */
export const RUN_OPTIONS = {
  seed: { type: "string", value: "N", help: "the luck of the run; the same seed gives the same results" },
  replications: { type: "string", value: "N", help: "how many runs the figures are averaged over" },
  precision: { type: "string", value: "SHARE", help: "adds runs until the time from arrival to end is known so well" },
  records: { type: "string", value: "N", help: "ends each run with the N-th record" },
} as const satisfies Readonly<Record<string, Option>>;

/**
 * Reads these options.
 *
 * @returns Only what was given: the rest comes from the file.
 * @throws UsageError if one is not what it takes, or two contradict each other.
 */
export function runOptions(values: Values<typeof RUN_OPTIONS>): RunOptions {
  const options = {
    seed: wholeNumber("seed", values.seed, 0),
    replications: wholeNumber("replications", values.replications, 1),
    records: wholeNumber("records", values.records, 1),
    precision: share("precision", values.precision),
  };
  if (options.replications !== undefined && options.precision !== undefined)
    throw new UsageError("--replications says how many, --precision as many as it takes; give one of them.");
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
