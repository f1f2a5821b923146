import { BUCKETS, quantile } from "../simulate/histogram.ts";
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
  return spread(
    runs.map(({ tally }) => tally[counts].subarray(from, from + BUCKETS)),
    Math.max(...runs.map(({ tally }) => tally[longest][node]!)),
  );
}

/** How the cycle times of records are spread. */
export function cycleSpread(runs: readonly Replication[]): TimeSpread {
  return spread(
    runs.map(({ tally }) => tally.cycles),
    Math.max(...runs.map(({ tally }) => tally.longestCycle)),
  );
}

/** How the times of a span between two nodes are spread. */
export function spanSpread(runs: readonly Replication[], span: number): TimeSpread {
  const from = span * BUCKETS;
  return spread(
    runs.map(({ tally }) => tally.spanTimes.subarray(from, from + BUCKETS)),
    Math.max(...runs.map(({ tally }) => tally.longestSpan[span]!)),
  );
}

function spread(histograms: readonly Uint32Array[], max: number): TimeSpread {
  const all = new Float64Array(BUCKETS);
  for (const counts of histograms) for (let i = 0; i < BUCKETS; i++) all[i]! += counts[i]!;
  return { p50: quantile(all, 0.5, max), p90: quantile(all, 0.9, max), p99: quantile(all, 0.99, max), max };
}
