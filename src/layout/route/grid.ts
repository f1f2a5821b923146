import { LANE, type Rect } from "../../model/geometry.ts";
import { outer, type Site } from "./site.ts";

/**
 * The lines that routes may run along: through the middles of nodes, and through the channels between them. A vertex is
 * where two lines cross, numbered row by row.
 */
export interface Grid {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** By vertex: 1 where a node or its caption is. */
  readonly blocked: Uint8Array;
  /** By vertex: 1 where a line would nearly touch a node. */
  readonly near: Uint8Array;
}

/** How far from a node a line keeps where there is room, in pixels. */
const MARGIN = 24;
/** A line nearer than this nearly touches a node. */
const CLOSE = 14;
/** Channels up to this width have one line in their middle; wider ones have one along either side. */
export const WIDE = 100;
/** A channel narrower than this has no line. */
const NARROW = 6;

/**
 * The grid around nodes.
 *
 * @param borders - Heights of borders between lanes: no route shall run along them.
 * @param wide - Up to this height, channels between rows have one line in their middle.
 */
export function gridOf(sites: readonly Site[], borders: readonly number[], wide: number): Grid {
  const boxes = sites.flatMap(({ rect, caption }) => (caption ? [rect, caption] : [rect]));
  const xs = linesOf(
    sites.map(({ rect }) => rect.x + rect.width / 2),
    sites.map((site) => along(outer(site))),
    [],
    WIDE,
  );
  const ys = linesOf(
    sites.map(({ rect }) => rect.y + rect.height / 2),
    sites.map((site) => across(outer(site))),
    borders,
    wide,
  );
  const wider = boxes.map(({ x, y, width, height }) => ({
    x: x - CLOSE,
    y: y - CLOSE,
    width: width + 2 * CLOSE,
    height: height + 2 * CLOSE,
  }));
  return { xs, ys, blocked: within(xs, ys, boxes), near: within(xs, ys, wider) };
}

/** From where to where a box reaches along an axis, and along the other one. */
type Reach = readonly [from: number, to: number, otherFrom: number, otherTo: number];
const along = ({ x, y, width, height }: Rect): Reach => [x, x + width, y, y + height];
const across = ({ x, y, width, height }: Rect): Reach => [y, y + height, x, x + width];

function linesOf(
  middles: readonly number[],
  reaches: readonly Reach[],
  borders: readonly number[],
  wide: number,
): Float64Array {
  const sorted = [...reaches].sort((a, b) => a[0] - b[0]);
  const channels: number[] = [];
  const gaps: [number, number][] = [];
  let end = Number.NaN;
  for (const [from, to] of sorted) {
    if (from - end >= NARROW) gaps.push([end, from]);
    end = Number.isNaN(end) ? to : Math.max(end, to);
  }
  const first = sorted[0]?.[0] ?? 0;
  const edges = borders.filter((border) => border > first && border < end);
  for (const [from, to] of gaps) {
    const inside = edges.filter((border) => border > from + NARROW && border < to - NARROW);
    const stops = [from, ...inside, to];
    for (let i = 1; i < stops.length; i++) channels.push(...between(stops[i - 1]!, stops[i]!, wide));
  }
  if (reaches.length > 0) channels.push(first - LANE.padding / 2, end + LANE.padding / 2);
  // Gaps come in order and apart from each other: the last that begins before a line is the only one it can lie in.
  const starts = Float64Array.from(gaps, ([from]) => from);
  for (const line of besides(sorted)) {
    const gap = gaps[firstAtLeast(starts, line) - 1];
    if (gap === undefined || line >= gap[1]) channels.push(line);
  }
  return merged(middles, channels);
}

function between(from: number, to: number, wide: number): readonly number[] {
  if (to - from < NARROW) return [];
  return to - from <= wide ? [(from + to) / 2] : [from + MARGIN, to - MARGIN];
}

/** Lines close beside each box, halfway to whatever it faces where that is near. */
function besides(sorted: readonly Reach[]): readonly number[] {
  const [froms, tos, lows, highs] = [0, 1, 2, 3].map((i) => Float64Array.from(sorted, (reach) => reach[i]!)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const longest = sorted.reduce((most, [from, to]) => Math.max(most, to - from), 0);
  const lines: number[] = [];
  let first = 0;
  for (let k = 0; k < sorted.length; k++) {
    const [from, to, low, high] = [froms[k]!, tos[k]!, lows[k]!, highs[k]!];
    let before = MARGIN * 2;
    let after = MARGIN * 2;
    // What begins further back ends too far away to matter, for this box and for all after it.
    while (froms[first]! < from - longest - MARGIN * 2) first++;
    for (let i = first; i < sorted.length && froms[i]! <= to + MARGIN * 2; i++) {
      if (lows[i]! >= high || highs[i]! <= low) continue;
      if (froms[i]! >= to) after = Math.min(after, froms[i]! - to);
      else if (tos[i]! <= from) before = Math.min(before, from - tos[i]!);
    }
    if (before > 1) lines.push(from - before / 2);
    if (after > 1) lines.push(to + after / 2);
  }
  return lines;
}

/** Sorted, without channels that nearly coincide with a middle or with each other. */
function merged(middles: readonly number[], channels: readonly number[]): Float64Array {
  const kept = [...new Set(middles)].sort((a, b) => a - b);
  const wanted = [...new Set(channels)].sort((a, b) => a - b);
  let m = 0;
  let last = Number.NEGATIVE_INFINITY;
  const extra = wanted.filter((line) => {
    while (m < kept.length && kept[m]! < line) m++;
    const near = Math.min(
      line - (kept[m - 1] ?? Number.NEGATIVE_INFINITY),
      (kept[m] ?? Number.POSITIVE_INFINITY) - line,
    );
    if (near < 0.5 || line - last < 3) return false;
    last = line;
    return true;
  });
  return Float64Array.from([...kept, ...extra]).sort();
}

/** By vertex: 1 where it lies in one of the boxes. */
function within(xs: Float64Array, ys: Float64Array, boxes: readonly Rect[]): Uint8Array {
  const found = new Uint8Array(xs.length * ys.length);
  for (const { x, y, width, height } of boxes) {
    const left = firstAtLeast(xs, x);
    const top = firstAtLeast(ys, y);
    for (let j = top; j < ys.length && ys[j]! <= y + height; j++) {
      for (let i = left; i < xs.length && xs[i]! <= x + width; i++) found[j * xs.length + i] = 1;
    }
  }
  return found;
}

/** The place of the first value that is not smaller; the length if all are. */
export function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
