import type { Drawing } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { type DrawingOptions, derive } from "./drawing.ts";
import { placedPart } from "./part.ts";
import { placed } from "./place/place.ts";
import { drawn, type Place, roomy } from "./seen.ts";
import { turned, turnedDrawing } from "./turn.ts";

/** What may be asked of a new layout. */
export interface LayoutOptions {
  /**
   * Keeps the columns and rows that people chose, and only straightens and spaces them.
   *
   * @default false
   */
  readonly tidy?: boolean;
  /** The nodes to lay out, where others shall stay where they are; left out = all. */
  readonly only?: ReadonlySet<string>;
  /** Told how much is done, from 0 to 1, now and then. */
  readonly onProgress?: (done: number) => void;
}

/** How much of the time it takes to find places; routing them in full takes the rest. */
const PLACING = 0.6;

/**
 * Places all nodes anew: departments as lanes from top to bottom, columns from the flow, then routes and labels. Any
 * process can be laid out, whether it can run or not. The same process gives the same drawing, bit for bit.
 */
export function layout(process: Process, options: LayoutOptions = {}): Drawing {
  const { tidy = false, only, onProgress = () => {} } = options;
  const tell = (done: number) => onProgress(done * PLACING);
  const part = only && process.nodes.some(({ id, x, y }) => !only.has(id) && x !== undefined && y !== undefined);
  const there = part ? placedPart(turned(process), only, tidy, tell) : placed(turned(process), tidy, tell);
  return turnedDrawing(derive(there, { onProgress: (done) => onProgress(PLACING + done * (1 - PLACING)) }));
}

/** Finds places for all nodes, as if the process flowed to the right. */
const placedAll: Place = (process) => placed(process, false);

/**
 * The drawing of a process whose nodes are where the file says: lanes, routes and the places of labels. Where some
 * nodes have no place, they get one beside what leads to them; where none has, all are laid out.
 */
export function drawingOf(process: Process, options: DrawingOptions = {}): Drawing {
  return drawn(process, placedAll, options);
}

/**
 * Makes room after nodes were dropped, added or given to another department: moves as little as needed so that no
 * lanes overlap, no nodes overlap and no node lies outside its lane. Settling again changes nothing.
 *
 * @returns The same process if nothing has to move.
 */
export function settle(process: Process): Process {
  return roomy(process, placedAll);
}
