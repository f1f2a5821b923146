import type { Point, Rect } from "../../model/geometry.ts";
import { Cells } from "../cells.ts";
import { crosses, type Meeting } from "./braid.ts";
import type { Grid } from "./grid.ts";
import { backward, forward, type Path } from "./path.ts";
import { type Item, separate } from "./separate.ts";
import type { Site } from "./site.ts";
import type { Wires } from "./wires.ts";

/** A straight stretch of a route. */
interface Stretch {
  readonly flow: number;
  /** Whether it runs from side to side (else up and down), and which way. */
  readonly level: boolean;
  readonly way: number;
  /** Where it lies, across its own direction. */
  at: number;
  /** From where to where it runs. */
  low: number;
  high: number;
  readonly item: Item;
}

/** How far from other nodes a line keeps when it is moved aside, from the corners of its own, and how far a corner's line may stray. */
const CLEAR = 10;
const CORNER = 10;
const STRAY = 10;
/** Lines nearer to each other than this are kept in order. */
const NEAR = 40;
/** How far a line may be moved aside at the most. */
const REACH = 400;

/**
 * Turns paths on the grid into lines on the drawing: what runs along the same line is drawn side by side, in the order
 * that crosses least, and what docks at the same side of a node is spread along it.
 *
 * @param borders - Heights of borders between lanes: lines keep off them.
 * @returns By flow, its points; nothing for flows that are not laid.
 */
export function nudge(
  grid: Grid,
  wires: Wires,
  sites: readonly Site[],
  from: Int32Array,
  to: Int32Array,
  borders: readonly number[],
): readonly (readonly Point[] | undefined)[] {
  const boxes = new Cells(
    sites.flatMap(({ rect, caption }) => (caption ? [rect, caption] : [rect])),
    0,
  );
  const all: Stretch[] = [];
  const edges: number[][] = [];
  const first: number[] = [];
  wires.paths.forEach((path, flow) => {
    first.push(all.length);
    edges.push(path ? cut(path, flow, grid, sites[from[flow]!]!, sites[to[flow]!]!, boxes, borders, all) : []);
  });
  first.push(all.length);
  const pairs = orders(wires, edges, all);
  for (const level of [false, true]) {
    align(all, level, pairs);
    for (let i = 0; i < all.length; i++) {
      const stretch = all[i]!;
      if (stretch.level === level) continue;
      const ends = [all[i - 1], all[i + 1]].filter((each) => each?.flow === stretch.flow);
      stretch.low = Math.min(stretch.low, ...ends.map((end) => end!.at));
      stretch.high = Math.max(stretch.high, ...ends.map((end) => end!.at));
    }
  }
  return wires.paths.map((path, flow) => {
    if (path === undefined) return undefined;
    const own = all.slice(first[flow], first[flow + 1]);
    const points: Point[] = [dock(sites[from[flow]!]!, path.out, own[0]!.at)];
    for (let i = 1; i < own.length; i++) {
      const [a, b] = [own[i - 1]!, own[i]!];
      points.push(a.level ? [b.at, a.at] : [a.at, b.at]);
    }
    points.push(dock(sites[to[flow]!]!, path.in, own.at(-1)!.at));
    return points;
  });
}

/** Where a line meets the border of a node; off its middle, that of a diamond lies inside its box. */
function dock({ rect: { x, y, width, height }, pointed }: Site, side: number, at: number): Point {
  const level = side % 2 === 0;
  const off = Math.abs(at - (level ? y + height / 2 : x + width / 2));
  const inset = pointed ? (level ? (off * width) / height : (off * height) / width) : 0;
  if (side === 0) return [x + width - inset, at];
  if (side === 1) return [at, y + height - inset];
  return side === 2 ? [x + inset, at] : [at, y + inset];
}

/** Cuts a path into its straight stretches, and tells for each of its edges (docks included) which one it is on. */
function cut(
  path: Path,
  flow: number,
  { xs, ys }: Grid,
  source: Site,
  target: Site,
  boxes: Cells<Rect>,
  borders: readonly number[],
  all: Stretch[],
): number[] {
  const width = xs.length;
  const { vertices } = path;
  const pointAt = (i: number): Point => [xs[vertices[i]! % width]!, ys[(vertices[i]! / width) | 0]!];
  const points: Point[] = [];
  for (let i = 0; i < vertices.length; i++) points.push(pointAt(i));
  const ways = [path.out];
  for (let i = 0; i < vertices.length; i++) ways.push(forward(path, i, width));
  const head = dock(source, path.out, path.out % 2 === 0 ? points[0]![1] : points[0]![0]);
  const tail = dock(target, path.in, path.in % 2 === 0 ? points.at(-1)![1] : points.at(-1)![0]);
  const line = [head, ...points, tail];
  const edgeOf: number[] = [];
  for (let start = 0; start < ways.length; ) {
    let end = start;
    while (ways[end + 1] === ways[start]) end++;
    const level = ways[start]! % 2 === 0;
    const [a, b] = [line[start]!, line[end + 1]!];
    const at = level ? a[1] : a[0];
    const low = Math.min(level ? a[0] : a[1], level ? b[0] : b[1]);
    const high = Math.max(level ? a[0] : a[1], level ? b[0] : b[1]);
    const docks = [...(start === 0 ? [source] : []), ...(end === ways.length - 1 ? [target] : [])];
    const [least, most] = room(level, at, low, high, boxes, level && docks.length === 0 ? borders : [], docks);
    // A straight flow stays straight in the middle, and what docks at a corner stays at the corner.
    const rank = docks.length === 2 || docks.some(({ pointed }) => pointed) ? 0 : docks.length === 1 ? 1 : 2;
    for (let i = start; i <= end; i++) edgeOf.push(all.length);
    all.push({ flow, level, way: ways[start]!, at, low, high, item: { want: at, least, most, rank } });
    start = end + 1;
  }
  return edgeOf;
}

/** From where to where a stretch may be moved. */
function room(
  level: boolean,
  at: number,
  low: number,
  high: number,
  boxes: Cells<Rect>,
  borders: readonly number[],
  docks: readonly Site[],
): readonly [least: number, most: number] {
  let [least, most] = [at - REACH, at + REACH];
  const [along, across] = [high - low, 2 * REACH];
  const around = level
    ? { x: low, y: least, width: along, height: across }
    : { x: least, y: low, width: across, height: along };
  for (const { x, y, width, height } of boxes.under(around)) {
    const [start, end] = level ? [y, y + height] : [x, x + width];
    if (end <= at) least = Math.max(least, end);
    else if (start >= at) most = Math.min(most, start);
  }
  for (const border of borders) {
    if (border <= at) least = Math.max(least, border);
    else most = Math.min(most, border);
  }
  const clear = Math.min(CLEAR, (most - least) * 0.4);
  least += clear;
  most -= clear;
  if (docks.length > 0) [least, most] = [Math.min(least, at), Math.max(most, at)];
  for (const { rect, pointed } of docks) {
    const [start, size] = level ? [rect.y, rect.height] : [rect.x, rect.width];
    const middle = start + size / 2;
    const half = pointed ? STRAY : size / 2 - CORNER;
    least = Math.max(least, Math.min(at, middle - half));
    most = Math.min(most, Math.max(at, middle + half));
  }
  return [least, most];
}

/** Which stretches lie before which others (above, or to the left), by how their paths meet. */
function orders(wires: Wires, edges: readonly (readonly number[])[], all: readonly Stretch[]): Map<number, number> {
  const before = new Map<number, number>();
  const note = (a: number, b: number, aFirst: boolean) => {
    if (a !== b) before.set(a < b ? a * all.length + b : b * all.length + a, aFirst === a < b ? 1 : -1);
  };
  wires.paths.forEach((path, flow) => {
    if (path === undefined) return;
    for (const [other, meeting] of wires.meet(path, flow)) {
      if (other > flow) follow(path, wires.paths[other]!, meeting, edges[flow]!, edges[other]!, all, wires.width, note);
    }
  });
  return before;
}

function follow(
  a: Path,
  b: Path,
  meeting: Meeting,
  edgesOfA: readonly number[],
  edgesOfB: readonly number[],
  all: readonly Stretch[],
  width: number,
  note: (a: number, b: number, aFirst: boolean) => void,
): void {
  const { start, length, other, turn, before, after } = meeting;
  const last = start + length - 1;
  const otherLast = other + turn * (length - 1);
  const startShared = backward(a, start, width) === (turn === 1 ? backward(b, other, width) : forward(b, other, width));
  const endShared =
    forward(a, last, width) === (turn === 1 ? forward(b, otherLast, width) : backward(b, otherLast, width));
  if (length === 1 && !startShared && !endShared) {
    if (crosses(meeting)) return;
    // Two corners that touch: the one that turns up lies above the other.
    const levelA = [edgesOfA[start]!, edgesOfA[start + 1]!].find((each) => all[each]!.level)!;
    const levelB = [edgesOfB[other]!, edgesOfB[other + 1]!].find((each) => all[each]!.level)!;
    const up = backward(a, start, width) === 3 || forward(a, start, width) === 3;
    note(levelA, levelB, up);
    return;
  }
  const left = before !== 0 ? before < 0 : after !== 0 ? after < 0 : true;
  const from = startShared ? start : start + 1;
  const to = endShared ? last + 1 : last;
  for (let edge = from; edge <= to; edge++) {
    const at = other + turn * (edge - start);
    const stretch = edgesOfA[edge]!;
    const { way } = all[stretch]!;
    note(stretch, edgesOfB[turn === 1 ? at : at + 1]!, left === (way === 0 || way === 3));
  }
}

/** Moves all stretches of one direction apart. */
function align(all: readonly Stretch[], level: boolean, known: ReadonlyMap<number, number>): void {
  const own = all.map((_, i) => i).filter((i) => all[i]!.level === level);
  own.sort((a, b) => all[a]!.at - all[b]!.at || a - b);
  const place = new Map(own.map((i, k) => [i, k]));
  const pairs: (readonly [number, number])[] = [];
  for (let k = 0; k < own.length; k++) {
    const a = all[own[k]!]!;
    for (let m = k + 1; m < own.length; m++) {
      const b = all[own[m]!]!;
      if (b.at - a.at > NEAR) break;
      if (a.flow === b.flow || a.low > b.high || b.low > a.high) continue;
      const [i, j] = [own[k]!, own[m]!];
      const order = b.at - a.at > 0.5 ? undefined : known.get(i < j ? i * all.length + j : j * all.length + i);
      const first = order === undefined ? true : order === (i < j ? 1 : -1);
      pairs.push(first ? [k, m] : [m, k]);
    }
  }
  const places = separate(
    own.map((i) => all[i]!.item),
    pairs,
  );
  for (const [i, k] of place) all[i]!.at = places[k]!;
}
