import type { Drawing } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { type DrawingOptions, derive } from "./drawing.ts";
import { placed } from "./place/place.ts";
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
