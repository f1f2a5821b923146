import type { Point } from "../../model/geometry.ts";
import type { Tree } from "./tree.ts";

/** One stroke of a pen: to a place, by a straight line or by a curve with two handles; or back to where it began. */
export type Stroke =
  | { readonly kind: "move" | "line"; readonly to: Point }
  | { readonly kind: "curve"; readonly by: readonly [Point, Point]; readonly to: Point }
  | { readonly kind: "close" };

/** The outline of a shape, in the coordinates of its own group; undefined for what is no shape. */
export function outlineOf({ name, attributes }: Tree): readonly Stroke[] | undefined {
  const number = (key: string) => Number(attributes[key] ?? 0);
  if (name === "rect") return rectangle(number("x"), number("y"), number("width"), number("height"), number("rx"));
  if (name === "line") return [move(number("x1"), number("y1")), line(number("x2"), number("y2"))];
  if (name === "circle") return ellipse(number("cx"), number("cy"), number("r"));
  return name === "path" ? path(attributes.d ?? "") : undefined;
}

const move = (x: number, y: number): Stroke => ({ kind: "move", to: [x, y] });
const line = (x: number, y: number): Stroke => ({ kind: "line", to: [x, y] });
const curve = (x1: number, y1: number, x2: number, y2: number, x: number, y: number): Stroke => ({
  kind: "curve",
  by: [
    [x1, y1],
    [x2, y2],
  ],
  to: [x, y],
});

/** How far the handles of a cubic curve reach that is nearly a quarter of a circle. */
const QUARTER = 0.5523;

function rectangle(x: number, y: number, width: number, height: number, rx: number): readonly Stroke[] {
  const r = Math.min(rx, width / 2, height / 2);
  const [right, bottom] = [x + width, y + height];
  if (r === 0) return [move(x, y), line(right, y), line(right, bottom), line(x, bottom), { kind: "close" }];
  const k = r * (1 - QUARTER);
  return [
    move(x + r, y),
    line(right - r, y),
    curve(right - k, y, right, y + k, right, y + r),
    line(right, bottom - r),
    curve(right, bottom - k, right - k, bottom, right - r, bottom),
    line(x + r, bottom),
    curve(x + k, bottom, x, bottom - k, x, bottom - r),
    line(x, y + r),
    curve(x, y + k, x + k, y, x + r, y),
    { kind: "close" },
  ];
}

function ellipse(x: number, y: number, r: number): readonly Stroke[] {
  return rectangle(x - r, y - r, 2 * r, 2 * r, r);
}

/** The commands that our pictures use: M, L, H, V, C, Q and Z, absolute and relative. */
function path(d: string): readonly Stroke[] {
  const strokes: Stroke[] = [];
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  for (const [, command = "", rest = ""] of d.matchAll(/([MLHVCQZ])([^MLHVCQZ]*)/gi)) {
    const numbers = (rest.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    const relative = command === command.toLowerCase();
    const size = SIZES[command.toUpperCase()] ?? 0;
    if (size === 0) {
      strokes.push({ kind: "close" });
      [x, y] = [startX, startY];
    }
    for (let at = 0; size > 0 && at + size <= numbers.length; at += size) {
      const [fromX, fromY] = relative ? [x, y] : [0, 0];
      const n = (i: number) => (numbers[at + i] ?? 0) + (i % 2 === 0 ? fromX : fromY);
      const upper = command.toUpperCase();
      const [beforeX, beforeY] = [x, y];
      if (upper === "H") x = n(0);
      else if (upper === "V") y = (numbers[at] ?? 0) + fromY;
      else [x, y] = [n(size - 2), n(size - 1)];
      if (upper === "M" && at === 0) {
        strokes.push(move(x, y));
        [startX, startY] = [x, y];
      } else if (upper === "C") strokes.push(curve(n(0), n(1), n(2), n(3), x, y));
      else if (upper === "Q") {
        // A quadratic curve is the cubic one whose handles reach two thirds of the way.
        const third = (from: number, to: number) => from + ((to - from) * 2) / 3;
        strokes.push(curve(third(beforeX, n(0)), third(beforeY, n(1)), third(x, n(0)), third(y, n(1)), x, y));
      } else strokes.push(line(x, y));
    }
  }
  return strokes;
}

/** How many numbers each command takes. */
const SIZES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, Z: 0 };
