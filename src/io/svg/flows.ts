import type { Point } from "../../model/geometry.ts";
import type { Flow } from "../../model/process.ts";
import { element, escapeXml, round } from "./element.ts";
import type { Palette } from "./look.ts";

/** How far before a corner its rounding begins. */
const CORNER = 10;
const ARROW = { length: 9, half: 4.5 };
const HEAVY_ARROW = { length: 12, half: 6.5 };

/**
 * Draws a flow: its line with rounded corners, and an arrowhead as a path of its own.
 *
 * @param heavy - Whether a lens is about it.
 */
export function flowLine(flow: Flow, route: readonly Point[], name: string, palette: Palette, heavy = false): string {
  const points = straight(route);
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return "";
  const [dx, dy] = direction(before, tip);
  const arrow = heavy ? HEAVY_ARROW : ARROW;
  const base: Point = [tip[0] - dx * arrow.length, tip[1] - dy * arrow.length];
  const stroke = heavy ? palette.ink : palette.line;
  return element(
    "g",
    {},
    element("title", {}, escapeXml(name)),
    element("path", {
      d: rounded([...points.slice(0, -1), base]),
      fill: "none",
      stroke,
      "stroke-width": heavy ? 3.4 : 1.6,
      "stroke-dasharray": flow.on === undefined || flow.on === "done" ? undefined : "5 4",
    }),
    element("path", { d: arrowhead(tip, [dx, dy], arrow), fill: stroke }),
  );
}

function arrowhead([x, y]: Point, [dx, dy]: Point, { length, half }: typeof ARROW): string {
  const [bx, by] = [x - dx * length, y - dy * length];
  const [sx, sy] = [-dy * half, dx * half];
  return `M${pair(x, y)} L${pair(bx + sx, by + sy)} L${pair(bx - sx, by - sy)} Z`;
}

/** A path through the points whose corners are rounded, each as far as its two stretches allow. */
export function rounded(points: readonly Point[]): string {
  const path = points.map((point, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (before === undefined) return `M${pair(...point)}`;
    if (after === undefined) return `L${pair(...point)}`;
    const radius = Math.min(CORNER, distance(before, point) / 2, distance(point, after) / 2);
    const [inX, inY] = direction(before, point);
    const [outX, outY] = direction(point, after);
    const [x, y] = point;
    const from = pair(x - inX * radius, y - inY * radius);
    return `L${from} Q${pair(x, y)} ${pair(x + outX * radius, y + outY * radius)}`;
  });
  return path.join(" ");
}

/** The same route without repeated points and without points in the middle of a straight stretch. */
function straight(route: readonly Point[]): readonly Point[] {
  const points: Point[] = [];
  for (const point of route) {
    const last = points.at(-1);
    if (last !== undefined && distance(last, point) < 0.01) continue;
    const before = points.at(-2);
    if (last !== undefined && before !== undefined && sameWay(direction(before, last), direction(last, point)))
      points.pop();
    points.push(point);
  }
  return points;
}

function sameWay(a: Point, b: Point): boolean {
  return Math.abs(a[0] - b[0]) < 0.001 && Math.abs(a[1] - b[1]) < 0.001;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

function direction(from: Point, to: Point): Point {
  const length = distance(from, to);
  return length === 0 ? [1, 0] : [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

function pair(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}
