import { inLongerBatches, type Lives } from "../simulate/lives.ts";

/** How the beginning of every replication was cut off. */
export interface WarmUp {
  /** `mser-5`: found from the run itself; `fixed`: as the process says; `none`: nothing was cut off. */
  readonly method: "mser-5" | "fixed" | "none";
  /** From when on records count, in minutes from the start of each replication. */
  readonly minutes: number;
  /** What to do about it, as a sentence, if anything. */
  readonly advice?: string;
}

const LONGER =
  "The process had hardly settled, if at all, when half of the records had arrived: run longer, or with more records.";
const FEW = "There are too few records to tell when the process has settled: run longer, or with more records.";

/** Fewer batches than this tell nothing. */
const LEAST = 10;

/**
 * Finds when the process had settled, by MSER-5 (White 1997, as improved by White, Cobb and Spratt 2000) on the times
 * from arrival to end, in order of arrival, averaged over replications.
 *
 * @param lives - Of each replication.
 */
export function warmUpOf(lives: readonly Lives[]): WarmUp {
  const batch = Math.max(...lives.map((each) => each.batch));
  const alike = lives.map((each) => (each.batch === batch ? each : inLongerBatches(each, batch)));
  const length = Math.min(...alike.map(({ sums }) => sums.length));
  const means: number[] = [];
  const first: number[] = [];
  const counts = Array.from({ length }, (_, i) => alike.reduce((sum, each) => sum + each.counts[i]!, 0));
  const most = Math.max(0, ...counts);
  // Where a run stops at a time, only the quick ones of the last to arrive have reached an end.
  const last = counts.findLastIndex((count) => count >= most * WHOLE);
  for (let i = 0; i <= last; i++) {
    if (counts[i] === 0) continue;
    means.push(alike.reduce((sum, each) => sum + each.sums[i]!, 0) / counts[i]!);
    const firsts = alike.map((each) => each.firsts[i]!).filter(Number.isFinite);
    first.push(firsts.reduce((sum, time) => sum + time, 0) / firsts.length);
  }
  if (means.length < LEAST) return { method: "mser-5", minutes: 0, advice: FEW };
  const { cut, wantsMore } = mser(means);
  const minutes = cut === 0 ? 0 : first[cut]!;
  return { method: "mser-5", minutes, ...(wantsMore ? { advice: LONGER } : {}) };
}

/** A batch of which at least this share has reached an end, compared with the fullest, stands for all of its records. */
const WHOLE = 0.9;

/**
 * The marginal standard error rule: cut off so many figures that the mean of the rest is known best, where the error is
 * the sum of squared deviations of the rest over the square of their number.
 *
 * @param series - Means of batches, in order of time.
 * @returns How many to cut off, never more than half of them; and whether the rule would have cut off more, looking as
 * far as three quarters. Beyond that so few are left that chance alone makes some of them alike.
 */
export function mser(series: readonly number[]): { readonly cut: number; readonly wantsMore: boolean } {
  const n = series.length;
  const half = Math.floor(n / 2);
  const furthest = Math.floor((n * 3) / 4);
  let best = half;
  let least = Number.POSITIVE_INFINITY;
  let beyond = Number.POSITIVE_INFINITY;
  let mean = 0;
  let squares = 0;
  // From the end on, by Welford (1962), so that what is all the same has no error at all.
  for (let cut = n - 1; cut >= 0; cut--) {
    const count = n - cut;
    const off = series[cut]! - mean;
    mean += off / count;
    squares += off * (series[cut]! - mean);
    const error = squares / (count * count);
    if (cut > furthest) continue;
    if (cut > half) beyond = Math.min(beyond, error);
    else if (error <= least) {
      least = error;
      best = cut;
    }
  }
  return { cut: best, wantsMore: beyond < least };
}
