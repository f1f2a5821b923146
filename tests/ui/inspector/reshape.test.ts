import { expect, it } from "vitest";
import { DEFAULTS } from "../../../src/experiment/base.ts";
import type { Distribution, DistributionKind } from "../../../src/model/distribution.ts";
import { quantile } from "../../../src/model/quantile.ts";
import { reshape } from "../../../src/model/reshape.ts";
import { DISTRIBUTION_WORDS } from "../../../src/model/words.ts";
import { USUAL } from "../../../src/ui/inspector/process/RunSettings.tsx";

const kinds = Object.keys(DISTRIBUTION_WORDS) as DistributionKind[];

it.each(kinds)("from %s to every other kind the middle stays about where it was, and so does the unit", (from) => {
  const first = reshape({ dist: "lognormal", mean: 25, sd: 10, unit: "h" }, from);
  for (const to of kinds) {
    const other: Distribution = reshape(first, to);
    expect(other.dist).toBe(to);
    expect(other.unit).toBe("h");
    const [before, after] = [first, other].map((each) => quantile(each, 0.5) ?? Number.NaN);
    expect(after! / before!).toBeGreaterThan(1 / 5);
    expect(after! / before!).toBeLessThan(5);
  }
});

it("parameters that make no sense still turn into some that do", () => {
  for (const to of kinds) {
    if (to !== "empirical") {
      expect(quantile(reshape({ dist: "empirical", values: [], unit: "min" }, to), 0.5)).toBeGreaterThan(0);
    }
  }
});

it("what the run settings call usual is what a run uses", () => {
  expect(USUAL).toEqual(DEFAULTS);
});
