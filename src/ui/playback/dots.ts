import type { History } from "../../analyse/history.ts";
import { isWorking, type Timeline } from "../../analyse/moment.ts";
import type { Drawing, Point, Rect } from "../../model/geometry.ts";

/** What a dot is doing. */
export type Doing = "waiting" | "working" | "moving";

/** Where dots are, column by column, in pixels of the drawing. Made once and filled for each frame. */
export interface Dots {
  count: number;
  x: Float32Array;
  y: Float32Array;
  readonly doing: Doing[];
  record: Int32Array;
}

/** Room for dots, which grows as they come. */
export function noDots(): Dots {
  return { count: 0, x: new Float32Array(256), y: new Float32Array(256), doing: [], record: new Int32Array(256) };
}

/** How dots stand in line below a node, in pixels. */
const LINE = { pitch: 7, below: 9, rows: 6 } as const;

/** A way on the drawing: its corners, and how far along it each is. */
export interface Track {
  readonly points: readonly Point[];
  readonly along: readonly number[];
}

/** The tracks of a history’s ways over a drawing; a way over flows that are no longer drawn has none. */
export function tracksOf({ ways }: History, { routes }: Drawing): readonly (Track | undefined)[] {
  return ways.map((flows) => {
    const points = flows.flatMap((flow) => routes[flow] ?? []);
    if (points.length < 2) return undefined;
    const along = [0];
    for (let i = 1; i < points.length; i++) along.push(along[i - 1]! + distance(points[i - 1]!, points[i]!));
    return { points, along };
  });
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}

/** The place so far along a track, from 0 to 1. */
export function placeOn({ points, along }: Track, share: number): Point {
  const at = Math.min(1, Math.max(0, share)) * along.at(-1)!;
  let i = 1;
  while (i < points.length - 1 && along[i]! < at) i++;
  const [from, to] = [points[i - 1]!, points[i]!];
  const length = along[i]! - along[i - 1]!;
  const part = length === 0 ? 0 : (at - along[i - 1]!) / length;
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}

/** What dots are placed by. */
export interface Stage {
  readonly timeline: Timeline;
  readonly drawing: Drawing;
  readonly tracks: readonly (Track | undefined)[];
}

/**
 * Where every record is at a time. A record is counted where the run has it; where getting there takes it no time, it
 * glides there for the eye.
 *
 * @param glide - How long that takes, in simulated minutes; 0 for none.
 * @param into - Filled; grown where it is too small.
 */
export function placeDots({ timeline, drawing, tracks }: Stage, time: number, glide: number, into: Dots): void {
  const { stays, legs, nodes } = timeline.history;
  into.count = 0;
  const inLine = new Int32Array(nodes.length);
  const atWork = new Int32Array(nodes.length);
  const moment = timeline.at(time);
  const glides = (stay: number) => {
    const track = tracks[stays.way[stay]!];
    const share = (time - stays.reached[stay]!) / glide;
    if (track === undefined || glide === 0 || share >= 1) return false;
    put(into, placeOn(track, eased(share)), "moving", stays.record[stay]!);
    return true;
  };
  for (const stay of moment.stays) {
    const node = stays.node[stay]!;
    const rect = drawing.nodes[nodes[node]!];
    if (rect === undefined) continue;
    const working = isWorking(stays.began[stay]!, time);
    const slot = (working ? atWork : inLine)[node]!++;
    if (glides(stay)) continue;
    const place = working ? workPlace(rect, slot) : linePlace(rect, slot);
    if (place) put(into, place, working ? "working" : "waiting", stays.record[stay]!);
  }
  // Whoever passed a node in no time, such as an end, is seen to get there all the same.
  if (glide > 0)
    for (const stay of timeline.begunBetween(time - glide, time)) if (stays.left[stay]! <= time) glides(stay);
  for (const leg of moment.legs) {
    const track = tracks[legs.way[leg]!];
    if (track === undefined) continue;
    const passed = time - legs.departed[leg]!;
    const takes = legs.rests[leg] === 1 ? glide : legs.arrived[leg]! - legs.departed[leg]!;
    put(into, placeOn(track, takes > 0 ? passed / takes : 1), "moving", legs.record[leg]!);
  }
}

const eased = (share: number) => share * share * (3 - 2 * share);

function put(dots: Dots, [x, y]: Point, doing: Doing, record: number): void {
  if (dots.count === dots.x.length) grow(dots);
  const i = dots.count++;
  dots.x[i] = x;
  dots.y[i] = y;
  dots.doing[i] = doing;
  dots.record[i] = record;
}

/** The place of who is worked on: along the upper edge of the node, inside. */
function workPlace({ x, y, width }: Rect, slot: number): Point {
  const columns = Math.max(1, Math.floor((width - 12) / LINE.pitch));
  return [x + 8 + (slot % columns) * LINE.pitch, y + 7 + (Math.floor(slot / columns) % 2) * LINE.pitch];
}

/** The place of who stands in line: in rows below the node; nothing where the line is longer than there is room for. */
function linePlace({ x, y, width, height }: Rect, slot: number): Point | undefined {
  const columns = Math.max(1, Math.floor(width / LINE.pitch));
  const row = Math.floor(slot / columns);
  if (row >= LINE.rows) return undefined;
  return [x + 4 + (slot % columns) * LINE.pitch, y + height + LINE.below + row * LINE.pitch];
}

function grow(dots: Dots): void {
  const length = dots.x.length * 2;
  const [x, y, record] = [new Float32Array(length), new Float32Array(length), new Int32Array(length)];
  x.set(dots.x);
  y.set(dots.y);
  record.set(dots.record);
  Object.assign(dots, { x, y, record });
}

/** The record whose dot is nearest to a point of the drawing, if one is within reach. */
export function dotNear({ count, x, y, record }: Dots, [px, py]: Point, reach: number): number | undefined {
  let best: number | undefined;
  let nearest = reach;
  for (let i = 0; i < count; i++) {
    const away = Math.hypot(x[i]! - px, y[i]! - py);
    if (away > nearest) continue;
    nearest = away;
    best = record[i]!;
  }
  return best;
}
