import { moveNodes } from "../model/edit/nodes.ts";
import { type Drawing, LANE, laneAt, NO_DEPARTMENT, type Point, type Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { nodeSize } from "../model/shape.ts";

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

/** How far apart the places are that a pasted part is tried at, and how many are tried in each direction. */
const TRY = { step: 32, most: 60 } as const;

/**
 * How far a part copied from somewhere must move so that it lies on nothing and stays in its lanes: a little down
 * where there is room, else to the right.
 */
export function freeShift(drawing: Drawing, part: Process): { readonly x: number; readonly y: number } {
  const boxes = part.nodes.flatMap((node) =>
    node.x === undefined || node.y === undefined ? [] : [{ x: node.x, y: node.y, ...nodeSize(node) }],
  );
  const others = Object.values(drawing.nodes);
  const laneOf = ({ x, y, width, height }: Rect) => laneAt(drawing, [x + width / 2, y + height / 2]);
  const free = (dx: number, dy: number) =>
    boxes.every((box) => {
      const moved = { ...box, x: box.x + dx, y: box.y + dy };
      return laneOf(moved) === laneOf(box) && !others.some((other) => overlap(moved, other));
    });
  for (let i = 1; i <= TRY.most; i++) {
    if (free(i * TRY.step, 0)) return { x: i * TRY.step, y: 0 };
    if (i <= 4 && free(TRY.step, i * TRY.step)) return { x: TRY.step, y: i * TRY.step };
  }
  return { x: TRY.step, y: TRY.step };
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
