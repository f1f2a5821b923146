import { LANE, type Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { type Links, linksOf } from "./flows.ts";
import { extentsOf, laneIds, laneIndices, thinLanes } from "./lanes.ts";
import { outer, siteOf } from "./route/site.ts";

/** How far apart nodes are set that would lie on each other, and a new node from the one before it, in pixels. */
const AIR = 24;
const STEP = 56;

/** A node's box with its caption, its lane, and where it is (nowhere yet, if `seated` is false). */
export interface Piece {
  readonly lane: number;
  box: Rect;
  seated: boolean;
}

/**
 * Makes room after nodes were dropped, added or given to another department, moving as little as it can: a node far
 * from its lane goes to it, nodes that lie on each other move apart, lanes that overlap move down as a whole. A node
 * without a place gets one beside what leads to it. Settling again changes nothing.
 *
 * @returns The same process if nothing has to move.
 */
export function settle(process: Process): Process {
  const lanes = laneIds(process);
  const lane = laneIndices(process.nodes, lanes);
  const start = process.nodes.map((node) =>
    outer(siteOf(node, node.x ?? 0, node.y ?? 0, process.direction ?? "right")),
  );
  const pieces = process.nodes.map(
    ({ x, y }, i): Piece => ({ lane: lane[i]!, box: start[i]!, seated: x !== undefined && y !== undefined }),
  );
  seatNew(pieces, linksOf(process), lanes.length);
  sendHome(pieces, lanes.length);
  for (let i = 0; i < lanes.length; i++) moveApart(pieces.filter((piece) => piece.lane === i));
  moveLanes(pieces, thinLanes(process, lanes));
  const same = pieces.every(({ box }, i) => {
    const { x, y } = process.nodes[i]!;
    return x !== undefined && y !== undefined && box.x === start[i]!.x && box.y === start[i]!.y;
  });
  if (same) return process;
  const nodes = process.nodes.map((node, i) => {
    const { box } = pieces[i]!;
    if (node.x !== undefined && node.y !== undefined && box.x === start[i]!.x && box.y === start[i]!.y) return node;
    return { ...node, x: (node.x ?? 0) + box.x - start[i]!.x, y: (node.y ?? 0) + box.y - start[i]!.y };
  });
  return { ...process, nodes };
}

/** Gives places to nodes that have none: right of what leads to them, or at the end of their lane. */
function seatNew(pieces: readonly Piece[], links: Links, lanes: number): void {
  pieces.forEach((piece, i) => {
    if (piece.seated) return;
    const before = links.in[i]!.map((flow) => pieces[links.from[flow]!]!).find((other) => other.seated);
    const mates = pieces.filter((other) => other.seated && other.lane === piece.lane);
    const right = mates.reduce((most, { box }) => Math.max(most, box.x + box.width), Number.NEGATIVE_INFINITY);
    const x = before ? before.box.x + before.box.width + STEP : mates.length > 0 ? right + STEP : 0;
    const beside = before?.lane === piece.lane ? before : mates.at(-1);
    const middle = beside ? beside.box.y + beside.box.height / 2 : homeOf(pieces, piece.lane, lanes);
    piece.box = { ...piece.box, x, y: middle - piece.box.height / 2 };
    piece.seated = true;
    for (let hit = hits(piece.box, mates); hit; hit = hits(piece.box, mates))
      piece.box = { ...piece.box, y: hit.y + hit.height + AIR };
  });
}

/** A height in a lane that has no nodes yet: below the lanes above it. */
function homeOf(pieces: readonly Piece[], lane: number, lanes: number): number {
  const extents = extentsOf(
    pieces.filter(({ seated }) => seated).map(({ box }) => box),
    pieces.filter(({ seated }) => seated).map((piece) => piece.lane),
    lanes,
  );
  const above = extents.slice(0, lane).findLast((extent) => extent !== undefined);
  if (above) return above[1] + 2 * LANE.padding + LANE.thin;
  const below = extents.slice(lane + 1).find((extent) => extent !== undefined);
  return below ? below[0] - 2 * LANE.padding - LANE.thin : 0;
}

/**
 * Moves nodes to their lanes that lie among those of another: as few as can be, so the longest run of nodes from top
 * to bottom whose lanes are in order stays where it is.
 */
function sendHome(pieces: readonly Piece[], lanes: number): void {
  const staying = new Set(inOrder([...pieces].sort((a, b) => middleOf(a) - middleOf(b) || a.lane - b.lane)));
  for (const piece of pieces) {
    if (staying.has(piece)) continue;
    const mates = [...staying].filter((other) => other.lane === piece.lane);
    const top = mates.reduce((least, { box }) => Math.min(least, box.y), Number.POSITIVE_INFINITY);
    const bottom = mates.reduce((most, { box }) => Math.max(most, box.y + box.height), Number.NEGATIVE_INFINITY);
    const { height } = piece.box;
    const home = homeOf([...staying], piece.lane, lanes);
    const y = mates.length === 0 ? home - height / 2 : Math.max(top, Math.min(piece.box.y, bottom - height));
    piece.box = { ...piece.box, y };
    staying.add(piece);
  }
}

const middleOf = ({ box }: Piece) => box.y + box.height / 2;

const follows = (other: Piece, piece: Piece) =>
  other.lane === piece.lane || (other.lane < piece.lane && piece.box.y >= middleOf(other));

/** The longest subsequence whose lanes never go back; what begins a lower lane lies below the middle of what is above. */
function inOrder(sorted: readonly Piece[]): readonly Piece[] {
  // Mostly everything is where it belongs, which is seen at one glance.
  if (sorted.every((piece, i) => i === 0 || follows(sorted[i - 1]!, piece))) return sorted;
  const length = sorted.map(() => 1);
  const before = sorted.map(() => -1);
  sorted.forEach((piece, i) => {
    for (let j = 0; j < i; j++) {
      const other = sorted[j]!;
      if (follows(other, piece) && length[j]! >= length[i]!) {
        length[i] = length[j]! + 1;
        before[i] = j;
      }
    }
  });
  const run: Piece[] = [];
  for (let i = length.indexOf(length.reduce((a, b) => Math.max(a, b), 0)); i >= 0; i = before[i]!) run.push(sorted[i]!);
  return run;
}

/** Moves nodes of one lane down that lie on others, from top to bottom. */
function moveApart(mates: readonly Piece[]): void {
  const placed: Piece[] = [];
  for (const piece of [...mates].sort((a, b) => a.box.y - b.box.y)) {
    for (let hit = hits(piece.box, placed); hit; hit = hits(piece.box, placed))
      piece.box = { ...piece.box, y: hit.y + hit.height + AIR };
    placed.push(piece);
  }
}

/**
 * Moves lanes down that reach into the one above, each as a whole.
 *
 * @param thin - By lane, how thick it is without nodes.
 */
export function moveLanes(pieces: readonly Piece[], thin: readonly number[]): void {
  const extents = extentsOf(
    pieces.map(({ box }) => box),
    pieces.map(({ lane }) => lane),
    thin.length,
  );
  let bottom: number | undefined;
  extents.forEach((extent, lane) => {
    if (extent === undefined) {
      if (bottom !== undefined) bottom += thin[lane]!;
      return;
    }
    const by = bottom === undefined ? 0 : Math.max(0, bottom + 2 * LANE.padding - extent[0]);
    bottom = extent[1] + by;
    if (by === 0) return;
    for (const piece of pieces) if (piece.lane === lane) piece.box = { ...piece.box, y: piece.box.y + by };
  });
}

function hits(box: Rect, others: readonly Piece[]): Rect | undefined {
  return others.find(
    ({ box: other }) =>
      box.x < other.x + other.width &&
      other.x < box.x + box.width &&
      box.y < other.y + other.height &&
      other.y < box.y + box.height,
  )?.box;
}
