import { describe, expect, it } from "vitest";
import { type Spread, spreadOfNumber, spreadOfTime } from "../../src/compile/spread.ts";
import type { Distribution } from "../../src/model/distribution.ts";
import { quantile } from "../../src/model/quantile.ts";
import { normalShare } from "../../src/model/special.ts";
import { Random } from "../../src/simulate/random.ts";
import { choose, sample } from "../../src/simulate/sample.ts";
import { momentsOf } from "../moments.ts";
import { beyond, chiSquare, UNLIKELY } from "./chance.ts";

const DRAWS = 200_000;
const CLASSES = 200;

/** Draws as a run makes them: one key for each record. */
function draws(count: number, draw: (random: Random) => number): Float64Array {
  const random = new Random();
  return Float64Array.from({ length: count }, (_, record) => {
    random.open(record, 0x1234567, 0x7654321, 0);
    return draw(random);
  }).sort();
}

/** How many of sorted values lie in each class between edges, the first class below the first edge. */
function classed(sorted: Float64Array, edges: readonly number[]): number[] {
  const counts: number[] = [];
  let at = 0;
  for (const edge of [...edges, Number.POSITIVE_INFINITY]) {
    const from = at;
    while (at < sorted.length && sorted[at]! <= edge) at++;
    counts.push(at - from);
  }
  return counts;
}

const lowered = (of: Distribution): Spread =>
  of.unit === undefined && of.dist !== "mixture" ? spreadOfNumber(of) : spreadOfTime(of);

const SMOOTH: readonly Distribution[] = [
  { dist: "exponential", mean: 7, unit: "min" },
  { dist: "uniform", min: 2, max: 5, unit: "h" },
  { dist: "triangular", min: 1, mode: 2, max: 9, unit: "min" },
  { dist: "triangular", min: 1, mode: 1, max: 9, unit: "min" },
  { dist: "triangular", min: 1, mode: 9, max: 9, unit: "min" },
  { dist: "pert", min: 1, mode: 2, max: 9, unit: "min" },
  { dist: "normal", mean: -3, sd: 2 },
  { dist: "normal", mean: 3, sd: 2, unit: "min" },
  { dist: "lognormal", mean: 10, sd: 14, unit: "s" },
  { dist: "gamma", mean: 10, sd: 3, unit: "min" },
  { dist: "gamma", mean: 10, sd: 10, unit: "min" },
  { dist: "gamma", mean: 10, sd: 18, unit: "min" },
  { dist: "erlang", k: 1, mean: 6, unit: "min" },
  { dist: "erlang", k: 3, mean: 6, unit: "min" },
  { dist: "erlang", k: 12, mean: 6, unit: "min" },
  { dist: "erlang", k: 40, mean: 6, unit: "min" },
  { dist: "weibull", shape: 0.8, scale: 5, unit: "min" },
  { dist: "weibull", shape: 3.6, scale: 5, unit: "d" },
  { dist: "beta", min: 1, max: 4, alpha: 2, beta: 5, unit: "min" },
  { dist: "beta", min: 1, max: 4, alpha: 0.5, beta: 0.7, unit: "min" },
  { dist: "hyperexponential", share: [0.9, 0.1], mean: [2, 30], unit: "min" },
  {
    dist: "mixture",
    unit: "min",
    parts: [
      { weight: 2, of: { dist: "uniform", min: 1, max: 3, unit: "min" } },
      { weight: 1, of: { dist: "exponential", mean: 4, unit: "min" } },
    ],
  },
];

const named = (list: readonly Distribution[]) => list.map((of) => [JSON.stringify(of), of] as const);

describe("draws of a distribution", () => {
  it.each(named(SMOOTH))("fill 200 classes of equal chance equally, to the ends of both tails: %s", (_, of) => {
    const edges = Array.from({ length: CLASSES - 1 }, (_, i) => quantile(of, (i + 1) / CLASSES)!);
    const sorted = draws(DRAWS, (random) => sample(lowered(of), random));
    expect(chiSquare(classed(sorted, edges), () => DRAWS / CLASSES)).toBeGreaterThan(UNLIKELY);
    const tails = [1e-4, 1e-3, 0.999, 0.9999].map((share) => quantile(of, share)!);
    const chances = [1e-4, 9e-4, 0.998, 9e-4, 1e-4];
    expect(chiSquare(classed(sorted, tails), (i) => DRAWS * chances[i]!)).toBeGreaterThan(UNLIKELY);
  });

  it.each(named(SMOOTH))("have its mean and variance: %s", (_, of) => {
    const { mean, variance } = momentsOf(of);
    const values = draws(DRAWS, (random) => sample(lowered(of), random));
    const drawn = values.reduce((sum, value) => sum + value, 0) / DRAWS;
    const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / DRAWS;
    const fourth = values.reduce((sum, value) => sum + (value - mean) ** 4, 0) / DRAWS;
    expect(beyond((drawn - mean) / Math.sqrt(variance / DRAWS))).toBeGreaterThan(UNLIKELY);
    expect(beyond((square - variance) / Math.sqrt((fourth - square ** 2) / DRAWS))).toBeGreaterThan(UNLIKELY);
  });

  it("of a constant are that constant", () => {
    expect(new Set(draws(100, (random) => sample(lowered({ dist: "constant", value: 2, unit: "h" }), random)))).toEqual(
      new Set([120]),
    );
  });

  it.each([
    [[1, 2, 5], undefined, [1 / 3, 1 / 3, 1 / 3]],
    [
      [5, 1, 2],
      [1, 0, 7],
      [0.125, 0, 0.875],
    ],
  ] as const)("of values %j with weights %j come as often as these say", (values, weights, shares) => {
    const of: Distribution = { dist: "empirical", values, unit: "min", ...(weights ? { weights } : {}) };
    const drawn = draws(DRAWS, (random) => sample(lowered(of), random));
    const counts = values.map((value) => drawn.reduce((sum, each) => sum + Number(each === value), 0));
    const possible = shares.flatMap((share, i) => (share > 0 ? [[counts[i]!, share * DRAWS] as const] : []));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(DRAWS);
    expect(counts.filter((_, i) => shares[i] === 0).every((count) => count === 0)).toBe(true);
    expect(
      chiSquare(
        possible.map(([count]) => count),
        (i) => possible[i]![1],
      ),
    ).toBeGreaterThan(UNLIKELY);
  });

  it("of a time are never below 0, and never NaN", () => {
    for (const of of SMOOTH.filter(({ unit }) => unit !== undefined))
      expect(draws(20_000, (random) => sample(lowered(of), random))[0]).toBeGreaterThanOrEqual(0);
  });
});

describe("the ziggurats, in four million draws", () => {
  const MANY = 2 ** 22;

  it("draw exponential numbers, the tail beyond the last layer included", () => {
    const sorted = draws(MANY, (random) => random.exponential());
    // Layers end at 7.697; about 1,900 of the draws lie beyond.
    const edges = [0.01, 0.1, 0.5, 1, 2, 4, 6, 7, 7.5, 7.6, 7.69711747, 7.8, 8, 8.5, 9, 10, 11];
    const share = (i: number) => Math.exp(-(edges[i - 1] ?? 0)) - Math.exp(-(edges[i] ?? Number.POSITIVE_INFINITY));
    expect(chiSquare(classed(sorted, edges), (i) => MANY * share(i))).toBeGreaterThan(UNLIKELY);
    expect(sorted[0]).toBeGreaterThanOrEqual(0);
    // The greatest of n is about ln n = 15.2; that it exceeds 30 has a chance of 4 in ten million.
    expect(sorted.at(-1)).toBeGreaterThan(12);
    expect(sorted.at(-1)).toBeLessThan(30);
  });

  it("draw normal numbers, both tails beyond the last layer included", () => {
    const sorted = draws(MANY, (random) => random.normal());
    // Layers end at 3.654; about 1,080 of the draws lie beyond, on both sides together.
    const half = [0.01, 0.1, 0.5, 1, 2, 3, 3.4, 3.6, 3.65415288, 3.7, 3.8, 4, 4.3];
    const edges = [...half.map((edge) => -edge).reverse(), 0, ...half];
    const lies = (edge: number | undefined, none: number) => (edge === undefined ? none : normalShare(edge));
    expect(
      chiSquare(classed(sorted, edges), (i) => MANY * (lies(edges[i], 1) - lies(edges[i - 1], 0))),
    ).toBeGreaterThan(UNLIKELY);
    expect(Math.max(-sorted[0]!, sorted.at(-1)!)).toBeGreaterThan(4.5);
    expect(Math.max(-sorted[0]!, sorted.at(-1)!)).toBeLessThan(8);
  });
});

describe("uniform numbers", () => {
  it("lie strictly between 0 and 1", () => {
    const sorted = draws(DRAWS, (random) => random.uniform());
    expect(sorted[0]).toBeGreaterThan(0);
    expect(sorted.at(-1)).toBeLessThan(1);
  });
});

describe("a choice by cumulative shares", () => {
  it("takes the first place whose share lies above", () => {
    const shares = Float64Array.of(0.25, 0.25, 0.75, 1);
    const at = [0, 0.2499, 0.25, 0.5, 0.7499, 0.75, 0.9999];
    expect(at.map((u) => choose(shares, u))).toEqual([0, 0, 2, 2, 2, 3, 3]);
  });
});
