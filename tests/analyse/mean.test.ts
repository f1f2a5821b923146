import { expect, it } from "vitest";
import { meanOf } from "../../src/analyse/mean.ts";
import { spreadOfNumber, spreadOfTime } from "../../src/compile/spread.ts";
import type { Distribution } from "../../src/model/distribution.ts";

const MEANS: readonly (readonly [Distribution, number])[] = [
  [{ dist: "constant", value: 5, unit: "min" }, 5],
  [{ dist: "exponential", mean: 2, unit: "h" }, 120],
  [{ dist: "uniform", min: 2, max: 6, unit: "min" }, 4],
  [{ dist: "triangular", min: 1, mode: 2, max: 6, unit: "min" }, 3],
  // (min + 4 mode + max) / 6
  [{ dist: "pert", min: 1, mode: 2, max: 9, unit: "min" }, 3],
  // Far from 0 nothing is redrawn; at 0 it is half a normal: sd √(2/π).
  [{ dist: "normal", mean: 100, sd: 5, unit: "min" }, 100],
  [{ dist: "normal", mean: 0, sd: 5, unit: "min" }, 5 * Math.sqrt(2 / Math.PI)],
  [{ dist: "normal", mean: 7, sd: 0, unit: "min" }, 7],
  [{ dist: "lognormal", mean: 25, sd: 40, unit: "min" }, 25],
  [{ dist: "gamma", mean: 8, sd: 3, unit: "min" }, 8],
  [{ dist: "erlang", k: 3, mean: 12, unit: "min" }, 12],
  // Γ(1.5) = √π / 2
  [{ dist: "weibull", shape: 2, scale: 10, unit: "min" }, 5 * Math.sqrt(Math.PI)],
  [{ dist: "beta", min: 10, max: 20, alpha: 1, beta: 3, unit: "min" }, 12.5],
  [{ dist: "hyperexponential", share: [0.25, 0.75], mean: [4, 8], unit: "min" }, 7],
  [{ dist: "empirical", values: [1, 2, 6], unit: "min" }, 3],
  [{ dist: "empirical", values: [1, 5], weights: [3, 1], unit: "s" }, 2 / 60],
  [
    {
      dist: "mixture",
      parts: [
        { weight: 1, of: { dist: "constant", value: 1, unit: "h" } },
        { weight: 2, of: { dist: "exponential", mean: 30 } },
      ],
      unit: "min",
    },
    40,
  ],
];

it.each(MEANS)("gives the mean by formula: %o", (distribution, mean) => {
  expect(meanOf(spreadOfTime(distribution))).toBeCloseTo(mean, 9);
});

it("does not redraw plain numbers below 0", () => {
  expect(meanOf(spreadOfNumber({ dist: "normal", mean: -3, sd: 5 }))).toBe(-3);
});
