import { describe, expect, it } from "vitest";
import { confidence, studentT } from "../../src/analyse/confidence.ts";

describe("quantiles of Student's t", () => {
  // As printed in every table of the distribution, one-sided 5 %, 2.5 % and 0.5 %.
  it.each([
    [1, 6.314, 12.706, 63.657],
    [2, 2.92, 4.303, 9.925],
    [3, 2.353, 3.182, 5.841],
    [5, 2.015, 2.571, 4.032],
    [9, 1.833, 2.262, 3.25],
    [10, 1.812, 2.228, 3.169],
    [19, 1.729, 2.093, 2.861],
    [30, 1.697, 2.042, 2.75],
    [60, 1.671, 2.0, 2.66],
    [120, 1.658, 1.98, 2.617],
    // With so many degrees of freedom it is normal.
    [1e6, 1.645, 1.96, 2.576],
  ])("are those of the tables: %d degrees of freedom", (degrees, twentieth, fortieth, twoHundredth) => {
    expect(studentT(0.95, degrees)).toBeCloseTo(twentieth, 3);
    expect(studentT(0.975, degrees)).toBeCloseTo(fortieth, 3);
    expect(studentT(0.995, degrees)).toBeCloseTo(twoHundredth, 3);
  });

  it("have a closed form with one and with two degrees of freedom", () => {
    for (const share of [0.6, 0.9, 0.975, 0.9995]) {
      expect(studentT(share, 1) / Math.tan(Math.PI * (share - 0.5))).toBeCloseTo(1, 10);
      const twice = 2 * share - 1;
      expect(studentT(share, 2) / (twice * Math.sqrt(2 / (1 - twice ** 2)))).toBeCloseTo(1, 10);
    }
  });

  it.each([
    [0.5, 3],
    [1, 3],
    [0.9, 0],
    [Number.NaN, 3],
  ])("refuse a share of %d with %d degrees of freedom", (share, degrees) => {
    expect(() => studentT(share, degrees)).toThrow(RangeError);
  });
});

describe("the interval of a figure over replications", () => {
  it("is mean ± t · s / √n: of 1, 2, 3 it is 2 ± 4.303 / √3", () => {
    const { mean, ci95 } = confidence([1, 2, 3]);
    expect(mean).toBe(2);
    expect(ci95[0]).toBeCloseTo(2 - 2.484, 3);
    expect(ci95[1]).toBeCloseTo(2 + 2.484, 3);
  });

  it("of ten figures uses 9 degrees of freedom", () => {
    // 0 … 9: mean 4.5, variance 55 / 6, so half = 2.262157 · √(55 / 60).
    const { mean, ci95 } = confidence([...Array(10).keys()]);
    expect(mean).toBe(4.5);
    expect(ci95[1] - 4.5).toBeCloseTo(2.165851, 5);
    expect(4.5 - ci95[0]).toBeCloseTo(2.165851, 5);
  });

  it("has no width where all figures are the same", () => {
    expect(confidence([7, 7, 7, 7])).toEqual({ mean: 7, ci95: [7, 7] });
  });

  it("leaves out replications in which there was nothing to measure", () => {
    expect(confidence([1, Number.NaN, 2, 3, Number.NaN])).toEqual(confidence([1, 2, 3]));
  });

  it("is unknown with one figure, and so is the mean with none", () => {
    expect(confidence([5])).toEqual({ mean: 5, ci95: [Number.NaN, Number.NaN] });
    expect(confidence([Number.NaN]).mean).toBeNaN();
    expect(confidence([]).mean).toBeNaN();
  });
});
