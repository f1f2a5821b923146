import { moveNodes } from "../model/edit/nodes.ts";
import { type Drawing, LANE, laneAt, NO_DEPARTMENT, type Point, type Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { nodeSize } from "../model/shape.ts";

/** The room between two nodes in a row, in pixels. */
export const GAP = 72;

type Size = Pick<Rect, "width" | "height">;

/** The least room between a new node and any other, in pixels. */
const AIR = 16;

/** The department of what is dropped with its middle at a point; undefined where there is none. */
export function departmentAt(drawing: Drawing, at: Point): string | undefined {
  const lane = laneAt(drawing, at);
  return lane === NO_DEPARTMENT ? undefined : lane;
}

/**
 * The nearest place at or below a wished one (where the process flows down: at or right of it) where a node of that
 * size overlaps no other.
 */
export function freePlace(drawing: Drawing, wish: Rect, but: ReadonlySet<string> = new Set()): Point {
  const others = Object.entries(drawing.nodes).flatMap(([id, rect]) => (but.has(id) ? [] : [rect]));
  let { x, y } = wish;
  for (;;) {
    const hit = others.find((other) => overlap({ ...wish, x, y }, other));
    if (!hit) return [x, y];
    if (drawing.direction === "down") x = hit.x + hit.width + AIR + 8;
    else y = hit.y + hit.height + AIR + 8;
  }
}

/** A place for a node after another, where the flow goes on: to its right or below it, on one line with it. */
export function placeAfter(
  { direction }: Drawing,
  before: Rect,
  size: Size,
): { readonly x: number; readonly y: number } {
  const { x, y, width, height } = before;
  return direction === "down"
    ? { x: x + width / 2 - size.width / 2, y: y + height + GAP }
    : { x: x + width + GAP, y: y + height / 2 - size.height / 2 };
}

/**
 * Makes room for a node that goes between another and what follows it: everything from there on moves on by as much as
 * is missing, to the right or down.
 *
 * @param place - Where the new node is to be.
 */
export function madeRoom(
  process: Process,
  drawing: Drawing,
  before: Rect,
  place: Rect,
  next: Rect | undefined,
): Process {
  if (!next) return process;
  if (drawing.direction === "right") {
    return next.x > before.x + before.width
      ? pushed(process, drawing, "x", next.x, place.x + place.width + GAP - next.x)
      : process;
  }
  return next.y > before.y + before.height
    ? pushed(process, drawing, "y", next.y, place.y + place.height + GAP - next.y)
    : process;
}

/** Moves every node on, right or down, that begins at a coordinate or after it. */
function pushed(process: Process, drawing: Drawing, axis: "x" | "y", from: number, by: number): Process {
  if (by <= 0) return process;
  const behind = Object.entries(drawing.nodes).filter(([, rect]) => rect[axis] >= from);
  return moveNodes(process, new Map(behind.map(([id, { x, y }]) => [id, axis === "x" ? [x + by, y] : [x, y + by]])));
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

/** Where something new goes that is asked for without a place: after all others along the flow, in the first lane. */
export function farOn({ direction, nodes, lanes }: Drawing, size: Size): Point {
  const rects = Object.values(nodes);
  const lane = Object.values(lanes)[0];
  const middle = (from: number, room: number, own: number) => from + Math.max(LANE.padding, (room - own) / 2);
  if (direction === "down") {
    const y = rects.reduce((most, rect) => Math.max(most, rect.y + rect.height + GAP), 0);
    return [Math.round(lane ? middle(lane.x, lane.width, size.width) : 0), Math.round(y)];
  }
  const x = rects.reduce((most, rect) => Math.max(most, rect.x + rect.width + GAP), 0);
  return [Math.round(x), Math.round(lane ? middle(lane.y, lane.height, size.height) : 0)];
}

/** The flow whose line passes a point closely, if one does. */
export function flowNear({ routes }: Drawing, at: Point): string | undefined {
  return Object.entries(routes).find(([, route]) => stretchAt(route, at) !== undefined)?.[0];
}

/** The straight part of a line that passes a point closely. */
function stretchAt(route: readonly Point[], at: Point): readonly [Point, Point] | undefined {
  const end = route.findIndex((to, i) => i > 0 && distance(at, route[i - 1]!, to) <= CLOSE);
  return end < 0 ? undefined : [route[end - 1]!, route[end]!];
}

/**
 * Where a node goes that is dropped on a flow which leads onward: in one line with the stretch it was dropped on, and
 * with room behind where the flow comes from. Elsewhere it stays where it was dropped.
 *
 * @param drop - Where it was dropped.
 * @param label - How large the flow's label is, which stays between the node and where the flow comes from.
 */
export function placeInto(
  drawing: Drawing,
  flow: { readonly id: string; readonly from: string; readonly to: string },
  drop: Rect,
  label: Size,
): Point {
  const [source, next] = [drawing.nodes[flow.from], drawing.nodes[flow.to]];
  const [along, length, across, thickness] =
    drawing.direction === "down" ? (["y", "height", "x", "width"] as const) : (["x", "width", "y", "height"] as const);
  const stretch = stretchAt(drawing.routes[flow.id] ?? [], [drop.x + drop.width / 2, drop.y + drop.height / 2]);
  if (!source || !next || !stretch || next[along] <= source[along] + source[length]) return [drop.x, drop.y];
  const [[ax, ay], [bx, by]] = stretch;
  const [from, to] = along === "x" ? [ay, by] : [ax, bx];
  if (from !== to) return [drop.x, drop.y];
  const gap = Math.max(GAP, label[length] + 2 * AIR);
  const place = { ...drop, [along]: Math.max(drop[along], source[along] + source[length] + gap) };
  place[across] = from - drop[thickness] / 2;
  return [place.x, place.y];
}

/** How close to a line something must be dropped to go into it, in pixels. */
const CLOSE = 14;

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}
