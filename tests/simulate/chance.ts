import { gammaShare, normalShare } from "../../src/model/special.ts";

/** The chance at which a test of random numbers takes chance for a fault: so small that with fixed seeds none comes by luck. */
export const UNLIKELY = 1e-6;

/**
 * How unlikely counts are if each was to be as expected: Pearson's chi-square, both tails, since counts that fit too well
 * are no chance either.
 *
 * @param expected - For each count; at least 5 or so.
 * @param free - Degrees of freedom, if not one less than there are counts.
 */
export function chiSquare(
  counts: ArrayLike<number>,
  expected: (i: number) => number,
  free = counts.length - 1,
): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += (counts[i]! - expected(i)) ** 2 / expected(i);
  const below = gammaShare(free / 2, sum / 2);
  return 2 * Math.min(below, 1 - below);
}

/** How unlikely it is that a normal number lies this many standard deviations from its mean, on either side. */
export function beyond(deviations: number): number {
  return 2 * normalShare(-Math.abs(deviations));
}
