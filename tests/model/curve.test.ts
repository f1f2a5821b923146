import { expect, it } from "vitest";
import { curveOf } from "../../src/model/curve.ts";

const sum = (shares: readonly number[]) => shares.reduce((before, share) => before + share, 0);

it("cuts a uniform distribution into equal pieces, in minutes", () => {
  const curve = curveOf({ dist: "uniform", min: 1, max: 2, unit: "h" }, 10)!;
  // From 0.2 % to 97.5 % of the way from 60 to 120 minutes.
  expect(curve.from).toBeCloseTo(60.12, 9);
  expect(curve.to).toBeCloseTo(118.5, 9);
  for (const share of curve.shares.slice(1)) expect(share).toBeCloseTo(0.973 / 10, 9);
  // The first piece has what lies in front of it, too.
  expect(sum(curve.shares)).toBeCloseTo(0.975, 9);
  expect([curve.half, curve.most]).toEqual([90, 114]);
});

it("begins a time that can be nearly nothing at 0", () => {
  expect(curveOf({ dist: "exponential", mean: 25, unit: "min" }, 20)?.from).toBe(0);
});

it("puts measured values where they are", () => {
  const curve = curveOf({ dist: "empirical", values: [1, 2, 9], weights: [1, 1, 2] }, 8)!;
  expect([curve.from, curve.to]).toEqual([1, 9]);
  // 1 and 2 both in the first piece, which ends at 2; 9 in the last.
  expect(curve.shares).toEqual([0.5, 0, 0, 0, 0, 0, 0, 0.5]);
});

it.each([
  ["always the same", { dist: "constant", value: 3, unit: "min" }],
  ["senseless", { dist: "uniform", min: 3, max: 1 }],
] as const)("draws nothing for what is %s", (_, of) => {
  expect(curveOf(of, 10)).toBeUndefined();
});
