import { describe, expect, it } from "vitest";
import { change, differences, shown } from "../../src/analyse/paired.ts";

describe("paired differences", () => {
  it("are with the change less without it, pair by pair", () => {
    expect(differences([10, 20, 30], [9, 18, 31])).toEqual([-1, -2, 1]);
  });

  it("are none where only the rounding of long sums differs", () => {
    expect(differences([0.3, 115.9, 0], [0.1 + 0.2, 115.9 + 1e-13, 0])).toEqual([0, 0, 0]);
    expect(differences([115.9], [115.9 + 1e-6])[0]).toBeGreaterThan(0);
  });

  it("have the interval of the pairs, which leaves out what both share", () => {
    // Differences −1, −2, −3: mean −2, sd 1, t(0.975; 2) = 4.302653.
    const { mean, ci95 } = change([100, 500, 900], [99, 498, 897]);
    expect(mean).toBe(-2);
    expect(ci95[0]).toBeCloseTo(-2 - 4.302653 / Math.sqrt(3), 5);
    expect(ci95[1]).toBeCloseTo(-2 + 4.302653 / Math.sqrt(3), 5);
  });

  it("are refused between different numbers of replications", () => {
    expect(() => differences([1, 2], [1])).toThrow(RangeError);
  });
});

describe("what is shown", () => {
  // Mean 5, sd 2: the interval of three at 95 % reaches 4.97 to either side, at 97.5 % 7.17.
  const figures = [3, 5, 7];

  it("is the sign, where the interval excludes 0", () => {
    expect(shown(figures)).toBe(1);
    expect(shown(figures.map((figure) => -figure))).toBe(-1);
    expect(shown(figures.map((figure) => figure - 0.1))).toBe(0);
  });

  it("takes more where the question is asked more than once", () => {
    expect(shown(figures, 2)).toBe(0);
  });

  it("is what is the same every time, but not a single figure, nor nothing at all", () => {
    expect(shown([2, 2, 2])).toBe(1);
    expect(shown([0, 0, 0])).toBe(0);
    expect(shown([2])).toBe(0);
  });

  it("leaves out replications in which there was nothing to measure", () => {
    expect(shown([Number.NaN, ...figures])).toBe(1);
  });
});
