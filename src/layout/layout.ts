import type { Drawing } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { nodeSize } from "../model/shape.ts";
import { type DrawingOptions, derive } from "./drawing.ts";
import { linksOf } from "./flows.ts";
import { laneIds, laneIndices } from "./lanes.ts";
import { layers } from "./layers.ts";
import { settled } from "./settle.ts";

/** What may be asked of a new layout. */
export interface LayoutOptions {
  /** Keep the order that people chose by hand where positions exist. */
  readonly tidy?: boolean;
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
export function drawingOf(process: Process, options: DrawingOptions = {}): Drawing {
  const known = process.nodes.every(({ x, y }) => x !== undefined && y !== undefined);
  return derive(known ? process : placed(process), options);
}

/**
 * Makes room after nodes were dropped or added: moves as little as needed so that no lanes overlap and no node lies
 * outside its lane. Settling again changes nothing.
 */
export function settle(process: Process): Process {
  return settled(process);
}
