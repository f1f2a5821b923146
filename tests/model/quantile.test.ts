import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Distribution } from "../../src/model/distribution.ts";
import { quantile } from "../../src/model/quantile.ts";
import { betaShare, gammaShare, lnGamma, normalShare } from "../../src/model/special.ts";

describe("special functions", () => {
  it("ln Γ is the logarithm of a factorial, and of √π at a half", () => {
    expect(lnGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });

  it("the normal share has its textbook values", () => {
    expect(normalShare(0)).toBe(0.5);
    expect(normalShare(1.959963984540054)).toBeCloseTo(0.975, 12);
    expect(normalShare(-1.2815515655446004)).toBeCloseTo(0.1, 12);
  });

  it("the gamma share of a whole shape is one less the Poisson sum", () => {
    const x = 4.2;
    const sum = [1, x, x ** 2 / 2].reduce((a, b) => a + b);
    expect(gammaShare(3, x)).toBeCloseTo(1 - Math.exp(-x) * sum, 12);
    expect(gammaShare(1, 0.3)).toBeCloseTo(1 - Math.exp(-0.3), 12);
  });

  it("the gamma share of a very large shape is a normal share", () => {
    expect(gammaShare(1e8, 1e8 + 1e4)).toBeCloseTo(normalShare(1), 4);
  });

  it("the beta share of whole parameters is a binomial sum", () => {
    // I(x; 2, 3) = P(at least 2 of 4 succeed).
    const x = 0.3;
    const atLeastTwo = 6 * x ** 2 * 0.7 ** 2 + 4 * x ** 3 * 0.7 + x ** 4;
    expect(betaShare(x, 2, 3)).toBeCloseTo(atLeastTwo, 12);
    expect(betaShare(0.9, 2, 3) + betaShare(0.1, 3, 2)).toBeCloseTo(1, 12);
  });
});

describe("quantiles", () => {
  const z = 1.2815515655446004; // the ninth decile of a standard normal

  it.each<[Distribution, number, number]>([
    [{ dist: "constant", value: 2, unit: "h" }, 0.9, 120],
    [{ dist: "exponential", mean: 10, unit: "min" }, 0.9, 10 * Math.log(10)],
    [{ dist: "uniform", min: 10, max: 20, unit: "min" }, 0.9, 19],
    [{ dist: "triangular", min: 0, mode: 10, max: 20, unit: "min" }, 0.5, 10],
    [{ dist: "triangular", min: 0, mode: 10, max: 10 }, 0.25, 5],
    [{ dist: "pert", min: 0, mode: 10, max: 20, unit: "min" }, 0.5, 10],
    [{ dist: "normal", mean: 100, sd: 10, unit: "min" }, 0.9, 100 + 10 * z],
    [{ dist: "normal", mean: -5, sd: 2 }, 0.9, -5 + 2 * z],
    // Mean 0: redrawn below 0 it is a half normal, whose ninth decile is the normal's 95th percentile.
    [{ dist: "normal", mean: 0, sd: 1, unit: "min" }, 0.9, 1.6448536269514722],
    [{ dist: "lognormal", mean: Math.exp(0.5), sd: Math.sqrt((Math.E - 1) * Math.E), unit: "min" }, 0.9, Math.exp(z)],
    [{ dist: "gamma", mean: 10, sd: 10, unit: "min" }, 0.9, 10 * Math.log(10)],
    [{ dist: "erlang", k: 1, mean: 10, unit: "min" }, 0.5, 10 * Math.log(2)],
    [{ dist: "weibull", shape: 2, scale: 5, unit: "min" }, 0.5, 5 * Math.sqrt(Math.log(2))],
    [{ dist: "beta", min: 2, max: 4, alpha: 1, beta: 1, unit: "min" }, 0.25, 2.5],
    [{ dist: "hyperexponential", share: [0.5, 0.5], mean: [10, 10], unit: "min" }, 0.5, 10 * Math.log(2)],
    [{ dist: "empirical", values: [1, 2, 3, 4], unit: "min" }, 0.5, 2],
    [{ dist: "empirical", values: [1, 9], weights: [1, 3] }, 0.5, 9],
  ])("%j has its quantile %d at %d", (distribution, share, value) => {
    expect(quantile(distribution, share)).toBeCloseTo(value, 9);
  });

  it("a mixture's parts take its unit unless they have their own", () => {
    const mixture: Distribution = {
      dist: "mixture",
      unit: "h",
      parts: [
        { weight: 1, of: { dist: "constant", value: 1 } },
        { weight: 3, of: { dist: "constant", value: 90, unit: "min" } },
      ],
    };
    expect(quantile(mixture, 0.2)).toBeCloseTo(60, 9);
    expect(quantile(mixture, 0.5)).toBeCloseTo(90, 9);
  });

  it("never fall as the share rises, whatever the distribution", () => {
    const size = fc.double({ min: 0.01, max: 1000, noNaN: true });
    const any = fc.oneof(
      fc.record({ dist: fc.constant("lognormal" as const), mean: size, sd: size }),
      fc.record({ dist: fc.constant("gamma" as const), mean: size, sd: size }),
      fc.record({ dist: fc.constant("erlang" as const), k: fc.integer({ min: 1, max: 50 }), mean: size }),
      fc.record({ dist: fc.constant("beta" as const), min: fc.constant(0), max: size, alpha: size, beta: size }),
      fc.record({ dist: fc.constant("normal" as const), mean: size, sd: size, unit: fc.constant("min" as const) }),
    );
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(any, share, share, (distribution, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((each) => quantile(distribution, each));
        expect(low).toBeLessThanOrEqual(high ?? Number.NaN);
      }),
    );
  });
});
