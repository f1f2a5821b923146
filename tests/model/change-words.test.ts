import { expect, it } from "vitest";
import { changed } from "../../src/model/change.ts";
import { changeables, changeWords, valueAt } from "../../src/model/change-words.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

const process = processOf({
  teams: [{ id: "sdr", name: "Sales development", people: 3, costPerHour: 38 }],
  nodes: [
    start("new", { arrivals: { every: { dist: "exponential", mean: 10, unit: "min" } } }),
    step("call", { name: "Call", team: "sdr", work: { dist: "exponential", mean: 1, unit: "h" } }),
    end("won", { name: "Won" }),
  ],
  flows: paths("new > call > won"),
});

it.each([
  [{ set: "teams/sdr/people", to: 4 }, "Sales development: people 3 → 4"],
  [{ set: "nodes/call/team", to: "sdr" }, "Call: team Sales development → Sales development"],
  [
    { set: "nodes/call/work", to: { dist: "constant", value: 30, unit: "min" } },
    "Call: work time half within 42 min, nine of ten within 2 h 18 min → always 30 min",
  ],
  [{ set: "nodes/call/cost", to: 5 }, "Call: cost 5"],
  [{ set: "nodes/gone/cost", to: 5 }, "nodes: gone/cost 5"],
])("says the change %j in words", (change, words) => {
  expect(changeWords(process, change)).toBe(words);
});

it("offers what can be changed, with what is there now: setting it to that changes nothing", () => {
  const places = changeables(process);
  expect(places.map(({ words }) => words)).toEqual([
    "Sales development: people",
    "Sales development: cost an hour",
    "new: arrivals, time between, mean",
    "Call: work time, mean",
    "Call: team",
  ]);
  for (const { set, now } of places) {
    expect(valueAt(process, set)).toEqual(now);
    expect(changed(process, { set, to: now })).toEqual(process);
  }
});
