import type { History } from "../../analyse/history.ts";
import { isWorking, type Timeline } from "../../analyse/moment.ts";
import type { Drawing, Point, Rect } from "../../model/geometry.ts";

/** What a dot may be doing; a dot’s `doing` is a place in this list. */
export const DOINGS = ["waiting", "working", "moving"] as const;
export type Doing = (typeof DOINGS)[number];

const [WAITING, WORKING, MOVING] = [0, 1, 2] as const;

/** Where dots are, column by column, in pixels of the drawing. Made once and filled for each frame. */
export interface Dots {
  count: number;
  x: Float32Array;
  y: Float32Array;
  doing: Uint8Array;
  record: Int32Array;
  /** Lines that are longer than there is room for: where their last dot is, and how many stand behind it. */
  readonly more: { readonly x: number; readonly y: number; readonly count: number }[];
}

/** Room for dots, which grows as they come. */
export function noDots(): Dots {
  const room = 256;
  return {
    count: 0,
    x: new Float32Array(room),
    y: new Float32Array(room),
    doing: new Uint8Array(room),
    record: new Int32Array(room),
    more: [],
  };
}

/** How dots stand at a node, in pixels. */
const LINE = { pitch: 7, side: 7, inside: 6, below: 20, rows: 6 } as const;

/** A way on the drawing: its corners, and how far along it each is. */
interface Track {
  readonly points: readonly Point[];
  readonly along: readonly number[];
}

/** The tracks of a history’s ways over a drawing; a way over flows that are no longer drawn has none. */
function tracksOf({ ways }: History, { routes }: Drawing): readonly (Track | undefined)[] {
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

/** What dots are placed by. */
export interface Stage {
  readonly timeline: Timeline;
  /** By node of the history: where it is drawn, if it still is. */
  readonly rects: readonly (Rect | undefined)[];
  readonly tracks: readonly (Track | undefined)[];
  /** By node, filled anew for each frame: how many wait and are worked on. */
  readonly inLine: Int32Array;
  readonly atWork: Int32Array;
}

/** A history over a drawing. */
export function stageOf(timeline: Timeline, drawing: Drawing): Stage {
  const { nodes } = timeline.history;
  return {
    timeline,
    rects: nodes.map((id) => drawing.nodes[id]),
    tracks: tracksOf(timeline.history, drawing),
    inLine: new Int32Array(nodes.length),
    atWork: new Int32Array(nodes.length),
  };
}

/**
 * Where every record is at a time. A record is counted where the run has it; where getting there takes it no time, it
 * glides there for the eye. Nothing is made anew, so that it can be done for every frame.
 *
 * @param glide - How long that takes, in simulated minutes; 0 for none.
 * @param into - Filled; grown where it is too small.
 */
export function placeDots(stage: Stage, time: number, glide: number, into: Dots): void {
  const { timeline, rects, tracks, inLine, atWork } = stage;
  const { stays, legs } = timeline.history;
  into.count = 0;
  into.more.length = 0;
  inLine.fill(0);
  atWork.fill(0);
  const glides = (stay: number): boolean => {
    const track = tracks[stays.way[stay]!];
    const share = (time - stays.reached[stay]!) / glide;
    if (track === undefined || glide === 0 || share >= 1) return false;
    putOn(into, track, eased(share), stays.record[stay]!);
    return true;
  };
  timeline.eachStay(time, (stay) => {
    const node = stays.node[stay]!;
    const rect = rects[node];
    if (rect === undefined) return;
    const working = isWorking(stays.began[stay]!, time);
    const slot = (working ? atWork : inLine)[node]!++;
    if (glides(stay)) return;
    const row = Math.floor(slot / columnsOf(rect));
    if (row >= LINE.rows) return;
    const x = rect.x + LINE.side + (slot % columnsOf(rect)) * LINE.pitch;
    put(into, x, working ? workRow(rect, row) : lineRow(rect, row), working ? WORKING : WAITING, stays.record[stay]!);
  });
  // Whoever passed a node in no time, such as an end, is seen to get there all the same.
  if (glide > 0)
    timeline.eachBegun(time - glide, time, (stay) => {
      if (stays.left[stay]! <= time) glides(stay);
    });
  timeline.eachLeg(time, (leg) => {
    const track = tracks[legs.way[leg]!];
    if (track === undefined) return;
    const passed = time - legs.departed[leg]!;
    const takes = legs.rests[leg] === 1 ? glide : legs.arrived[leg]! - legs.departed[leg]!;
    putOn(into, track, takes > 0 ? passed / takes : 1, legs.record[leg]!);
  });
  for (const [node, rect] of rects.entries()) {
    if (rect === undefined) continue;
    const room = columnsOf(rect) * LINE.rows;
    const [x, last] = [rect.x + LINE.side, LINE.rows];
    if (inLine[node]! > room) into.more.push({ x, y: lineRow(rect, last), count: inLine[node]! - room });
    if (atWork[node]! > room) into.more.push({ x, y: workRow(rect, last), count: atWork[node]! - room });
  }
}

const eased = (share: number) => share * share * (3 - 2 * share);

/** A dot so far along a track, from 0 to 1. */
function putOn(dots: Dots, { points, along }: Track, share: number, record: number): void {
  const at = Math.min(1, Math.max(0, share)) * along.at(-1)!;
  let i = 1;
  while (i < points.length - 1 && along[i]! < at) i++;
  const [from, to] = [points[i - 1]!, points[i]!];
  const length = along[i]! - along[i - 1]!;
  const part = length === 0 ? 0 : (at - along[i - 1]!) / length;
  put(dots, from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part, MOVING, record);
}

function put(dots: Dots, x: number, y: number, doing: number, record: number): void {
  if (dots.count === dots.x.length) grow(dots);
  const i = dots.count++;
  dots.x[i] = x;
  dots.y[i] = y;
  dots.doing[i] = doing;
  dots.record[i] = record;
}

/** How many dots stand beside each other at a node. */
function columnsOf({ width }: Rect): number {
  return Math.max(1, Math.floor((width - 2 * LINE.side) / LINE.pitch) + 1);
}

/** Who is worked on stands along the upper edge of the node, inside; more of them above it. */
function workRow({ y }: Rect, row: number): number {
  return row === 0 ? y + LINE.inside : y - row * LINE.pitch;
}

/** Who waits stands in line below the node and its badge. */
function lineRow({ y, height }: Rect, row: number): number {
  return y + height + LINE.below + row * LINE.pitch;
}

function grow(dots: Dots): void {
  const length = dots.x.length * 2;
  const [x, y, record] = [new Float32Array(length), new Float32Array(length), new Int32Array(length)];
  const doing = new Uint8Array(length);
  x.set(dots.x);
  y.set(dots.y);
  doing.set(dots.doing);
  record.set(dots.record);
  Object.assign(dots, { x, y, doing, record });
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
