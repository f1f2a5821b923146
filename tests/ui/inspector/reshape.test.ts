import { expect, it } from "vitest";
import type { Distribution, DistributionKind } from "../../../src/model/distribution.ts";
import { quantile } from "../../../src/model/quantile.ts";
import { reshape } from "../../../src/model/reshape.ts";
import { DISTRIBUTION_WORDS } from "../../../src/model/words.ts";
import { momentsOf } from "../../moments.ts";

const kinds = Object.keys(DISTRIBUTION_WORDS) as DistributionKind[];

it.each(kinds)("from %s to every other kind the mean stays, and so does the unit", (from) => {
  const first = reshape({ dist: "lognormal", mean: 25, sd: 10, unit: "h" }, from);
  for (const to of kinds) {
    const other: Distribution = reshape(first, to);
    expect(other.dist).toBe(to);
    expect(other.unit).toBe("h");
    // Four digits are kept; a normal time is cut off below 0, which its parameters do not tell.
    if (from !== "normal" && to !== "normal") expect(momentsOf(other).mean / momentsOf(first).mean).toBeCloseTo(1, 3);
  }
});

it("parameters that make no sense still turn into some that do", () => {
  for (const to of kinds) {
    if (to !== "empirical") {
      expect(quantile(reshape({ dist: "empirical", values: [], unit: "min" }, to), 0.5)).toBeGreaterThan(0);
    }
  }
});
