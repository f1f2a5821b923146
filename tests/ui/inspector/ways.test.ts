import fc from "fast-check";
import { expect, it } from "vitest";
import { onField, partsOf, ruleOf } from "../../../src/model/edit/rules.ts";
import {
  addsUp,
  byChance,
  byRule,
  makeAddUp,
  makeOtherwise,
  moveWay,
  sumOfShares,
  waysOut,
} from "../../../src/model/edit/ways.ts";
import type { Process } from "../../../src/model/process.ts";
import { decision, end, flow, processOf } from "../../builders.ts";

const withShares = (shares: readonly (number | undefined)[]): Process =>
  processOf({
    nodes: [decision("d"), ...shares.map((_, i) => end(`e${i}`))],
    flows: shares.map((share, i) => flow("d", `e${i}`, share === undefined ? {} : { share })),
  });

const rule = { field: "value", is: ">=", to: 1 } as const;

it("shares that were made to add up do, and keep their order", () => {
  const share = fc.option(fc.double({ min: 0, max: 5, noNaN: true }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), (shares) => {
      const after = waysOut(makeAddUp(withShares(shares), "d"), "d");
      expect(addsUp(after)).toBe(true);
      shares.forEach((a, i) => {
        shares.forEach((b, j) => {
          // Rounding may part two that are as good as equal by one hundredth of a percent.
          if ((a ?? 0) > (b ?? 0)) expect(after[i]?.share).toBeGreaterThanOrEqual((after[j]?.share ?? 0) - 1.5e-4);
        });
      });
    }),
  );
});

it("shares that are all nothing become equal parts", () => {
  expect(waysOut(makeAddUp(withShares([0, undefined]), "d"), "d").map(({ share }) => share)).toEqual([0.5, 0.5]);
});

it("a decision turned to rules has one otherwise and no shares, and turned back the other way round", () => {
  const ruled = waysOut(byRule(withShares([0.2, 0.3, 0.5]), "d", rule), "d");
  expect(ruled.map(({ share, when, otherwise }) => [share, when, otherwise])).toEqual([
    [undefined, rule, undefined],
    [undefined, rule, undefined],
    [undefined, undefined, true],
  ]);
  const chances = waysOut(byChance(byRule(withShares([0.2, 0.8]), "d", rule), "d"), "d");
  expect(sumOfShares(chances)).toBe(1);
  expect(chances.every(({ when, otherwise }) => when === undefined && otherwise === undefined)).toBe(true);
});

it("a new otherwise takes the place of the old one, which gets its rule", () => {
  const ruled = byRule(withShares([0.2, 0.8]), "d", rule);
  const first = waysOut(ruled, "d")[0]!;
  const after = waysOut(makeOtherwise(ruled, first), "d");
  expect(after.map(({ when, otherwise }) => [when, otherwise])).toEqual([
    [undefined, true],
    [rule, undefined],
  ]);
});

it("a rule moves before its neighbour and stops at the ends", () => {
  const process = withShares([0.2, 0.8]);
  const [first, second] = waysOut(process, "d");
  expect(waysOut(moveWay(process, second!, -1), "d").map(({ to }) => to)).toEqual(["e1", "e0"]);
  expect(moveWay(process, first!, -1)).toBe(process);
});

it("a rule that is taken apart and put together again says the same", () => {
  const all = { all: [rule, { not: rule }] };
  expect(ruleOf(partsOf(all))).toEqual(all);
  expect(ruleOf(partsOf({ not: rule }))).toEqual({ not: rule });
  expect(ruleOf({ join: "any", parts: [rule] })).toEqual(rule);
});

it("what other programs wrote at a rule stays when it is taken apart and put together again", () => {
  const extensions = { tool: 1 };
  const inner = { tool: 2 };
  for (const before of [
    { all: [rule], extensions },
    { any: [rule, rule], extensions },
    { not: { any: [rule, rule], extensions: inner }, extensions },
    { not: { all: [rule], extensions: inner } },
    { not: rule, extensions },
  ])
    expect(ruleOf(partsOf(before))).toEqual(before);
  expect(ruleOf({ ...partsOf({ not: { any: [rule, rule], extensions: inner } }), join: "all" })).toEqual({
    all: [rule, rule],
    extensions: inner,
  });
});

it("a condition turned to another field keeps its comparison and its value where both fields are numbers", () => {
  const value = { id: "value", name: "Value", type: "number" } as const;
  const size = { id: "size", name: "Size", type: "number" } as const;
  const warm = { id: "warm", name: "Warm", type: "boolean" } as const;
  const before = { field: "value", is: "<", to: 7, extensions: { tool: 1 } } as const;
  expect(onField(before, value, size)).toEqual({ ...before, field: "size" });
  expect(onField(before, value, warm)).toEqual({ field: "warm", is: "=", to: true, extensions: { tool: 1 } });
});
