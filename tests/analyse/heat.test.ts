import { expect, it } from "vitest";
import { heatOf } from "../../src/analyse/heat.ts";
import { run } from "../../src/experiment/run.ts";
import { end, fixed, paths, processOf, start, step } from "../builders.ts";
import { done } from "../done.ts";

it("counts long queues in whole records, thousands apart", () => {
  // Twice as many come as can be done: half of all wait in the end, a quarter on average.
  const flood = processOf({
    teams: [{ id: "t", name: "Team", people: 1 }],
    nodes: [start("in", { arrivals: { every: fixed(1) } }), step("work", { work: fixed(2), team: "t" }), end("out")],
    flows: paths("in > work > out"),
  });
  const badge = (records: number) => heatOf(flood, done(run(flood, { records, replications: 1 }))).steps.work?.badge;
  expect(badge(100)).toMatch(/^2[45]\.\d waiting$/);
  expect(badge(8000)).toMatch(/^(1,9|2,0)\d\d waiting$/);
});
