import type { Drawing, Point } from "../model/geometry.ts";

/** How often flows of a drawing cross; touching and running along one line count, too. */
export function crossingsIn({ routes }: Drawing): number {
  const lines = Object.values(routes);
  let count = 0;
  lines.forEach((a, i) => {
    for (const b of lines.slice(i + 1)) count += crossingsOf(a, b);
  });
  return count;
}

/** How often stretches of two routes meet. */
function crossingsOf(a: readonly Point[], b: readonly Point[]): number {
  let count = 0;
  for (let i = 1; i < a.length; i++) {
    for (let j = 1; j < b.length; j++) if (meet(a[i - 1]!, a[i]!, b[j - 1]!, b[j]!)) count++;
  }
  return count;
}

/** Whether two horizontal or vertical stretches have a point in common. */
function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  return (
    Math.min(a[0], b[0]) <= Math.max(c[0], d[0]) &&
    Math.min(c[0], d[0]) <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= Math.max(c[1], d[1]) &&
    Math.min(c[1], d[1]) <= Math.max(a[1], b[1])
  );
}
