import { expect, it } from "vitest";
import { layout } from "../../../src/layout/layout.ts";
import { boxed } from "../../../src/layout/route/boxed.ts";
import { decision, paths, processOf, start, step } from "../../builders.ts";

const box = { x: 0, y: 0, width: 100, height: 50 };
const other = { x: 200, y: 0, width: 100, height: 50 };

it("leads ends on the slopes of diamonds out to their boxes, and leaves others alone", () => {
  // 5 below the middle, the slope of the first lies 10 inside its box.
  const route = [
    [90, 30],
    [150, 30],
    [150, 25],
    [200, 25],
  ] as const;
  expect(boxed(route, box, other)).toEqual([[100, 30], ...route.slice(1)]);
  expect(boxed(boxed(route, box, other), box, other)).toEqual(boxed(route, box, other));
});

it("ends on the slope where two flows come to one corner of a diamond", () => {
  const many = processOf({
    nodes: [start("s"), ...["a", "b", "c", "d", "e"].map((id) => step(id)), decision("d1")],
    flows: paths("s > a > d1", "s > b > d1", "s > c > d1", "s > d > d1", "s > e > d1"),
  });
  const { nodes, routes } = layout(many);
  const { x, y, width, height } = nodes.d1!;
  for (const id of ["a-d1", "b-d1", "c-d1", "d-d1", "e-d1"]) {
    const [endX, endY] = routes[id]!.at(-1)!;
    const off = Math.abs(endX - x - width / 2) / (width / 2) + Math.abs(endY - y - height / 2) / (height / 2);
    expect(off).toBeCloseTo(1, 9);
  }
});
