import { expect, it } from "vitest";
import { type Drawing, frameOf, laneAt } from "../../src/model/geometry.ts";

const drawing: Drawing = {
  nodes: { a: { x: 10, y: 40, width: 100, height: 50 } },
  lanes: { sales: { y: 0, height: 120 }, finance: { y: 120, height: 40 } },
  routes: {
    f: [
      [110, 65],
      [300, 65],
      [300, 20],
    ],
  },
  labels: {},
};

it("frames nodes, routes and lanes, with room for the lanes' names at the left", () => {
  // 10 − 32 of padding − 40 of header; to the right 300 + 32.
  expect(frameOf(drawing)).toEqual({ x: -62, y: 0, width: 394, height: 160 });
});

it("frames nothing as an empty box", () => {
  expect(frameOf({ nodes: {}, lanes: {}, routes: {}, labels: {} })).toEqual({ x: 0, y: 0, width: 0, height: 0 });
});

it.each([
  [60, "sales"],
  [130, "finance"],
  [-500, "sales"],
  [900, "finance"],
])("finds the lane at a height of %i, or else the nearest: %s", (y, lane) => {
  expect(laneAt(drawing, y)).toBe(lane);
});
