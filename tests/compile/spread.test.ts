import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cumulative, SPREAD, type Spread, spreadOfNumber, spreadOfTime } from "../../src/compile/spread.ts";
import type { Distribution } from "../../src/model/distribution.ts";
import { lnGamma, normalShare } from "../../src/model/special.ts";
import { arbitraryTime } from "../arbitrary/times.ts";
import { type Moments, mixed, momentsOf } from "../moments.ts";

const gammaFunction = (x: number) => Math.exp(lnGamma(x));
const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
const weightsOf = (shares: Float64Array) => [...shares].map((share, i) => share - (shares[i - 1] ?? 0));

/** Mean and variance from the lowered numbers, by what the code says that they mean. */
const LOWERED: Readonly<Record<number, (spread: Spread) => Moments>> = {
  [SPREAD.constant]: ({ a }) => ({ mean: a, variance: 0 }),
  [SPREAD.exponential]: ({ a }) => ({ mean: a, variance: a * a }),
  [SPREAD.uniform]: ({ a, b }) => ({ mean: a + b / 2, variance: (b * b) / 12 }),
  [SPREAD.triangular]: ({ a, b, c, d }) => ({
    mean: (a + b + c) / 3,
    // By the place of the mode on the unit interval.
    variance: ((c - a) ** 2 * (1 - d + d * d)) / 18,
  }),
  [SPREAD.normal]: ({ a, b }) => ({ mean: a, variance: b * b }),
  [SPREAD.normalTime]: ({ a, b }) => {
    const mills = density(a / b) / normalShare(a / b);
    return { mean: a + b * mills, variance: b * b * (1 - (a / b) * mills - mills * mills) };
  },
  [SPREAD.lognormal]: ({ a, b }) => ({
    mean: Math.exp(a + (b * b) / 2),
    variance: Math.expm1(b * b) * Math.exp(2 * a + b * b),
  }),
  [SPREAD.gamma]: ({ a, b }) => ({ mean: a * b, variance: a * b * b }),
  [SPREAD.erlang]: ({ a, b }) => ({ mean: a * b, variance: a * b * b }),
  [SPREAD.weibull]: ({ a, b }) => ({
    mean: b * gammaFunction(1 + a),
    variance: b * b * (gammaFunction(1 + 2 * a) - gammaFunction(1 + a) ** 2),
  }),
  [SPREAD.beta]: ({ a, b, c, d }) => ({
    mean: a + (b * c) / (c + d),
    variance: (b * b * c * d) / ((c + d) ** 2 * (c + d + 1)),
  }),
  [SPREAD.choice]: ({ shares, values }) =>
    mixed(
      weightsOf(shares),
      [...values].map((mean) => ({ mean, variance: 0 })),
    ),
  [SPREAD.mixture]: ({ shares, parts }) => mixed(weightsOf(shares), parts.map(lowered)),
};

function lowered(spread: Spread): Moments {
  return LOWERED[spread.code]!(spread);
}

function expectAlike(spread: Spread, distribution: Distribution) {
  const is = lowered(spread);
  const meant = momentsOf(distribution);
  expect(is.mean / meant.mean).toBeCloseTo(1, 9);
  // A variance is lost in the square of the mean where it is much smaller than that.
  expect(Math.abs(is.variance - meant.variance)).toBeLessThan(1e-7 * (meant.variance + meant.mean ** 2));
}

describe("a time lowered to minutes", () => {
  it("has the mean and the variance of the one in the file, whatever its kind and unit", () => {
    fc.assert(
      fc.property(arbitraryTime, (distribution) => expectAlike(spreadOfTime(distribution), distribution)),
      { numRuns: 500 },
    );
  });

  it("counts every unit in minutes", () => {
    const units = ["s", "min", "h", "d", "wk"] as const;
    const minutes = units.map((unit) => spreadOfTime({ dist: "constant", value: 3, unit }).a);
    expect(minutes).toEqual([0.05, 3, 180, 4320, 30_240]);
  });

  it("gives parts of a mixture that name no unit that of the mixture, and leaves the others theirs", () => {
    const { parts, shares } = spreadOfTime({
      dist: "mixture",
      unit: "h",
      parts: [
        { weight: 1, of: { dist: "constant", value: 2 } },
        { weight: 3, of: { dist: "constant", value: 2, unit: "s" } },
      ],
    });
    expect(parts.map(({ a }) => a)).toEqual([120, 2 / 60]);
    expect([...shares]).toEqual([0.25, 1]);
  });

  it("is redrawn below 0 where it is normal, which a plain number is not", () => {
    expect(spreadOfTime({ dist: "normal", mean: 2, sd: 1, unit: "h" })).toMatchObject({
      code: SPREAD.normalTime,
      a: 120,
      b: 60,
    });
    expect(spreadOfNumber({ dist: "normal", mean: 2, sd: 1 })).toMatchObject({ code: SPREAD.normal, a: 2, b: 1 });
  });

  it("that never varies is a constant", () => {
    const still: readonly Distribution[] = [
      { dist: "triangular", min: 4, mode: 4, max: 4, unit: "min" },
      { dist: "pert", min: 4, mode: 4, max: 4, unit: "min" },
      { dist: "gamma", mean: 4, sd: 0, unit: "min" },
    ];
    expect(still.map((each) => spreadOfTime(each)).map(({ code, a }) => [code, a])).toEqual(
      still.map(() => [SPREAD.constant, 4]),
    );
  });

  it("without a unit is a mistake of ours", () => {
    expect(() => spreadOfTime({ dist: "constant", value: 1 })).toThrow("unit");
  });
});

describe("plain numbers", () => {
  it.each<Distribution>([
    { dist: "constant", value: -3 },
    { dist: "uniform", min: -2, max: 6 },
    { dist: "lognormal", mean: 50, sd: 80 },
    { dist: "empirical", values: [1, 2, 10], weights: [5, 0, 2] },
  ])("keep mean and variance: $dist", (distribution) => expectAlike(spreadOfNumber(distribution), distribution));
});

describe("cumulative shares", () => {
  it("add up weights of any size, and end at exactly 1", () => {
    expect([...cumulative([2, 1, 1])]).toEqual([0.5, 0.75, 1]);
    expect(cumulative([0.1, 0.2, 0.3, 0.1, 0.3]).at(-1)).toBe(1);
    expect([...cumulative([])]).toEqual([]);
  });
});
