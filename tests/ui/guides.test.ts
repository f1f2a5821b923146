import { expect, it } from "vitest";
import { NO_DRAWING } from "../../src/model/geometry.ts";
import { snapped } from "../../src/ui/canvas/guides.ts";

const drawing = { ...NO_DRAWING, nodes: { a: { x: 0, y: 100, width: 176, height: 72 } } };

it("brings the middle of a dragged node in line with another's, where it is near", () => {
  // The middle of “a” is at 136; 44 high, the node has its middle there at 114.
  const { x, y, guides } = snapped(drawing, "b", { x: 300, y: 111, width: 136, height: 44 });
  expect([x, y]).toEqual([300, 114]);
  expect(guides).toEqual([{ from: [-12, 136], to: [448, 136] }]);
});

it("brings edges in line, and leaves alone what is near to nothing", () => {
  expect(snapped(drawing, "b", { x: 4, y: 400, width: 100, height: 44 })).toMatchObject({ x: 0, y: 400 });
  expect(snapped(drawing, "b", { x: 20, y: 400, width: 100, height: 44 })).toEqual({ x: 20, y: 400, guides: [] });
});

it("does not line a node up with itself", () => {
  expect(snapped(drawing, "a", { x: 3, y: 103, width: 176, height: 72 })).toEqual({ x: 3, y: 103, guides: [] });
});
