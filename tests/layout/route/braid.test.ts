import { expect, it } from "vitest";
import { crosses, meetings } from "../../../src/layout/route/braid.ts";
import type { Path } from "../../../src/layout/route/path.ts";

// A grid of 5 × 5 vertices; sides and ways are 0 right, 1 down, 2 left, 3 up.
const WIDTH = 5;
const path = (out: number, into: number, ...vertices: number[]): Path => ({
  vertices: Int32Array.from(vertices),
  out,
  in: into,
  cost: 0,
});
const found = (a: Path, b: Path) => meetings(a, b, WIDTH);
const crossings = (a: Path, b: Path) => found(a, b).filter(crosses).length;

const level = path(0, 2, 10, 11, 12, 13, 14);

it("finds that two straight ways cross", () => {
  expect(crossings(level, path(1, 3, 2, 7, 12, 17, 22))).toBe(1);
});

it("finds that two corners only touch", () => {
  const above = path(0, 1, 10, 11, 12, 7, 2);
  const below = path(0, 3, 14, 13, 12, 17, 22);
  expect([found(above, below).length, crossings(above, below)]).toEqual([1, 0]);
});

it("finds that what joins from above and leaves upwards does not cross", () => {
  expect(crossings(level, path(1, 1, 6, 11, 12, 13, 8))).toBe(0);
});

it("finds that what joins from above and leaves downwards crosses once, whichever way it runs", () => {
  const through = path(1, 3, 6, 11, 12, 13, 18);
  const back = path(3, 1, 18, 13, 12, 11, 6);
  expect([crossings(level, through), crossings(through, level), crossings(level, back)]).toEqual([1, 1, 1]);
});

it("finds that what begins at the same side of a node need not cross", () => {
  const up = path(0, 1, 10, 11, 6, 1);
  const down = path(0, 3, 10, 11, 16, 21);
  expect([crossings(up, down), crossings(level, up), crossings(level, down)]).toEqual([0, 0, 0]);
  // Seen along the way, what turns up lies to the left of what turns down.
  expect(found(up, down)).toMatchObject([{ start: 0, length: 2, before: 0, after: -1 }]);
});
