import { expect, it } from "vitest";
import { unbroken } from "../../src/model/format.ts";

it("ends no line between a figure and its unit or margin", () => {
  expect(unbroken("62 % of all delay: −3.4 ± 1.5 h, 5 people")).toBe(
    "62\u00a0% of all delay: −3.4\u00a0±\u00a01.5\u00a0h, 5 people",
  );
});
