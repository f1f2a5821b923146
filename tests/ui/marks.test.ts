import { expect, it } from "vitest";
import { marksOf } from "../../src/ui/canvas/heat.ts";
import { sameMarks } from "../../src/ui/canvas/marks.ts";
import { process, results } from "./results/fixture.ts";

it("keeps the marks that say the same, so that a proof which changes no rank draws no node again", () => {
  const before = marksOf(process, results);
  expect(sameMarks(before, marksOf(process, { ...results }))).toBe(before);
});

it("takes the new marks where a step says something else, and where there are none any more", () => {
  const before = marksOf(process, results);
  const other = marksOf(process, results, "queue");
  expect(sameMarks(before, other)).toBe(other);
  expect(sameMarks(before, undefined)).toBeUndefined();
});
