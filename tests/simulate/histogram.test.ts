import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUCKETS, bucketOf, bucketStart, quantile } from "../../src/simulate/histogram.ts";

/** The number just below another. */
function below(value: number): number {
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  bits[0]!--;
  return new Float64Array(bits.buffer)[0]!;
}

describe("buckets", () => {
  it("begin where the one before ends: the edge itself lies above it, the number just below lies under it", () => {
    const wrong: number[] = [];
    for (let bucket = 1; bucket < BUCKETS; bucket++) {
      const edge = bucketStart(bucket);
      if (bucketOf(edge) !== bucket || bucketOf(below(edge)) !== bucket - 1) wrong.push(bucket);
    }
    expect(wrong).toEqual([]);
  });

  it("are 64 to a doubling: 1, 1 + 1/64 … 2 minutes", () => {
    const one = bucketOf(1);
    expect(bucketStart(one)).toBe(1);
    expect(bucketStart(one + 1)).toBe(1 + 1 / 64);
    expect(bucketStart(one + 64)).toBe(2);
  });

  it("take what is shorter than 60 µs as nothing, and what is longer than two thousand years as that", () => {
    expect(bucketOf(0)).toBe(0);
    expect(bucketOf(below(2 ** -20))).toBe(0);
    expect(bucketOf(2 ** -20)).toBe(1);
    expect(bucketOf(2 ** 30)).toBe(BUCKETS - 1);
    expect(bucketOf(Number.MAX_VALUE)).toBe(BUCKETS - 1);
    expect(bucketOf(Number.POSITIVE_INFINITY)).toBe(BUCKETS - 1);
  });
});

function counted(values: readonly number[]): Uint32Array {
  const counts = new Uint32Array(BUCKETS);
  for (const value of values) counts[bucketOf(value)]!++;
  return counts;
}

describe("quantiles", () => {
  const values = fc.array(
    fc.oneof(
      fc.constantFrom(0, 1, 1, 5, 60, 480),
      fc.double({ min: 2 ** -20, max: 2 ** 29, noNaN: true }),
      fc.double({ min: 10, max: 20, noNaN: true }),
    ),
    { minLength: 1, maxLength: 300 },
  );

  it("are within 0.8 % of those of the values themselves, whatever the values", () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const sorted = list.toSorted((a, b) => a - b);
        const exact = sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)]!;
        const read = quantile(counted(list), share, sorted.at(-1)!);
        expect(Math.abs(read - exact)).toBeLessThanOrEqual(0.008 * exact);
      }),
      { numRuns: 500 },
    );
  });

  it("are values that so many do not exceed: nine of ten for 0.9, all of two or of five", () => {
    expect(quantile(counted([1, 2, 4, 8, 16, 32, 64, 128, 256, 512]), 0.9, 512)).toBeCloseTo(256, -1);
    expect(quantile(counted([0, 30]), 0.9, 30)).toBe(30);
    expect(quantile(counted([0, 0, 0, 0, 30]), 0.9, 30)).toBe(30);
    expect(quantile(counted([0, 30]), 0.5, 30)).toBe(0);
  });

  it("are exact where all values are the same and the greatest is known", () => {
    const same = counted([64, 64, 64]);
    expect([0.5, 0.9, 0.99].map((share) => quantile(same, share, 64))).toEqual([64, 64, 64]);
  });

  it("never exceed the greatest value, and never fall below the half that is 0", () => {
    expect(quantile(counted([0, 0, 0, 7.001]), 1, 7.001)).toBe(7.001);
    expect(quantile(counted([0, 0, 0, 7.001]), 0.5, 7.001)).toBe(0);
  });

  it("of nothing are unknown", () => {
    expect(quantile(new Uint32Array(BUCKETS), 0.5, 0)).toBeNaN();
  });
});
