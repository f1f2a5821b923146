import { expect, it } from "vitest";
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
