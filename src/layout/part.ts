import { LANE, type Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { extentsOf, laneIds, laneIndices, thinLanes } from "./lanes.ts";
import { placed } from "./place/place.ts";
import { outer, siteOf } from "./route/site.ts";
import { moveLanes, type Piece, settle } from "./settle.ts";

/** How far apart what is laid out and what stays are, and how finely places are tried, in pixels. */
const AIR = 24;
const STEP = 4;
/** What a pixel counts by which a lane gets higher, beside one by which nodes lie off where they were. */
const GROWTH = 2;

/**
 * Lays some nodes out among themselves, where they are: others keep their places, and where the nodes need more room,
 * their lane gets higher and the lanes below it move down as a whole. As if the process flowed to the right: see
 * `turned`.
 *
 * @param ids - The nodes to lay out.
 * @param tidy - Whether to keep the columns and rows that people chose.
 */
export function placedPart(
  process: Process,
  ids: ReadonlySet<string>,
  tidy: boolean,
  onProgress: (done: number) => void,
): Process {
  const whole = settle(process);
  const inside = whole.nodes.filter(({ id }) => ids.has(id));
  if (inside.length === 0) return whole;
  const flows = whole.flows.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const laid = placed({ ...whole, nodes: inside, flows }, tidy, onProgress);
  const lanes = laneIds(whole);
  const lane = laneIndices(whole.nodes, lanes);
  const boxes = boxesOf(whole);
  const fresh = new Map(laid.nodes.map((node, i) => [node.id, boxesOf(laid)[i]!]));
  const left = (all: readonly Rect[]) => all.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const dx = left(boxes.filter((_, i) => ids.has(whole.nodes[i]!.id))) - left([...fresh.values()]);
  const pieces = whole.nodes.map(({ id }, i): Piece => {
    const box = fresh.get(id);
    return { lane: lane[i]!, box: box ? { ...box, x: box.x + dx } : boxes[i]!, seated: true };
  });
  lanes.forEach((_, each) => {
    const own = pieces.filter((piece) => piece.lane === each);
    const block = own.filter((piece) => isInside(piece));
    if (block.length === 0) return;
    const before = boxes.filter((_, i) => lane[i] === each && ids.has(whole.nodes[i]!.id));
    const others = own.filter((piece) => !isInside(piece)).map(({ box }) => box);
    const above = extentsOf(boxes, lane, lanes.length).slice(0, each);
    const ceiling = above.findLast((extent) => extent !== undefined)?.[1];
    const by = freeShift(
      block.map(({ box }) => box),
      before,
      others,
      ceiling,
    );
    for (const piece of block) piece.box = { ...piece.box, y: piece.box.y + by };
  });
  moveLanes(pieces, thinLanes(whole, lanes));
  const nodes = whole.nodes.map((node, i) => {
    const before = fresh.get(node.id) ?? boxes[i]!;
    const base = fresh.has(node.id) ? laid.nodes.find(({ id }) => id === node.id)! : node;
    const { x, y } = pieces[i]!.box;
    return { ...node, x: base.x! + x - before.x, y: base.y! + y - before.y };
  });
  return { ...whole, nodes };

  function isInside(piece: Piece): boolean {
    return ids.has(whole.nodes[pieces.indexOf(piece)]!.id);
  }
}

const boxesOf = (process: Process) =>
  process.nodes.map((node) => outer(siteOf(node, node.x ?? 0, node.y ?? 0, process.direction ?? "right")));

/**
 * How far down a block moves to lie free of others, nearest to where it was.
 *
 * @param ceiling - Where the lane above ends; it stays there.
 */
function freeShift(
  block: readonly Rect[],
  before: readonly Rect[],
  others: readonly Rect[],
  ceiling: number | undefined,
): number {
  const [top, bottom] = reach(block);
  const [oldTop, oldBottom] = reach(before);
  const [laneTop, laneBottom] = reach([...before, ...others]);
  const wish = Math.round((oldTop + oldBottom - top - bottom) / 2);
  const least = ceiling === undefined ? Number.NEGATIVE_INFINITY : ceiling + 2 * LANE.padding - top;
  let [best, lowest] = [wish, Number.POSITIVE_INFINITY];
  // Far enough down there is nothing any more.
  for (let off = 0; off < lowest; off += STEP) {
    for (const by of off === 0 ? [Math.max(wish, least)] : [wish - off, Math.max(wish, least) + off]) {
      if (by < least || others.some((other) => block.some((box) => near({ ...box, y: box.y + by }, other)))) continue;
      const growth = Math.max(0, bottom + by - laneBottom) + Math.max(0, laneTop - top - by);
      const cost = Math.abs(by - wish) + growth * GROWTH;
      if (cost < lowest) [best, lowest] = [by, cost];
    }
  }
  return best;
}

function reach(boxes: readonly Rect[]): readonly [top: number, bottom: number] {
  return boxes.reduce<readonly [number, number]>(
    ([top, bottom], { y, height }) => [Math.min(top, y), Math.max(bottom, y + height)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

function near(a: Rect, b: Rect): boolean {
  return (
    a.x < b.x + b.width + AIR && b.x < a.x + a.width + AIR && a.y < b.y + b.height + AIR && b.y < a.y + a.height + AIR
  );
}
