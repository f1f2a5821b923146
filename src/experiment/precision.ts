import { confidence } from "../analyse/confidence.ts";
import { USUAL } from "../model/usual.ts";

/** How many replications a run has: so many, or as many as it takes. */
export type Count =
  | { readonly exactly: number }
  /** Until half of the cycle time's 95 % interval is within this share of its mean. */
  | { readonly within: number };

/** The share, and how many replications it takes at least and at the most. */
export const PRECISION = { within: USUAL.precision, least: 5, most: 200 } as const;

/** How near a mean is known: half of its 95 % interval over the mean; NaN where that means nothing. */
export function precisionOf(figures: readonly number[]): number {
  const { mean, ci95 } = confidence(figures);
  return mean > 0 ? (ci95[1] - mean) / mean : Number.NaN;
}

/**
 * How many replications to have next.
 *
 * @param figures - The cycle time of each replication so far.
 * @returns The same number where there are enough: the mean is known well enough, there is nothing to know, or the
 * limit is reached. Else what it would take by the scatter so far, but no more than twice as many: the first few
 * replications tell the scatter badly.
 */
export function replicationsFor(count: Count, figures: readonly number[]): number {
  if ("exactly" in count) return count.exactly;
  const done = figures.length;
  if (done < PRECISION.least) return PRECISION.least;
  const excess = precisionOf(figures) / count.within;
  if (!(excess > 1)) return done;
  return Math.min(PRECISION.most, 2 * done, Math.max(done + 1, Math.ceil(done * excess * excess)));
}
