import { confidence, studentT } from "./confidence.ts";
import type { Stat } from "./results.ts";

/** The same work in another order adds up to the same but for the last digits: this much of a figure is rounding. */
const ROUNDING = 1e-11;

/**
 * What a change does to a figure: with it less without it, replication by replication, on the same luck. What only the
 * rounding of long sums tells apart is the same.
 */
export function differences(before: readonly number[], after: readonly number[]): readonly number[] {
  if (before.length !== after.length) throw new RangeError("only replications of the same luck can be compared");
  return after.map((figure, i) => {
    const difference = figure - before[i]!;
    return Math.abs(difference) <= ROUNDING * Math.max(Math.abs(figure), Math.abs(before[i]!)) ? 0 : difference;
  });
}

/** The mean change with its paired 95 % interval. */
export function change(before: readonly number[], after: readonly number[]): Stat {
  return confidence(differences(before, after));
}

/**
 * Whether figures are shown to be above or below 0 on average.
 *
 * @param looks - How often the question is asked, at the most, while replications are added: with each look the interval
 * must be wider, so that chance gets no more than one try in twenty all in all (Bonferroni).
 * @returns The sign, or 0 where neither is shown. What is the same in every replication is shown.
 */
export function shown(figures: readonly number[], looks = 1): -1 | 0 | 1 {
  const known = figures.filter((figure) => !Number.isNaN(figure));
  if (known.length < 2) return 0;
  const { mean, ci95 } = confidence(known);
  const half = ((ci95[1] - mean) * studentT(1 - 0.025 / looks, known.length - 1)) / studentT(0.975, known.length - 1);
  if (Math.abs(mean) <= half || mean === 0) return 0;
  return mean > 0 ? 1 : -1;
}
