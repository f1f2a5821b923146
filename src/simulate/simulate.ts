import type { Program } from "../compile/program.ts";
import { type Averages, leftovers } from "./averages.ts";
import { Engine } from "./engine.ts";
import type { RecordLog } from "./record-log.ts";
import type { Stop } from "./stop.ts";
import type { Tally } from "./tally.ts";

/** What one replication leaves behind. */
export interface Replication {
  readonly tally: Tally;
  readonly averages: Averages;
  /** Minutes from the start of the run to its end. */
  readonly minutes: number;
  /** How many records were still inside at the end. */
  readonly inside: number;
  /** By node: for how long those still waiting have waited and those still worked on have been, in minutes, together. */
  readonly unfinished: Float64Array;
  /** By node: how many wait or are worked on there at the end. */
  readonly insideAt: Float64Array;
}

/** How many events pass between two words about progress. */
const SLICE = 100_000;

/**
 * Runs one replication of a program from an empty start.
 *
 * @param seed - A whole number.
 * @param replication - Which one it is, from 0.
 * @param onProgress - Told the share done so far, from 0 to 1.
 * @param log - Where each visit is written, if given.
 * @throws RunLimit where the run cannot go on.
 */
export function simulate(
  program: Program,
  seed: number,
  replication: number,
  stop: Stop,
  onProgress: (done: number) => void = () => {},
  log?: RecordLog,
): Replication {
  const engine = new Engine(program, seed, replication, stop, log);
  while (!engine.proceed(SLICE)) onProgress(engine.done());
  const { tally, averages, now, tokens } = engine;
  if (averages === undefined) throw new Error("a run ended without its averages");
  return { tally, averages, minutes: now, inside: tokens.records, ...leftovers(engine) };
}
