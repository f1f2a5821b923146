import { expect, it } from "vitest";
import type { Comparison } from "../../src/analyse/comparison.ts";
import { comparedRows, comparisonCsv } from "../../src/analyse/comparison-table.ts";
import type { Measure } from "../../src/analyse/words.ts";

const stat = (mean: number, half: number) => ({ mean, ci95: [mean - half, mean + half] as [number, number] });

/** How a change of a figure is written. */
function changeOf(measure: Measure, before: number, change: ReturnType<typeof stat>): string {
  const comparison: Comparison = {
    process: "P",
    seed: 1,
    replications: 10,
    measures: [{ id: "m", title: "M", measure, better: "less" }],
    base: { m: stat(before, 0) },
    scenarios: [
      {
        id: "s",
        name: "S",
        measures: { m: { value: stat(before + change.mean, 0), change, verdict: "no difference shown" } },
      },
    ],
  };
  return comparedRows(comparison, comparison.scenarios[0]!, "EUR")[0]!.change;
}

it("writes a change of a time in a unit of its own", () => {
  // 39 days, of which less than an hour and a half is won.
  expect(changeOf("time", 39 * 1440, stat(-82.3, 13.7))).toBe("−82.3 ± 13.7 min");
  expect(changeOf("time", 39 * 1440, stat(1.204 * 1440, 0.092 * 1440))).toBe("+28.9 ± 2.2 h");
  // Where next to nothing is known, the interval decides.
  expect(changeOf("time", 600, stat(-0.2, 45))).toBe("−0.2 ± 45.0 min");
});

it("writes shares in points, money in its currency, and says where nothing changes", () => {
  expect(changeOf("share", 0.567, stat(0.2792, 0.0191))).toBe("+27.92 ± 1.91 points");
  expect(changeOf("money", 120, stat(2.4, 0.31))).toBe("+2.40 ± 0.31 EUR");
  for (const measure of ["time", "share", "money", "number"] as const)
    expect(changeOf(measure, 10, stat(0, 0))).toBe("no change");
});

it("is taken along as CSV with unrounded figures, their intervals and the verdicts, empty where there is nothing", () => {
  const comparison: Comparison = {
    process: "P",
    seed: 1,
    replications: 10,
    measures: [
      { id: "time", title: "Time to the end", measure: "time", better: "less" },
      { id: "cost", title: "Cost", measure: "money", better: "less" },
    ],
    base: { time: stat(90, 4.5), cost: stat(12, 0) },
    scenarios: [
      {
        id: "s",
        name: "One more, now",
        measures: { time: { value: stat(60.25, 2), change: stat(-29.75, 1), verdict: "better" } },
      },
    ],
  };
  expect(comparisonCsv(comparison).trim().split(/\r?\n/)).toEqual([
    'Measure,As it is,"As it is, low","As it is, high","One more, now","One more, now, low","One more, now, high","One more, now, change","One more, now, change, low","One more, now, change, high","One more, now, verdict"',
    "Time to the end (min),90,85.5,94.5,60.25,58.25,62.25,-29.75,-30.75,-28.75,better",
    "Cost,12,12,12,,,,,,,",
  ]);
});
