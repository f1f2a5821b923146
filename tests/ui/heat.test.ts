import { expect, it } from "vitest";
import { mostHeat } from "../../src/analyse/heat.ts";
import { add } from "../../src/model/edit.ts";
import { marksOf } from "../../src/ui/canvas/heat.ts";
import { step } from "../builders.ts";
import { process, results, stat } from "./results/fixture.ts";

it("paints the step with the most delay darkest, and names its share of all delay", () => {
  const marks = marksOf(process, results);
  expect(mostHeat(results, "delay")).toBe(0.9);
  expect(marks.get("call")).toMatchObject({
    kind: "simulated",
    band: 4,
    text: "90 %",
    fill: "#0a326a",
    ink: "#ffffff",
  });
  // 0.1 of 0.9 is in the lowest fifth.
  expect(marks.get("quote")).toMatchObject({ kind: "simulated", band: 0, text: "10 %" });
});

it("paints by the step with the most delay, however little of all delay that is", () => {
  const { call, quote } = results.steps;
  if (!call || !quote) throw new Error("the fixture has changed");
  const spread = {
    ...results,
    steps: { call: { ...call, shareOfDelay: stat(0.3) }, quote: { ...quote, shareOfDelay: stat(0.15) } },
  };
  expect(marksOf(process, spread).get("call")).toMatchObject({ band: 4, text: "30 %" });
  // Half of the most is in the third of five bands.
  expect(marksOf(process, spread).get("quote")).toMatchObject({ band: 2, text: "15 %" });
});

it("numbers the bottleneck where its longest waits are, and shows the mean queue", () => {
  const marks = marksOf(process, results);
  expect(marks.get("call")).toMatchObject({ rank: 1, queue: "0.4" });
  expect(marks.get("quote")).toMatchObject({ kind: "simulated" });
});

it("marks steps only", () => {
  expect([...marksOf(process, results).keys()]).toEqual(["call", "quote"]);
});

it("says of a step drawn after the run that it was not simulated", () => {
  const later = add(process, "nodes", step("new-step"));
  expect(marksOf(later, results).get("new-step")).toEqual({ kind: "not-simulated" });
});

it("leaves a step uncoloured that delays next to nothing", () => {
  const { call, quote } = results.steps;
  if (!call || !quote) throw new Error("the fixture has changed");
  const calm = { ...results, steps: { call, quote: { ...quote, shareOfDelay: stat(0.001), queueLength: stat(0) } } };
  expect(marksOf(process, calm).get("quote")).toMatchObject({ band: undefined, fill: undefined, queue: undefined });
});
