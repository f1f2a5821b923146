import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountWords, readAmount } from "../../src/io/table/amounts.ts";
import { plainWords } from "../../src/io/table/columns.ts";
import { listCell, listOf } from "../../src/io/table/lists.ts";
import { readTarget, readWay, targetWords, wayWords } from "../../src/io/table/ways.ts";
import { arbitraryTime } from "../arbitrary/times.ts";

describe("cells", () => {
  it("hold any list of names", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }).filter((text) => text.trim() !== "")), (items) => {
        expect(listOf(listCell(items))).toEqual(items);
      }),
    );
  });

  it("hold any way with any label", () => {
    const label = fc
      .string({ unit: fc.constantFrom("a", " ", "·", "“", "”", "\\", "[", "]", "7", "%") })
      .map(plainWords);
    const way = fc.record(
      {
        label,
        share: fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1 }),
        on: fc.constantFrom("gives-up", "full"),
        otherwise: fc.constant(true),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(way, fc.constantFrom("Call", "a]", "–", "x [1]"), (given, target) => {
        const { label: words, ...rest } = given as ReturnType<typeof readWay>;
        const expected = words ? { label: words, ...rest } : rest;
        expect(readWay(wayWords(expected))).toEqual(expected);
        expect(readTarget(targetWords(target, expected))).toEqual({ target, way: expected });
      }),
    );
  });

  it("hold every kind of time but mixtures", () => {
    fc.assert(
      fc.property(arbitraryTime, (time) => {
        const words = amountWords(time);
        if (time.dist === "mixture" || time.unit === undefined) expect(words).toBeUndefined();
        else expect(readAmount(words!)).toEqual(time);
      }),
    );
  });

  it.each([
    ["10", { dist: "constant", value: 10, unit: "min" }],
    ["1 h 30 min", { dist: "constant", value: 90, unit: "min" }],
    ["2 to 4 days", { dist: "uniform", min: 2, max: 4, unit: "d" }],
    ["5-10-20 minutes", { dist: "triangular", min: 5, mode: 10, max: 20, unit: "min" }],
    ["Exponential mean 2 hours", { dist: "exponential", mean: 2, unit: "h" }],
    ["pert min 1 mode 2 max 3 min", { dist: "pert", min: 1, mode: 2, max: 3, unit: "min" }],
    ["5 parsecs", undefined],
    ["about an hour", undefined],
    ["mixture 1 min", undefined],
    ["constructor 1 min", undefined],
  ])("read %j as people write it", (text, time) => {
    expect(readAmount(text)).toEqual(time);
  });
});
