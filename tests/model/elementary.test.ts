import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp, ln, ln1p, power } from "../../src/model/elementary.ts";

/** How far two numbers are apart, in steps of the last place of the second. */
function steps(found: number, expected: number): number {
  if (found === expected) return 0;
  const size = 2 ** Math.max(-1022, Math.floor(Math.log2(Math.abs(expected))));
  return Math.abs(found - expected) / (size * 2 ** -52);
}

const normal = fc.double({ min: 1e-300, max: 1e300, noNaN: true });

// `Math` is right to 1 step in every engine; so two functions that are both right lie at most 2 steps apart.
describe("ln", () => {
  it("is the logarithm, to the last place but one", () => {
    fc.assert(fc.property(normal, (x) => steps(ln(x), Math.log(x)) <= 2));
    fc.assert(fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => steps(ln(x), Math.log(x)) <= 2));
  });

  it("has the values that define it", () => {
    expect([ln(1), ln(2), ln(Math.E), ln(5e-324)]).toEqual([0, Math.LN2, 1, -744.4400719213812]);
    expect([ln(0), ln(-1), ln(Number.POSITIVE_INFINITY)]).toEqual([-Infinity, Number.NaN, Infinity]);
  });
});

describe("ln1p", () => {
  it("loses nothing where its argument is small", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.1, noNaN: true }), (x) => steps(ln1p(x), Math.log1p(x)) <= 4),
    );
    expect([ln1p(0), ln1p(1e-300), ln1p(1)]).toEqual([0, 1e-300, Math.LN2]);
  });
});

describe("exp", () => {
  it("is the exponential, to the last place but one", () => {
    fc.assert(fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => steps(exp(x), Math.exp(x)) <= 2));
    fc.assert(fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) => steps(exp(x), Math.exp(x)) <= 2));
  });

  it("has the values that define it", () => {
    expect([exp(0), exp(-0)]).toEqual([1, 1]);
    expect(steps(exp(1), Math.E)).toBeLessThanOrEqual(1);
    expect([exp(710), exp(-746), exp(Number.NaN)]).toEqual([Infinity, 0, Number.NaN]);
    expect([exp(Infinity), exp(-Infinity), exp(-745.13)]).toEqual([Infinity, 0, 5e-324]);
  });
});

describe("power", () => {
  it("agrees with repeated multiplication", () => {
    for (const [base, exponent, product] of [
      [3, 4, 81],
      [10, 3, 1000],
      [2, 0.5, Math.SQRT2],
      [0, 2, 0],
      [7, 0, 1],
    ] as const) {
      expect(power(base, exponent)).toBeCloseTo(product, 10);
    }
  });
});

it("gives the same bits in every engine", () => {
  // A digest of thousands of values. It may never change, neither here nor in a browser.
  let digest = 0;
  const bits = new Float64Array(1);
  const halves = new Int32Array(bits.buffer);
  for (let i = 1; i < 5000; i++) {
    for (const value of [ln(i / 777), exp((i - 2500) / 77), ln1p(i / 1e6), power(i / 99, 0.37)]) {
      bits[0] = value;
      digest = (Math.imul(digest, 31) + (halves[0]! ^ halves[1]!)) | 0;
    }
  }
  expect(digest).toBe(-1785833967);
});
