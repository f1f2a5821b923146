import { describe, expect, it } from "vitest";
import { duration, elapsed, exact, fixed, list, number, percent, time, unitFor } from "../../src/model/format.ts";
import { emptyProcess, type Process } from "../../src/model/process.ts";
import { nameOf, ruleWords, spreadWords, titleOf } from "../../src/model/words.ts";

const process: Process = {
  ...emptyProcess,
  fields: [
    { id: "value", name: "Deal value", type: "number" },
    { id: "source", name: "Lead source", type: "choice", options: [] },
    { id: "returning", name: "Returning", type: "boolean" },
  ],
};

describe("numbers", () => {
  it.each([
    [0, "0"],
    [-0.4, "−0.4"],
    [0.01234, "0.012"],
    [1.5, "1.5"],
    [12.34, "12.3"],
    [123.4, "123"],
    [1234567, "1,234,567"],
    [Number.NaN, "–"],
  ])("%d reads “%s”", (value, words) => expect(number(value)).toBe(words));

  it("a measured number is cut, a typed one is not", () => {
    expect(number(12.3456)).toBe("12.3");
    expect(exact(12.3456)).toBe("12.3456");
    expect(exact(10000)).toBe("10,000");
    expect(exact(1e-7)).toBe("1e-7");
  });

  it("what rounds to nothing has no sign", () => expect(fixed(-0.001, 1)).toBe("0.0"));

  it.each([
    [0, "0 %"],
    [0.0002, "< 0.1 %"],
    [0.042, "4.2 %"],
    [0.614, "61 %"],
    [0.996, "99.6 %"],
    [1, "100 %"],
  ])("the share %d reads “%s”", (share, words) => expect(percent(share)).toBe(words));
});

describe("times", () => {
  it.each([
    [0, "0 min"],
    [0.5, "30 s"],
    [0.01, "0.6 s"],
    [4.25, "4.3 min"],
    [25, "25 min"],
    [252, "4.2 h"],
    [14 * 60, "14 h"],
    [2.25 * 1440, "2.3 d"],
    [1000 * 1440, "1,000 d"],
  ])("in a table, %d minutes read “%s”", (minutes, words) => expect(time(minutes)).toBe(words));

  it.each([
    [0.5, "30 s"],
    [25.4, "25 min"],
    [59.7, "1 h"],
    [70, "1 h 10 min"],
    [120, "2 h"],
    [1439.8, "1 d"],
    [3060, "2 d 3 h"],
    [30 * 1440, "30 d"],
    [-70, "−1 h 10 min"],
  ])("in a sentence, %d minutes read “%s”", (minutes, words) => expect(duration(minutes)).toBe(words));

  it.each([
    [75, "1 h 15 min"],
    [3075, "2 d 3 h 15 min"],
    [95_240, "66 d 3 h 20 min"],
    [95_039.6, "66 d 0 h 0 min"],
    [Number.POSITIVE_INFINITY, "–"],
  ])("on a clock, %d minutes read “%s”", (minutes, words) => expect(elapsed(minutes)).toBe(words));

  it("the unit grows with the time", () => {
    expect([0.2, 25, 252, 5000].map(unitFor)).toEqual(["s", "min", "h", "d"]);
  });
});

describe("distributions", () => {
  it("says what half and nine of ten stay within", () => {
    // The median of an exponential is its mean times ln 2, its ninth decile its mean times ln 10.
    expect(spreadWords({ dist: "exponential", mean: 1, unit: "h" })).toBe(
      "half within 42 min, nine of ten within 2 h 18 min",
    );
  });

  it("says that a constant is always the same", () => {
    expect(spreadWords({ dist: "constant", value: 90, unit: "s" })).toBe("always 1.5 min");
  });

  it("speaks of plain numbers without time", () => {
    expect(spreadWords({ dist: "uniform", min: 0, max: 20000 })).toBe(
      "half at most 10,000, nine of ten at most 18,000",
    );
  });

  it("says nothing of parameters that make no sense", () => {
    expect(spreadWords({ dist: "exponential", mean: 0, unit: "h" })).toBeUndefined();
    expect(spreadWords({ dist: "triangular", min: 5, mode: 1, max: 9, unit: "h" })).toBeUndefined();
  });
});

describe("rules", () => {
  it("read as sentences with the names of their fields", () => {
    expect(ruleWords({ field: "value", is: ">=", to: 10000 }, process)).toBe("Deal value is at least 10,000");
    expect(ruleWords({ field: "returning", is: "=", to: true }, process)).toBe("Returning is yes");
    expect(ruleWords({ field: "source", is: "in", to: ["Referral", "Trade show"] }, process)).toBe(
      "Lead source is one of Referral or Trade show",
    );
  });

  it("keep apart what belongs together", () => {
    const either = { any: [{ field: "value", is: ">", to: 5 } as const, { field: "value", is: "<", to: 1 } as const] };
    expect(ruleWords({ all: [either, { not: { field: "returning", is: "=", to: false } }] }, process)).toBe(
      "(Deal value is above 5 or Deal value is below 1) and not (Returning is no)",
    );
    expect(ruleWords({ all: [] }, process)).toBe("always");
  });
});

describe("names", () => {
  it("a node without a name is called by its kind", () => {
    expect(titleOf({ id: "f", kind: "fork", name: "" })).toBe("Parallel");
  });

  it("what nothing has as its id is called by the id", () => expect(nameOf(process, "ghost")).toBe("ghost"));

  it("lists read as a sentence part", () => {
    expect([list([], "or"), list(["a"], "or"), list(["a", "b", "c"], "and")]).toEqual(["nothing", "a", "a, b and c"]);
  });
});
