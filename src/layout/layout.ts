import type { Drawing, Point, Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { nodeSize } from "../model/shape.ts";
import { linksOf } from "./flows.ts";
import { bandsOf, extentsOf, laneIds, laneIndices } from "./lanes.ts";
import { layers } from "./layers.ts";
import { settled } from "./settle.ts";

/** What may be asked of a new layout. */
export interface LayoutOptions {
  /** Keep the order that people chose by hand where positions exist. */
  readonly tidy?: boolean;
}

/** What a drawing may take over from the one before it, while nodes are being dragged. */
export interface DrawingOptions {
  /** The last drawing of the same process with other positions. */
  readonly previous?: Drawing;
  /** The nodes that have moved since; only their flows are routed again. */
  readonly moved?: ReadonlySet<string>;
}

/**
 * Places all nodes anew: departments as lanes from top to bottom, columns from the flow, then routes and labels.
 * The same process gives the same drawing.
 */
export function layout(process: Process, _options: LayoutOptions = {}): Drawing {
  return drawingOf(placed(process));
}

/** The process with every node at its place in a new layout. */
export function placed(process: Process): Process {
  const lanes = laneIds(process);
  const lane = laneIndices(process.nodes, lanes);
  const links = linksOf(process);
  const { column } = layers(process.nodes.length, links);
  const rows = new Map<string, number>();
  const used = lanes.map(() => 0);
  const row = process.nodes.map((_, i) => {
    const key = `${lane[i]} ${column[i]}`;
    const at = rows.get(key) ?? 0;
    rows.set(key, at + 1);
    used[lane[i]!] = Math.max(used[lane[i]!]!, at + 1);
    return at;
  });
  let top = 0;
  const tops = used.map((count) => {
    const at = top;
    top += count === 0 ? 40 : count * 120 + 20;
    return at;
  });
  const nodes = process.nodes.map((node, i) => {
    const { width, height } = nodeSize(node);
    const x = column[i]! * 248 + 88 - width / 2;
    const y = tops[lane[i]!]! + row[i]! * 120 + 70 - height / 2;
    return { ...node, x, y };
  });
  return { ...process, nodes };
}

/**
 * The drawing of a process whose nodes are where the file says. Nodes without a place get a provisional one.
 */
export function drawingOf(process: Process, _options: DrawingOptions = {}): Drawing {
  const known = process.nodes.every(({ x, y }) => x !== undefined && y !== undefined);
  const { nodes } = known ? process : placed(process);
  const rects = nodes.map((node): Rect => ({ x: node.x ?? 0, y: node.y ?? 0, ...nodeSize(node) }));
  const lanes = laneIds(process);
  const bands = bandsOf(extentsOf(rects, laneIndices(nodes, lanes), lanes.length));
  const links = linksOf(process);
  const routes = links.ids.map((id, i): [string, readonly Point[]] => [
    id,
    simple(rects[links.from[i]!]!, rects[links.to[i]!]!),
  ]);
  return {
    nodes: Object.fromEntries(nodes.map(({ id }, i) => [id, rects[i]!])),
    lanes: Object.fromEntries(lanes.map((id, i) => [id, bands[i]!])),
    routes: Object.fromEntries(routes),
    labels: Object.fromEntries(routes.map(([id, [a, b]]) => [id, [(a![0] + b![0]) / 2, (a![1] + b![1]) / 2] as const])),
  };
}

function simple(a: Rect, b: Rect): readonly Point[] {
  const from: Point = [a.x + a.width, a.y + a.height / 2];
  const to: Point = [b.x, b.y + b.height / 2];
  if (from[1] === to[1] && from[0] < to[0]) return [from, to];
  const x = from[0] < to[0] ? (from[0] + to[0]) / 2 : from[0] + 24;
  if (from[0] < to[0]) return [from, [x, from[1]], [x, to[1]], to];
  const y = Math.min(a.y, b.y) - 24;
  return [from, [x, from[1]], [x, y], [to[0] - 24, y], [to[0] - 24, to[1]], to];
}

/**
 * Makes room after nodes were dropped or added: moves as little as needed so that no lanes overlap and no node lies
 * outside its lane. Settling again changes nothing.
 */
export function settle(process: Process): Process {
  return settled(process);
}
