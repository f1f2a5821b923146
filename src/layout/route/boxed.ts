import type { Point, Rect } from "../../model/geometry.ts";

/**
 * A route that ends on the boxes around its nodes: those of diamonds end on their slopes, inside the box, where they
 * come in off the middle.
 */
export function boxed(route: readonly Point[], from: Rect, to: Rect): readonly Point[] {
  if (route.length < 2) return route;
  const inner = route.slice(1, -1);
  return [out(route[0]!, route[1]!, from), ...inner, out(route.at(-1)!, route.at(-2)!, to)];
}

/** Where the way from a point on a node's outline to the next one leaves the node's box. */
function out([x, y]: Point, [nextX, nextY]: Point, { x: left, y: top, width, height }: Rect): Point {
  if (x === nextX) return [x, nextY < y ? Math.min(y, top) : Math.max(y, top + height)];
  return [nextX < x ? Math.min(x, left) : Math.max(x, left + width), y];
}
