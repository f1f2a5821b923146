import type { Drawing } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { type DrawingOptions, derive } from "./drawing.ts";
import { settle } from "./settle.ts";
import { turned, turnedDrawing } from "./turn.ts";

/** Finds places for the nodes of a process none of which has one, as if it flowed to the right. */
export type Place = (process: Process) => Process;

/**
 * The drawing of a process whose nodes are where the file says: lanes, routes and the places of labels. Where some
 * nodes have no place, they get one beside what leads to them.
 *
 * @param place - Asked where no node has a place. What finds good ones is much, and mostly not needed to show a process.
 */
export function drawn(process: Process, place: Place, options: DrawingOptions = {}): Drawing {
  const known = process.nodes.filter(({ x, y }) => x !== undefined && y !== undefined).length;
  const upright = turned(process);
  const ready = known === process.nodes.length ? upright : known === 0 ? place(upright) : settle(upright);
  const { previous } = options;
  return turnedDrawing(derive(ready, previous ? { ...options, previous: turnedDrawing(previous) } : options));
}

/**
 * Makes room after nodes were dropped, added or given to another department: moves as little as needed so that no
 * lanes overlap, no nodes overlap and no node lies outside its lane. Settling again changes nothing.
 *
 * @param place - As for `drawn`.
 * @returns The same process if nothing has to move.
 */
export function roomy(process: Process, place: Place): Process {
  const known = process.nodes.some(({ x, y }) => x !== undefined && y !== undefined);
  const upright = turned(process);
  const ready = known || process.nodes.length === 0 ? settle(upright) : place(upright);
  return ready === upright ? process : turned(ready);
}
