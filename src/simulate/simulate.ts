import { inCopies } from "../compile/copies.ts";
import type { Program } from "../compile/program.ts";
import { type Averages, leftovers } from "./averages.ts";
import { isThere, withCore } from "./core/core.ts";
import { CoreRun, isPlain } from "./core/core-run.ts";
import { type Counts, countsOf } from "./counts.ts";
import { Engine } from "./engine.ts";
import { expectedMinutes } from "./expected.ts";
import { groupsFor } from "./groups.ts";
import type { Lives } from "./lives.ts";
import type { RecordLog } from "./record-log.ts";
import type { Run } from "./run.ts";
import type { Series } from "./series.ts";
import type { Split } from "./split.ts";
import { type Limits, RunLimit, type Stop } from "./stop.ts";
import { watch } from "./watch.ts";

/** What one replication leaves behind: plain data. By place of the node, flow, span or pool in the process. */
export interface Replication {
  /** Of the records that count: those that arrived after the warm-up. */
  readonly tally: Counts;
  /** Of the time after the warm-up, over all records. */
  readonly averages: Averages;
  /** Minutes from the start of the run to its end. */
  readonly minutes: number;
  /** How many records that count were still inside at the end. */
  readonly inside: number;
  /** By node: for how long those still waiting have waited and those still worked on have been, in minutes, together. */
  readonly unfinished: Float64Array;
  /** By node: how many wait or are worked on there at the end. */
  readonly insideAt: Float64Array;
  /** By group, if records were split: what was counted of each. */
  readonly groups: readonly Counts[];
  readonly series: Series;
  /** Where nothing was cut off and nothing split: what tells when the run had warmed up. */
  readonly lives: Lives | undefined;
}

/** What else to do while a replication runs. */
export interface Besides {
  /**
   * Where each visit is written, as soon as it is over; those of the warm-up, too. At last come those that are not over
   * when the run is.
   */
  readonly log?: RecordLog | undefined;
  /** How to tell records apart, by a field that they carry. */
  readonly split?: Split | undefined;
  /** Whether the engine in JavaScript runs even what the core could run. @default false */
  readonly reference?: boolean | undefined;
  /** How far it may go. @default LIMITS */
  readonly limits?: Limits | undefined;
}

/** How many events pass between two words about progress. */
const SLICE = 100_000;

/**
 * Runs one replication of a program from an empty start.
 *
 * @param seed - A whole number.
 * @param replication - Which one it is, from 0.
 * @param stop - What of it is counted, and when it is over.
 * @param onProgress - Told the share done so far, from 0 to 1.
 * @throws RunLimit where the run cannot go on.
 */
export function simulate(
  program: Program,
  seed: number,
  replication: number,
  stop: Stop,
  onProgress: (done: number) => void = () => {},
  besides: Besides = {},
): Replication {
  const groups = groupsFor(program, stop.from ?? 0, besides.split);
  const expected = expectedMinutes(program, seed, replication, stop);
  const whole = groups === undefined ? program : inCopies(program, groups.copies);
  const setting = { ...besides, seed, replication, stop, expected, groups };
  if (isPlain(whole) && isThere() && !besides.reference)
    return withCore((lent) => play(new CoreRun(lent, whole, setting), onProgress));
  return play(new Engine(whole, setting), onProgress);
}

function play(run: Run, onProgress: (done: number) => void): Replication {
  try {
    let instant = 0;
    for (let slices = 1, still = 0; !run.proceed(SLICE); slices++) {
      still = run.now === instant ? still + 1 : 0;
      instant = run.now;
      watch(run, slices * SLICE, still * SLICE);
      onProgress(run.done());
    }
    return replicationOf(run);
  } catch (error) {
    if (error instanceof RunLimit) error.partial = replicationOf(run);
    throw error;
  } finally {
    run.endLog();
  }
}

function replicationOf(run: Run): Replication {
  run.read(true);
  const { program, tally, now, groups } = run;
  const { stations } = program;
  const counted = groups?.counted ?? [0];
  const { insideAt, unfinished, insideOf } = leftovers(run);
  const ofCounted = (table: Float64Array) => {
    const all = new Float64Array(stations);
    for (const copy of counted) for (let i = 0; i < stations; i++) all[i]! += table[copy * stations + i]!;
    return all;
  };
  const averages = run.gauge.close(run);
  const before = run.gauge.start?.busy;
  const counts = countsOf(program, tally, counted);
  return {
    tally: before === undefined ? counts : { ...counts, busy: counts.busy.map((area, pool) => area - before[pool]!) },
    averages,
    minutes: now,
    inside: ofCounted(insideOf).reduce((sum, count) => sum + count, 0),
    unfinished: ofCounted(unfinished),
    insideAt: ofCounted(insideAt),
    groups: (groups?.split ?? []).map((copy) => countsOf(program, tally, [copy])),
    series: run.gauge.series.series(),
    lives: run.gauge.lives?.lives(),
  };
}
