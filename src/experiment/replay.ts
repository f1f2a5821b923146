import { compile } from "../compile/compile.ts";
import type { Process } from "../model/process.ts";
import { tellingLog, type WorkedVisit } from "../simulate/record-log.ts";
import { simulate } from "../simulate/simulate.ts";
import { LIMITS, type Limits, RunLimit } from "../simulate/stop.ts";
import { settings } from "./base.ts";
import type { RunOptions } from "./options.ts";

/**
 * Runs the first replication again, just as `run` does, and tells each visit as soon as it is over; at last those that
 * are not when the run ends. Since chance is drawn by key, it is the same history, warm-up and all.
 *
 * @param process - Without errors.
 * @param told - Where visits go; a list will do.
 * @param onProgress - Told the share done so far, from 0 to 1.
 * @param limits - As with `run`; a replication that cannot go on is told until then.
 * @returns When it was over, in minutes.
 */
export function replay(
  process: Process,
  options: RunOptions,
  told: { push(visit: WorkedVisit): unknown },
  onProgress: (done: number) => void = () => {},
  limits: Partial<Limits> = {},
): number {
  const { seed, stop } = settings(process, options);
  const program = compile(process);
  const besides = { log: tellingLog(program, told), limits: { ...LIMITS, ...limits } };
  try {
    return simulate(program, seed, 0, stop, onProgress, besides).minutes;
  } catch (error) {
    if (!(error instanceof RunLimit)) throw error;
    return error.partial?.minutes ?? 0;
  }
}
