import type { Distribution } from "./distribution.ts";
import { quantile, sharesBelow } from "./quantile.ts";

/** The shape of a distribution: how much of it lies in each of some equally wide pieces. */
export interface Curve {
  /** Where the first piece begins and the last ends: in minutes if the distribution has a unit, else as it is. */
  readonly from: number;
  readonly to: number;
  /** The share of all values in each piece, from the left; together a little less than 1, because long tails are cut off. */
  readonly shares: readonly number[];
  /** Half of all values lie at or below it. */
  readonly half: number;
  /** Nine of ten values lie at or below it. */
  readonly most: number;
}

/** What is left out at either end, so that a long tail does not press all the rest together. */
const TAIL = { low: 0.002, high: 0.975 } as const;

/**
 * The shape of a distribution, to be drawn small.
 *
 * @param pieces - How many equally wide pieces it is cut into; at least 1.
 * @returns `undefined` if its parameters describe no distribution, or all of its values are the same: a point has no shape.
 */
export function curveOf(distribution: Distribution, pieces: number): Curve | undefined {
  const [low, half, most, high] = [TAIL.low, 0.5, 0.9, TAIL.high].map((share) => quantile(distribution, share));
  if (low === undefined || half === undefined || most === undefined || high === undefined || high <= low) {
    return undefined;
  }
  // A time begins at nothing; a part of the axis that says so is worth its room unless it takes most of it.
  const from = distribution.unit !== undefined && low > 0 && low < high / 2 ? 0 : low;
  const width = (high - from) / pieces;
  const edges = Array.from({ length: pieces + 1 }, (_, i) => (i === pieces ? high : from + i * width));
  const below = sharesBelow(distribution, edges);
  // What lies exactly on the left edge belongs to the first piece.
  const shares = below.slice(1).map((share, i) => share - (i === 0 ? 0 : (below[i] ?? 0)));
  return { from, to: high, shares, half, most };
}
