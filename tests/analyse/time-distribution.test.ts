import fc from "fast-check";
import { expect, it } from "vitest";
import { timeDistribution } from "../../src/analyse/time-distribution.ts";
import { BUCKETS, bucketOf } from "../../src/simulate/histogram.ts";

function counted(values: readonly number[]): Uint32Array {
  const counts = new Uint32Array(BUCKETS);
  for (const value of values) counts[bucketOf(value)]!++;
  return counts;
}

const spread = (...lists: readonly (readonly number[])[]) =>
  timeDistribution(
    lists.map(counted),
    lists.map((values) => Math.max(...values)),
  );

it("holds every record once, whatever the times", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 }),
      (values) => {
        const { shares, beyond } = spread(values)!;
        expect(shares.reduce((sum, share) => sum + share, beyond)).toBeCloseTo(1, 4);
        expect(shares.length).toBeLessThanOrEqual(42);
      },
    ),
  );
});

it("puts times where they belong, as near as the engine counts them", () => {
  // 100 replications’ worth of 1, 2, … 100 minutes: a hundredth in each minute.
  const { bucketMinutes, shares, beyond } = spread(Array.from({ length: 100 }, (_, i) => i + 0.5))!;
  expect(bucketMinutes).toBe(5);
  for (const share of shares.slice(0, 19)) expect(share).toBeCloseTo(0.05, 1);
  expect(beyond).toBeLessThan(0.02);
});

it("counts several replications together, and has nothing to show where nothing takes time", () => {
  expect(spread([10, 10], [30, 30])).toEqual(spread([10, 10, 30, 30]));
  expect(spread([0, 0])).toBeUndefined();
});
