import type { Drawing, Point, Rect } from "../../model/geometry.ts";

/** A line to which something dragged has snapped, from end to end in pixels at zoom 1. */
export interface Guide {
  readonly from: Point;
  readonly to: Point;
}

/** Where a dragged node snaps to, and the lines that show why. */
export interface Snapped {
  readonly x: number;
  readonly y: number;
  readonly guides: readonly Guide[];
}

/** How near, in pixels at zoom 1, a node must come to a line to snap to it. */
const NEAR = 6;

/** How far away another node may be to be lined up with: further ones are not what people look at. */
const REACH = 900;

/**
 * Lines a dragged node up with others: its middle with their middles, or an edge with the same edge.
 *
 * @param moving - The node as it is dragged.
 * @param id - Its id, so that it is not lined up with itself.
 */
export function snapped(drawing: Drawing, id: string, moving: Rect): Snapped {
  const others = Object.entries(drawing.nodes).flatMap(([other, rect]) =>
    other !== id && Math.abs(rect.x - moving.x) < REACH && Math.abs(rect.y - moving.y) < REACH ? [rect] : [],
  );
  const across = nearest(moving, others, "x", "width");
  const down = nearest(moving, others, "y", "height");
  const [x, y] = [moving.x + (across?.by ?? 0), moving.y + (down?.by ?? 0)];
  const guides: Guide[] = [];
  if (across) {
    const reach = span({ ...moving, y }, across.other, "y", "height");
    guides.push({ from: [across.at, reach[0]], to: [across.at, reach[1]] });
  }
  if (down) {
    const reach = span({ ...moving, x }, down.other, "x", "width");
    guides.push({ from: [reach[0], down.at], to: [reach[1], down.at] });
  }
  return { x, y, guides };
}

interface Match {
  readonly by: number;
  readonly at: number;
  readonly other: Rect;
}

/** The least move that lines up; of two as near, the one with the nearer node. */
function nearest(moving: Rect, others: readonly Rect[], from: "x" | "y", size: "width" | "height"): Match | undefined {
  let best: Match | undefined;
  const away = (rect: Rect) => Math.abs(rect.x - moving.x) + Math.abs(rect.y - moving.y);
  for (const other of others) {
    // Middles first: flows dock there.
    for (const share of [0.5, 0, 1]) {
      const at = other[from] + share * other[size];
      const by = at - (moving[from] + share * moving[size]);
      if (Math.abs(by) > NEAR) continue;
      const less = best && Math.abs(by) - Math.abs(best.by);
      if (less === undefined || less < 0 || (less === 0 && away(other) < away(best!.other))) best = { by, at, other };
    }
  }
  return best;
}

function span(a: Rect, b: Rect, from: "x" | "y", size: "width" | "height"): readonly [number, number] {
  return [Math.min(a[from], b[from]) - 12, Math.max(a[from] + a[size], b[from] + b[size]) + 12];
}
