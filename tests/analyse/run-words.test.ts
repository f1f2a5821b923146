import { expect, it } from "vitest";
import { noBottleneckWords } from "../../src/analyse/proven-words.ts";
import { runWords } from "../../src/analyse/words.ts";
import { results, stat } from "../ui/results/fixture.ts";

it("a run with nothing to say says nothing", () => {
  expect(runWords(results)).toEqual([]);
});

it("what was cut off, why it ended early, what time is lost for and what records cost, in sentences", () => {
  const causes = { nobodyFree: stat(38), offHours: stat(0), system: stat(0), batch: stat(0.5), onTheWay: stat(180) };
  const told = {
    ...results,
    stopped: "The run was stopped at “Desk”.",
    warmUp: { method: "mser-5", minutes: 200, advice: "Run longer." },
    delays: causes,
    workInProgress: stat(16.6, 3.5),
    costPerRecord: stat(50, 5),
    valuePerWeek: stat(2000),
    percentileError: 1 / 128,
  } as const;
  expect(runWords(told, "EUR")).toEqual([
    "The run was stopped at “Desk”.",
    "The first 3 h 20 min of each replication are not counted: that is when it had settled (MSER-5).",
    "Run longer.",
    "A record loses 38 min because nobody was free, 30 s because a batch had to fill and 3 h because it was on the way.",
    "Inside at a time: 16.6 ± 3.5 records.",
    "A record costs 50.0 ± 5.0 EUR on average.",
    "Worth 2,000 EUR a week.",
    "Percentiles are exact to 0.8 %.",
  ]);
});

it("what the file cuts off is not said to be found", () => {
  expect(runWords({ ...results, warmUp: { method: "fixed", minutes: 60 } })).toEqual([
    "The first 1 h of each replication are not counted.",
  ]);
  expect(runWords({ ...results, warmUp: { method: "mser-5", minutes: 0 } })).toEqual([
    "The process was settled from the beginning (MSER-5), so nothing is cut off.",
  ]);
});

it("says whose times are missing where a run stops in the middle of things", () => {
  const records = { ...results.records, inProgress: stat(12, 3) };
  expect(runWords({ ...results, records })).toEqual([
    "12 ± 3 records are still inside when a replication stops; times from arrival to end leave them out, and with them some of the longest.",
  ]);
});

it("says that nothing is left to count, rather than that nobody waits", () => {
  const nothing = { ...results, bottlenecks: [], records: { ...results.records, arrived: stat(0) } };
  const advice = "Every record arrived within the warm-up, so nothing is left to count: cut off less, or run longer.";
  expect(noBottleneckWords({ ...nothing, warmUp: { method: "fixed", minutes: 60, advice } })).toBe(advice);
  expect(noBottleneckWords({ ...results, bottlenecks: [] })).toBe("No bottleneck: nobody waits for anything.");
});
