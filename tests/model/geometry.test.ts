import { expect, it } from "vitest";
import { type Drawing, frameOf, laneAt, NO_DRAWING } from "../../src/model/geometry.ts";

const drawing: Drawing = {
  ...NO_DRAWING,
  lanes: { sales: { x: -62, y: 0, width: 394, height: 120 }, finance: { x: -62, y: 120, width: 394, height: 40 } },
  routes: {
    f: [
      [110, 65],
      [400, 65],
      [400, 20],
    ],
  },
};

it("frames nodes, routes, lanes and stages", () => {
  const stages = { qualify: { x: -22, y: -28, width: 100, height: 188 } };
  const nodes = { a: { x: 10, y: 40, width: 100, height: 50 }, low: { x: 10, y: 150, width: 50, height: 50 } };
  // From the lanes at −62 to the route at 400, from the stage at −28 to the node that ends at 200.
  expect(frameOf({ ...drawing, nodes, stages })).toEqual({ x: -62, y: -28, width: 462, height: 228 });
});

it("frames nothing as an empty box", () => {
  expect(frameOf(NO_DRAWING)).toEqual({ x: 0, y: 0, width: 0, height: 0 });
});

it.each([
  [60, "sales"],
  [130, "finance"],
  [-500, "sales"],
  [900, "finance"],
])("finds the lane at a height of %i, or else the nearest: %s", (y, lane) => {
  expect(laneAt(drawing, [5000, y])).toBe(lane);
});
