import { betaShare } from "../model/special.ts";
import type { Stat } from "./results.ts";

/**
 * The mean of independent figures with its Student-t 95 % interval.
 *
 * @param figures - One for each replication; those that are not a number (nothing to measure) are left out.
 * @returns A mean of NaN where there is no figure, an interval of NaN where there are fewer than two: JSON shows null.
 */
export function confidence(figures: readonly number[]): Stat {
  const known = figures.filter((figure) => !Number.isNaN(figure));
  const mean = known.reduce((sum, figure) => sum + figure, 0) / known.length;
  if (known.length < 2) return { mean, ci95: [Number.NaN, Number.NaN] };
  const variance = known.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / (known.length - 1);
  const half = reach95(known.length - 1) * Math.sqrt(variance / known.length);
  return { mean, ci95: [mean - half, mean + half] };
}

const reaches = new Map<number, number>();

/** How far a 95 % interval reaches, in standard errors; kept, because thousands of figures ask for the same. */
function reach95(degrees: number): number {
  const reach = reaches.get(degrees) ?? studentT(0.975, degrees);
  reaches.set(degrees, reach);
  return reach;
}

/**
 * The quantile of Student's t distribution, by bisection of its distribution function, which is an incomplete beta
 * function (Abramowitz and Stegun 26.7.1).
 *
 * @param share - Above 0.5 and below 1.
 * @param degrees - Degrees of freedom, at least 1.
 */
export function studentT(share: number, degrees: number): number {
  if (!(share > 0.5 && share < 1)) throw new RangeError(`a share between 0.5 and 1, not ${share}`);
  if (!(degrees >= 1)) throw new RangeError(`at least one degree of freedom, not ${degrees}`);
  const below = (t: number) => 1 - betaShare(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
  let high = 1;
  while (below(high) < share) high *= 2;
  let low = 0;
  for (let middle = high / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return high;
}
