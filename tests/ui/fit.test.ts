import { expect, it } from "vitest";
import { NO_DRAWING } from "../../src/model/geometry.ts";
import { fitted, type Overlay } from "../../src/ui/canvas/fit.ts";

const size = { width: 1000, height: 600 };
/** A drawing as wide as the canvas: 952 × 300 fits at zoom 1, with 150 above and below it. */
const drawing = {
  ...NO_DRAWING,
  nodes: { a: { x: 0, y: 0, width: 100, height: 60 }, b: { x: 752, y: 0, width: 200, height: 300 } },
};
const legend = (height: number): Overlay => ({ corner: "top-right", x: 785, y: 15, width: 200, height });

it("leaves a drawing as large as it can be where nothing lies over it", () => {
  expect(fitted(drawing, size, [])).toEqual({ x: 24, y: 150, zoom: 1 });
  expect(fitted(drawing, size, [legend(100)])).toEqual({ x: 24, y: 150, zoom: 1 });
});

it("moves below what would lie over a node, as it is: 180 high from 15 on, with 12 between", () => {
  const { y, zoom } = fitted(drawing, size, [legend(180)]);
  expect(zoom).toBe(1);
  expect(y).toBeGreaterThanOrEqual(15 + 180 + 12);
});

it("keeps beside what is high, and its size where it would become too small to read", () => {
  const { x, zoom } = fitted(drawing, size, [{ corner: "top-right", x: 835, y: 15, width: 150, height: 400 }]);
  expect(zoom).toBeCloseTo((835 - 12 - 24) / 952, 2);
  expect(x + 952 * zoom).toBeLessThanOrEqual(835 - 12 + 1);
  const wide: Overlay = { corner: "top-right", x: 485, y: 15, width: 500, height: 570 };
  expect(fitted(drawing, size, [wide]).zoom).toBe(1);
});
