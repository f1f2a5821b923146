/** Buckets to each doubling of the value. */
const PER_OCTAVE = 64;
/** How far a quantile read back may be off at the most, as a share of the true one: half a bucket. */
export const QUANTILE_ERROR = 1 / (2 * PER_OCTAVE);
/** Smaller values than this many minutes (60 µs) count as 0. */
const LEAST = 2 ** -20;
const OCTAVES = 50;

/** How many buckets a histogram has. */
export const BUCKETS = OCTAVES * PER_OCTAVE + 1;

const float = new Float64Array(1);
const bits = new Uint32Array(float.buffer);
/** On machines of the other byte order the high word comes first. */
const HIGH = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;
/** Exponent and first six bits of the fraction of a double, read as a whole number, count its buckets. */
const SHIFT = 14;
const BASE = bucketBits(LEAST) - 1;

function bucketBits(value: number): number {
  float[0] = value;
  return bits[HIGH]! >>> SHIFT;
}

/** The bucket of a value of at least 0. */
export function bucketOf(value: number): number {
  if (value < LEAST) return 0;
  const bucket = bucketBits(value) - BASE;
  return bucket < BUCKETS ? bucket : BUCKETS - 1;
}

/** The lower bound of a bucket. */
export function bucketStart(bucket: number): number {
  if (bucket === 0) return 0;
  const octave = Math.floor((bucket - 1) / PER_OCTAVE);
  return LEAST * 2 ** octave * (1 + ((bucket - 1) % PER_OCTAVE) / PER_OCTAVE);
}

/**
 * A quantile of counted values, the least value that at least this share of them do not exceed: within 0.8 % of that of
 * the values themselves.
 *
 * @param counts - How many values fell into each bucket.
 * @param share - From 0 to 1.
 * @param max - The greatest value counted, which no quantile exceeds.
 * @returns NaN where nothing was counted.
 */
export function quantile(counts: Float64Array | Uint32Array, share: number, max: number): number {
  return quantiles(counts, [share], max)[0]!;
}

/** Several quantiles, in one pass; see `quantile`. `shares` rise. */
export function quantiles(counts: Float64Array | Uint32Array, shares: readonly number[], max: number): number[] {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  let below = 0;
  let bucket = 0;
  return shares.map((share) => {
    if (total === 0) return Number.NaN;
    // The value of this rank, counted from 0, as in a sorted list; 0.9 × 10 is 9, whatever the last bit says.
    const rank = Math.max(0, Math.ceil(share * total - 1e-9) - 1);
    while (below + counts[bucket]! <= rank) below += counts[bucket++]!;
    if (bucket === 0) return 0;
    // Wherever in its bucket the value lies, the middle is at most half a bucket away.
    return Math.min(max, (bucketStart(bucket) + bucketStart(bucket + 1)) / 2);
  });
}
