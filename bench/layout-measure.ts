import { boxed } from "../src/layout/route/boxed.ts";
import { around, type Drawing, type Point, type Rect } from "../src/model/geometry.ts";
import type { Process } from "../src/model/process.ts";

/** What a drawing is judged by. */
export interface Measured {
  /** How often two flows cross; running along one line counts, too. */
  readonly crossings: number;
  readonly bends: number;
  readonly flows: number;
  /** Total length of the flows, in pixels. */
  readonly length: number;
  /** What must not be: overlaps, flows through nodes or off their borders, slanting lines; each in words. */
  readonly faults: readonly string[];
}

/** How many pairs of departments have nodes in each other's band: what a drawing without lanes makes of them. */
export function overlappingLanes(process: Process, { nodes }: Drawing): number {
  const bands = process.departments.flatMap(({ id }) => {
    const own = process.nodes.filter(({ department }) => department === id).map((node) => nodes[node.id]!);
    return own.length > 0 ? [around(own)] : [];
  });
  return bands.reduce(
    (sum, a, i) => sum + bands.slice(i + 1).filter((b) => a.y < b.y + b.height && b.y < a.y + a.height).length,
    0,
  );
}

/** Measures a drawing from its coordinates alone. */
export function measure(
  drawing: Drawing,
  ends: Readonly<Record<string, readonly [from: string, to: string]>>,
): Measured {
  const routes = Object.entries(drawing.routes).map(([id, points]) => {
    const [from, to] = ends[id]!;
    return { id, points: straightened(boxed(points, drawing.nodes[from]!, drawing.nodes[to]!)) };
  });
  let crossings = 0;
  for (let i = 0; i < routes.length; i++) {
    for (let j = i + 1; j < routes.length; j++) crossings += crossingsOf(routes[i]!.points, routes[j]!.points);
  }
  const bends = routes.reduce((sum, { points }) => sum + Math.max(0, points.length - 2), 0);
  const length = routes.reduce(
    (sum, { points }) =>
      sum +
      points.slice(1).reduce((all, [x, y], i) => all + Math.abs(x - points[i]![0]) + Math.abs(y - points[i]![1]), 0),
    0,
  );
  return { crossings, bends, flows: routes.length, length, faults: faultsOf(drawing, routes, ends) };
}

function straightened(points: readonly Point[]): readonly Point[] {
  return points.filter(([x, y], i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before || !after) return true;
    const level = (a: number, b: number, c: number) => Math.abs(a - b) < 0.01 && Math.abs(b - c) < 0.01;
    return !level(before[0], x, after[0]) && !level(before[1], y, after[1]);
  });
}

function crossingsOf(a: readonly Point[], b: readonly Point[]): number {
  let count = 0;
  for (let i = 1; i < a.length; i++)
    for (let j = 1; j < b.length; j++) if (meet(a[i - 1]!, a[i]!, b[j - 1]!, b[j]!)) count++;
  return count;
}

/** Whether two stretches have a point in common, slanting or not. */
function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const [al, ar] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [at, ab] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  const [cl, cr] = [Math.min(c[0], d[0]), Math.max(c[0], d[0])];
  const [ct, cb] = [Math.min(c[1], d[1]), Math.max(c[1], d[1])];
  if (al > cr || cl > ar || at > cb || ct > ab) return false;
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

/** On which side of a line a point lies: below 0, on it, or above 0. */
const turn = ([ax, ay]: Point, [bx, by]: Point, [x, y]: Point) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);

function faultsOf(
  drawing: Drawing,
  routes: readonly { id: string; points: readonly Point[] }[],
  ends: Readonly<Record<string, readonly [string, string]>>,
): string[] {
  const faults: string[] = [];
  const nodes = Object.entries(drawing.nodes);
  nodes.forEach(([a, box], i) => {
    for (const [b, other] of nodes.slice(i + 1)) if (overlap(box, other, 0)) faults.push(`${a} lies on ${b}`);
  });
  for (const { id, points } of routes) {
    const [from, to] = ends[id]!;
    if (!onBorder(points[0]!, drawing.nodes[from]!)) faults.push(`${id} does not start at ${from}`);
    if (!onBorder(points.at(-1)!, drawing.nodes[to]!)) faults.push(`${id} does not end at ${to}`);
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1]!, points[i]!];
      if (Math.abs(a[0] - b[0]) > 0.01 && Math.abs(a[1] - b[1]) > 0.01) faults.push(`${id} slants`);
      const line = {
        x: Math.min(a[0], b[0]),
        y: Math.min(a[1], b[1]),
        width: Math.abs(a[0] - b[0]),
        height: Math.abs(a[1] - b[1]),
      };
      for (const [node, box] of nodes) if (overlap(line, box, 0.01)) faults.push(`${id} runs through ${node}`);
    }
  }
  const lanes = Object.entries(drawing.lanes);
  lanes.forEach(([a, lane], i) => {
    for (const [b, other] of lanes.slice(i + 1)) {
      if (overlap(lane, other, 0.01)) faults.push(`lane ${a} lies on lane ${b}`);
    }
  });
  return faults;
}

function overlap(a: Rect, b: Rect, slack: number): boolean {
  return (
    a.x < b.x + b.width - slack &&
    b.x < a.x + a.width - slack &&
    a.y < b.y + b.height - slack &&
    b.y < a.y + a.height - slack
  );
}

function onBorder([x, y]: Point, { x: left, y: top, width, height }: Rect): boolean {
  const inX = x >= left - 0.01 && x <= left + width + 0.01;
  const inY = y >= top - 0.01 && y <= top + height + 0.01;
  const onX = Math.abs(x - left) < 0.01 || Math.abs(x - left - width) < 0.01;
  const onY = Math.abs(y - top) < 0.01 || Math.abs(y - top - height) < 0.01;
  return (onX && inY) || (onY && inX);
}
