import { moveNodes, placed } from "../model/edit/nodes.ts";
import type { Drawing, Point, Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { edit } from "./document.ts";
import { drawingOf } from "./drawing.ts";
import { notePlaces, notesMoved } from "./notes.ts";
import { settle } from "./placing.ts";
import { presentProcess, useApp } from "./store.ts";

/** Room that is made or taken away: all that begins beyond a line across the drawing moves along with it. */
export interface Space {
  /** Which way it moves. */
  readonly along: "x" | "y";
  /** Where the line is, in pixels at zoom 1. */
  readonly from: number;
  /** How far it moves; less than 0 takes room away. */
  readonly by: number;
}

/** Room left between what moves and what stays, in pixels. */
const AIR = 16;

/**
 * Where things are after room was made, by id. Room is taken away only as far as there is some: what moves back stops
 * at the line, and in front of what stays in its way.
 *
 * @param boxes - Of everything that may move.
 */
export function spaced(boxes: ReadonlyMap<string, Rect>, { along, from, by }: Space): ReadonlyMap<string, Point> {
  const beyond = [...boxes].filter(([, rect]) => rect[along] >= from);
  const staying = [...boxes.values()].filter((rect) => rect[along] < from);
  const least = beyond.reduce(
    (room, [, rect]) => Math.min(room, rect[along] - stopFor(rect, staying, along, from)),
    1 / 0,
  );
  const step = Math.round(Math.max(by, -Math.max(0, least)));
  if (beyond.length === 0 || step === 0) return new Map();
  return new Map(beyond.map(([id, { x, y }]) => [id, along === "x" ? [x + step, y] : [x, y + step]]));
}

/** How far back a box may move. */
function stopFor(box: Rect, staying: readonly Rect[], along: Space["along"], from: number): number {
  const [size, across, width] =
    along === "x" ? (["width", "y", "height"] as const) : (["height", "x", "width"] as const);
  return staying
    .filter((other) => other[across] < box[across] + box[width] && box[across] < other[across] + other[width])
    .reduce((stop, other) => Math.max(stop, other[along] + other[size] + AIR), from);
}

/** The boxes of all nodes of a drawing and of all notes. */
export function boxesOf(drawing: Drawing, notes: ReturnType<typeof notePlaces>): ReadonlyMap<string, Rect> {
  return new Map<string, Rect>([
    ...Object.entries(drawing.nodes),
    ...notes.map((placedNote) => [placedNote.note.id, placedNote] as const),
  ]);
}

/** A process with room made: whoever moves stays in its department, and lanes follow. */
export function withSpace(process: Process, space: Space): Process {
  const drawing = drawingOf(process);
  const places = spaced(boxesOf(drawing, notePlaces(process)), space);
  if (places.size === 0) return process;
  const spots = new Map([...places].map(([id, [x, y]]) => [id, { x, y }]));
  return settle(moveNodes(notesMoved(placed(process, drawing), spots), places));
}

/** Makes room, or takes it away, as one undo step. */
export function makeSpace(space: Space): void {
  edit((process) => withSpace(process, space));
}

/** Takes up the tool that makes room by dragging, or lays it down. */
export function turnSpaceTool(on: boolean): void {
  useApp.setState({ tool: on ? "space" : undefined });
}

/** Which way the process on screen flows. */
export const flowAxis = (): Space["along"] => (presentProcess(useApp.getState()).direction === "down" ? "y" : "x");
