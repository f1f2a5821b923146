import { moveNodes } from "../model/edit/nodes.ts";
import { type Drawing, LANE, laneAt, NO_DEPARTMENT, type Point, type Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";

/** The room between two nodes in a row, in pixels. */
export const GAP = 72;

/** The least room between a new node and any other, in pixels. */
const AIR = 16;

/** The department of what is dropped with its middle at a point; undefined where there is none. */
export function departmentAt(drawing: Drawing, at: Point): string | undefined {
  const lane = laneAt(drawing, at);
  return lane === NO_DEPARTMENT ? undefined : lane;
}

/** The nearest place at or below a wished one where a node of that size overlaps no other. */
export function freePlace(drawing: Drawing, wish: Rect, but: ReadonlySet<string> = new Set()): Point {
  const others = Object.entries(drawing.nodes).flatMap(([id, rect]) => (but.has(id) ? [] : [rect]));
  let { y } = wish;
  for (;;) {
    const hit = others.find((other) => overlap({ ...wish, y }, other));
    if (!hit) return [wish.x, y];
    y = hit.y + hit.height + AIR + 8;
  }
}

function overlap(a: Rect, b: Rect): boolean {
  return (
    a.x < b.x + b.width + AIR && b.x < a.x + a.width + AIR && a.y < b.y + b.height + AIR && b.y < a.y + a.height + AIR
  );
}

/** Makes room: moves every node that begins at or right of `x` so far to the right. */
export function pushedRight(process: Process, drawing: Drawing, x: number, by: number): Process {
  if (by <= 0) return process;
  const right = Object.entries(drawing.nodes).filter(([, rect]) => rect.x >= x);
  return moveNodes(process, new Map(right.map(([id, rect]) => [id, [rect.x + by, rect.y]])));
}

/** Where something new goes that is asked for without a place: to the right of all, in the first lane. */
export function farRight(drawing: Drawing, size: { readonly width: number; readonly height: number }): Point {
  const rects = Object.values(drawing.nodes);
  const [lane] = Object.values(drawing.lanes).sort((a, b) => a.y - b.y);
  const x = rects.reduce((most, rect) => Math.max(most, rect.x + rect.width + GAP), 0);
  const y = lane ? lane.y + Math.max(LANE.padding, (lane.height - size.height) / 2) : 0;
  return [Math.round(x), Math.round(y)];
}

/** The flow whose line passes a point closely, if one does. */
export function flowNear({ routes }: Drawing, [x, y]: Point): string | undefined {
  const near = Object.entries(routes).find(([, route]) =>
    route.some((to, i) => {
      const from = route[i - 1];
      return from !== undefined && distance([x, y], from, to) <= CLOSE;
    }),
  );
  return near?.[0];
}

/** How close to a line something must be dropped to go into it, in pixels. */
const CLOSE = 14;

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}
