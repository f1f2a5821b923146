import { BUCKETS, bucketStart, quantile } from "../simulate/histogram.ts";

/** How times are spread, as the shares of records in buckets of equal length from 0 on. */
export interface TimeDistribution {
  readonly bucketMinutes: number;
  /** By bucket: the share of all records, from 0 to 1. */
  readonly shares: readonly number[];
  /** The share of records beyond the last bucket: one in a hundred, where there are many. */
  readonly beyond: number;
}

const [S, H, D] = [1 / 60, 60, 1440];
/** Lengths that people think in, in minutes. */
const LENGTHS = [S, 2 * S, 5 * S, 10 * S, 30 * S, 1, 2, 5, 10, 15, 30, H, 2 * H, 4 * H, 8 * H, 12 * H, D, 2 * D, 7 * D];

/** About so many buckets are shown. */
const WANTED = 40;
const FEW = 200;

/**
 * How the values of several histograms are spread, up to the time that 99 of 100 stay within.
 *
 * @param histograms - As the engine counts: by buckets that grow with the value. A value is taken to lie anywhere in
 * its bucket, which is 1.6 % wide.
 * @param greatest - The greatest value of each.
 * @returns Nothing where nothing was counted, or nearly all values are 0.
 */
export function timeDistribution(
  histograms: readonly Uint32Array[],
  greatest: readonly number[],
): TimeDistribution | undefined {
  const all = new Float64Array(BUCKETS);
  for (const counts of histograms) for (let i = 0; i < counts.length; i++) all[i]! += counts[i]!;
  const total = all.reduce((sum, count) => sum + count, 0);
  const most = greatest.reduce((a, b) => Math.max(a, b), 0);
  // Of a few records, all are shown.
  const upTo = total < FEW ? most : quantile(all, 0.99, most);
  if (!(upTo > 0)) return undefined;
  const length = LENGTHS.find((each) => upTo / each <= WANTED) ?? Math.ceil(upTo / WANTED / (14 * D)) * 14 * D;
  const shares = new Array<number>(Math.ceil(upTo / length + 1e-9)).fill(0);
  let beyond = 0;
  for (let i = 0; i < BUCKETS; i++) {
    if (all[i] === 0) continue;
    const [from, to] = [bucketStart(i), Math.max(bucketStart(i), Math.min(bucketStart(i + 1), most))];
    const last = Math.floor(to / length);
    for (let at = Math.floor(from / length); at <= last; at++) {
      const inside = Math.min(to, (at + 1) * length) - Math.max(from, at * length);
      const share = ((to > from ? inside / (to - from) : 1) * all[i]!) / total;
      if (at < shares.length) shares[at]! += share;
      else beyond += share;
    }
  }
  return { bucketMinutes: length, shares: shares.map(short), beyond: short(beyond) };
}

/** Six digits are more than a chart shows. */
const short = (share: number) => (share < 1e-9 ? 0 : Number(share.toPrecision(6)));
