import { expect, it } from "vitest";
import type { Distribution, DistributionKind } from "../../../src/model/distribution.ts";
import { quantile } from "../../../src/model/quantile.ts";
import { reshape } from "../../../src/model/reshape.ts";
import { DISTRIBUTION_WORDS } from "../../../src/model/words.ts";
import { momentsOf } from "../../moments.ts";

const kinds = Object.keys(DISTRIBUTION_WORDS) as DistributionKind[];

const BOUNDED: ReadonlySet<DistributionKind> = new Set(["uniform", "triangular", "pert", "beta"]);

it.each(kinds)("from %s to every other kind the unit stays, and so does the mean where no bounds do", (from) => {
  const first = reshape({ dist: "lognormal", mean: 25, sd: 10, unit: "h" }, from);
  for (const to of kinds) {
    const other: Distribution = reshape(first, to);
    expect(other.dist).toBe(to);
    expect(other.unit).toBe("h");
    // Four digits are kept; a normal time is cut off below 0, which its parameters do not tell.
    const bounded = BOUNDED.has(from) && BOUNDED.has(to);
    if (from !== "normal" && to !== "normal" && !bounded)
      expect(momentsOf(other).mean / momentsOf(first).mean).toBeCloseTo(1, 3);
  }
});

it("what other programs wrote at a distribution stays, whatever it is turned into", () => {
  const extensions = { tool: { id: 7 } };
  const first: Distribution = { dist: "triangular", min: 5, mode: 10, max: 30, unit: "min", extensions };
  for (const to of kinds) expect(reshape(first, to).extensions).toEqual(extensions);
});

it("bounds and the most likely value stay wherever the other kind has them", () => {
  const first: Distribution = { dist: "triangular", min: 5, mode: 10, max: 30, unit: "min" };
  expect(reshape(first, "pert")).toEqual({ dist: "pert", min: 5, mode: 10, max: 30, unit: "min" });
  expect(reshape(first, "uniform")).toEqual({ dist: "uniform", min: 5, max: 30, unit: "min" });
  // The mode that gives the mean of the even spread between them: the middle.
  expect(reshape({ dist: "uniform", min: -4, max: 8 }, "triangular")).toEqual({
    dist: "triangular",
    min: -4,
    mode: 2,
    max: 8,
  });
});

it("a PERT estimate turned into a beta is the same one: alpha and beta are 1 + 4 times the part before and after its mode", () => {
  const beta = reshape({ dist: "pert", min: 0, mode: 1, max: 4, unit: "h" }, "beta");
  expect(beta).toEqual({ dist: "beta", min: 0, max: 4, alpha: 2, beta: 4, unit: "h" });
});

it("what was typed is not rounded", () => {
  expect(reshape({ dist: "constant", value: 12_345, unit: "min" }, "exponential")).toMatchObject({ mean: 12_345 });
  expect(reshape({ dist: "lognormal", mean: 12_345, sd: 1234.5, unit: "min" }, "gamma")).toMatchObject({
    mean: 12_345,
    sd: 1234.5,
  });
});

it("a mixture begins with what there was, and gives it back", () => {
  const first: Distribution = { dist: "erlang", k: 3, mean: 12_345, unit: "min" };
  const mixture = reshape(first, "mixture");
  expect(mixture).toMatchObject({ parts: [{ weight: 1, of: { dist: "erlang", k: 3, mean: 12_345 } }] });
  expect(reshape(mixture, "erlang")).toEqual(first);
});

it("parameters that make no sense still turn into some that do, but for a mixture, which keeps them", () => {
  for (const to of kinds) {
    if (to !== "empirical" && to !== "mixture") {
      expect(quantile(reshape({ dist: "empirical", values: [], unit: "min" }, to), 0.5)).toBeGreaterThan(0);
    }
  }
});
