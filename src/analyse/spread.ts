import { BUCKETS, quantiles } from "../simulate/histogram.ts";
import type { Replication } from "../simulate/simulate.ts";

/** How the times of single records or visits are spread, all replications together. */
export interface TimeSpread {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** How the visits' times at a node are spread. */
export function spreadAt(
  runs: readonly Replication[],
  node: number,
  counts: "waits" | "works",
  longest: "longestWait" | "longestWork",
): TimeSpread {
  const from = node * BUCKETS;
  return histogramSpread(
    runs.map(({ tally }) => tally[counts].subarray(from, from + BUCKETS)),
    runs.map(({ tally }) => tally[longest][node]!),
  );
}

/** How the times of a span between two nodes are spread. */
export function spanSpread(runs: readonly Replication[], span: number): TimeSpread {
  const from = span * BUCKETS;
  return histogramSpread(
    runs.map(({ tally }) => tally.spanTimes.subarray(from, from + BUCKETS)),
    runs.map(({ tally }) => tally.longestSpan[span]!),
  );
}

/**
 * How what several histograms have counted is spread.
 *
 * @param greatest - The greatest value of each.
 */
export function histogramSpread(histograms: readonly Uint32Array[], greatest: readonly number[]): TimeSpread {
  const max = Math.max(...greatest);
  const [only] = histograms;
  const all = histograms.length === 1 && only ? only : summed(histograms);
  const [p50, p90, p99] = quantiles(all, [0.5, 0.9, 0.99], max) as [number, number, number];
  return { p50, p90, p99, max };
}

function summed(histograms: readonly Uint32Array[]): Float64Array {
  const all = new Float64Array(BUCKETS);
  for (const counts of histograms) for (let i = 0; i < counts.length; i++) all[i]! += counts[i]!;
  return all;
}
