import type { Point, Rect } from "../../model/geometry.ts";

/** How far from other boxes' corners a line passes, in pixels. */
const CLEAR = 8;
/** How much two boxes must face each other for a line at right angles, in pixels. */
const FACING = 12;
/** How many boxes a line goes round at the most before it runs straight on behind them. */
const MOST = 24;

/** The shortest line from the border of one box to that of another that runs through none of the others. */
export function lineBetween(from: Rect, to: Rect, boxes: readonly Rect[]): readonly Point[] {
  const others = boxes.filter((box) => box !== from && box !== to);
  const straight = ends(from, to);
  const around = new Set(others.filter((box) => hits(straight[0], straight[1], box)));
  let line: readonly Point[] = straight;
  while (around.size > 0 && around.size <= MOST) {
    const found = shortest(from, to, [...around], others);
    if (!found) return straight;
    line = found;
    const before = around.size;
    for (const box of others) {
      if (line.some((point, i) => i > 0 && hits(line[i - 1]!, point, box))) around.add(box);
    }
    if (around.size === before) return line;
  }
  return around.size === 0 ? line : straight;
}

/** Where a straight line leaves one box and meets the other: at right angles where they face each other. */
function ends(from: Rect, to: Rect): readonly [Point, Point] {
  const [left, right] = [Math.max(from.x, to.x), Math.min(from.x + from.width, to.x + to.width)];
  const [top, bottom] = [Math.max(from.y, to.y), Math.min(from.y + from.height, to.y + to.height)];
  if (right - left >= FACING) {
    const x = (left + right) / 2;
    return from.y < to.y
      ? [
          [x, from.y + from.height],
          [x, to.y],
        ]
      : [
          [x, from.y],
          [x, to.y + to.height],
        ];
  }
  if (bottom - top >= FACING) {
    const y = (top + bottom) / 2;
    return from.x < to.x
      ? [
          [from.x + from.width, y],
          [to.x, y],
        ]
      : [
          [from.x, y],
          [to.x + to.width, y],
        ];
  }
  return [borderTowards(from, middleOf(to)), borderTowards(to, middleOf(from))];
}

const middleOf = ({ x, y, width, height }: Rect): Point => [x + width / 2, y + height / 2];

/** Where the line from a box's middle to a point outside crosses its border. */
function borderTowards(box: Rect, [px, py]: Point): Point {
  const [x, y] = middleOf(box);
  const [dx, dy] = [px - x, py - y];
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return share >= 1 || !Number.isFinite(share) ? [px, py] : [x + dx * share, y + dy * share];
}

/** The shortest way by the corners of some boxes through none of them; nothing if there is none. */
function shortest(
  from: Rect,
  to: Rect,
  around: readonly Rect[],
  others: readonly Rect[],
): readonly Point[] | undefined {
  const corners = around.flatMap(({ x, y, width, height }): Point[] => [
    [x - CLEAR, y - CLEAR],
    [x + width + CLEAR, y - CLEAR],
    [x - CLEAR, y + height + CLEAR],
    [x + width + CLEAR, y + height + CLEAR],
  ]);
  const free = corners.filter(([x, y]) => !others.some((box) => within(x, y, box)));
  const start: Point = middleOf(from);
  const goal: Point = middleOf(to);
  const points = [start, goal, ...free];
  const cost = points.map(() => Number.POSITIVE_INFINITY);
  const via = points.map(() => -1);
  const done = new Set<number>();
  cost[0] = 0;
  for (;;) {
    let next = -1;
    for (let i = 0; i < points.length; i++) {
      if (!done.has(i) && cost[i]! < (next < 0 ? Number.POSITIVE_INFINITY : cost[next]!)) next = i;
    }
    if (next < 0) return undefined;
    if (next === 1) break;
    done.add(next);
    for (let i = 1; i < points.length; i++) {
      if (done.has(i)) continue;
      const [a, b] = [points[next]!, points[i]!];
      const reached = cost[next]! + Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (reached < cost[i]! && !around.some((box) => hits(a, b, box))) [cost[i], via[i]] = [reached, next];
    }
  }
  const inner: Point[] = [];
  for (let i = via[1]!; i > 0; i = via[i]!) inner.unshift(points[i]!);
  if (inner.length === 0) return [borderTowards(from, goal), borderTowards(to, start)];
  return [borderTowards(from, inner[0]!), ...inner, borderTowards(to, inner.at(-1)!)];
}

const within = (x: number, y: number, box: Rect) =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

/** Whether a straight line passes through a box (Liang and Barsky's clipping). */
function hits([ax, ay]: Point, [bx, by]: Point, { x, y, width, height }: Rect): boolean {
  let [from, to] = [0, 1];
  const sides: readonly (readonly [number, number])[] = [
    [ax - bx, ax - x],
    [bx - ax, x + width - ax],
    [ay - by, ay - y],
    [by - ay, y + height - ay],
  ];
  for (const [p, q] of sides) {
    if (p === 0) {
      if (q <= 0) return false;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
  }
  return from < to;
}
