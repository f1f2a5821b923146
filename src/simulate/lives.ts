/**
 * Times from arrival to end in the order of arrival, in batches: what tells when a run has warmed up. As batches grow
 * with the run, they take no more room for a long one.
 */
export interface Lives {
  /** How many records arrived for each batch: 5, or, in long runs, twice, four times … as many. */
  readonly batch: number;
  /** By batch: the sum of the times of its records that reached an end, and how many did. */
  readonly sums: Float64Array;
  readonly counts: Int32Array;
  /** By batch: when the first of those arrived; Infinity where there is none. */
  readonly firsts: Float64Array;
}

/** As in White (1997), “An effective truncation heuristic for bias reduction in simulation output”. */
const BATCH = 5;
const MOST = 2 ** 14;

/** Takes lives down while a run goes on. */
export class LivesLog {
  private batch = BATCH;
  private used = 0;
  private sums = new Float64Array(FIRST);
  private counts = new Int32Array(FIRST);
  private firsts = new Float64Array(FIRST).fill(Number.POSITIVE_INFINITY);

  /**
   * A record has reached an end.
   *
   * @param number - Which record it is, from 0 in order of arrival.
   */
  add(number: number, born: number, time: number): void {
    let at = Math.floor(number / this.batch);
    while (at >= this.sums.length) {
      if (this.sums.length === MOST) this.merge();
      else this.grow();
      at = Math.floor(number / this.batch);
    }
    if (at >= this.used) this.used = at + 1;
    this.sums[at]! += time;
    this.counts[at]!++;
    if (born < this.firsts[at]!) this.firsts[at] = born;
  }

  /** What was taken down. */
  lives(): Lives {
    const { batch, used } = this;
    return {
      batch,
      sums: this.sums.slice(0, used),
      counts: this.counts.slice(0, used),
      firsts: this.firsts.slice(0, used),
    };
  }

  private merge(): void {
    const { sums, counts, firsts } = inLongerBatches(this.lives(), this.batch * 2);
    this.used = sums.length;
    this.batch *= 2;
    this.sums.fill(0).set(sums);
    this.counts.fill(0).set(counts);
    this.firsts.fill(Number.POSITIVE_INFINITY).set(firsts);
  }

  private grow(): void {
    const { used } = this;
    const room = 2 * this.sums.length;
    const { sums, counts, firsts } = this;
    this.sums = new Float64Array(room);
    this.counts = new Int32Array(room);
    this.firsts = new Float64Array(room).fill(Number.POSITIVE_INFINITY);
    this.sums.set(sums.subarray(0, used));
    this.counts.set(counts.subarray(0, used));
    this.firsts.set(firsts.subarray(0, used));
  }
}

const FIRST = 256;

/**
 * The same lives in longer batches.
 *
 * @param batch - A multiple of their own.
 */
export function inLongerBatches(lives: Lives, batch: number): Lives {
  const each = batch / lives.batch;
  const length = Math.ceil(lives.sums.length / each);
  const sums = new Float64Array(length);
  const counts = new Int32Array(length);
  const firsts = new Float64Array(length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < lives.sums.length; i++) {
    const at = Math.floor(i / each);
    sums[at]! += lives.sums[i]!;
    counts[at]! += lives.counts[i]!;
    firsts[at] = Math.min(firsts[at]!, lives.firsts[i]!);
  }
  return { batch, sums, counts, firsts };
}
