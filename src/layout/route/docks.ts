import { firstAtLeast, type Grid } from "./grid.ts";
import type { Site } from "./site.ts";

/** A place beside a node where a route may begin or end: the first vertex outside, and the side it belongs to. */
export interface Dock {
  readonly vertex: number;
  readonly side: number;
  readonly cost: number;
}

/** How far from its corner a line docks at a side, and what it costs to dock off the middle, by pixel. */
const CORNER = 10;
const OFF_MIDDLE = 0.6;

/**
 * The places where routes may begin or end at a node: where the grid's lines meet its sides. Docking off the middle costs more, and
 * is not possible where the side is a corner; below a symbol with a caption there is no place at all.
 */
export function docksOf({ rect, caption, pointed }: Site, { xs, ys, blocked }: Grid): readonly Dock[] {
  const { x, y, width, height } = rect;
  const docks: Dock[] = [];
  const add = (column: number, row: number, side: number, off: number) => {
    if (column < 0 || column >= xs.length || row < 0 || row >= ys.length) return;
    const vertex = row * xs.length + column;
    if (!blocked[vertex]) docks.push({ vertex, side, cost: off < 0.5 ? 0 : 20 + off * OFF_MIDDLE });
  };
  const reach = (size: number) => (pointed ? 0.5 : Math.max(0.5, size / 2 - CORNER));
  const middleY = y + height / 2;
  const [before, after] = [firstAtLeast(xs, x) - 1, firstAfter(xs, x + width)];
  for (let j = firstAtLeast(ys, middleY - reach(height)); j < ys.length && ys[j]! <= middleY + reach(height); j++) {
    add(after, j, 0, Math.abs(ys[j]! - middleY));
    add(before, j, 2, Math.abs(ys[j]! - middleY));
  }
  const middleX = x + width / 2;
  const [above, under] = [firstAtLeast(ys, y) - 1, firstAfter(ys, y + height)];
  for (let i = firstAtLeast(xs, middleX - reach(width)); i < xs.length && xs[i]! <= middleX + reach(width); i++) {
    if (caption === undefined) add(i, under, 1, Math.abs(xs[i]! - middleX));
    add(i, above, 3, Math.abs(xs[i]! - middleX));
  }
  return docks;
}

function firstAfter(sorted: Float64Array, value: number): number {
  let i = firstAtLeast(sorted, value);
  while (i < sorted.length && sorted[i] === value) i++;
  return i;
}
