import { type Alignment, aligned, distributed } from "../model/edit/align.ts";
import type { Point, Rect } from "../model/geometry.ts";
import { moveNodes } from "./draw.ts";
import { drawingOf } from "./drawing.ts";
import { notePlaces } from "./notes.ts";
import { GAP } from "./room.ts";
import { onlyNode } from "./selection.ts";
import { type AppState, presentProcess, useApp } from "./store.ts";

/** The boxes of the selected nodes and notes, by id. */
function boxes(): ReadonlyMap<string, Rect> {
  const state = useApp.getState();
  const process = presentProcess(state);
  const { nodes } = drawingOf(process);
  const notes = notePlaces(process).filter(({ note }) => state.selection.notes.has(note.id));
  return new Map<string, Rect>([
    ...[...state.selection.nodes].flatMap((id) => (nodes[id] ? [[id, nodes[id]] as const] : [])),
    ...notes.map((placed) => [placed.note.id, placed] as const),
  ]);
}

const put = (corners: ReadonlyMap<string, Point>) =>
  moveNodes(new Map([...corners].map(([id, [x, y]]) => [id, { x, y }])));

/** Whether at least so many nodes and notes are selected. */
export function atLeast(count: number): (state: AppState) => boolean {
  return ({ selection }) => selection.nodes.size + selection.notes.size >= count;
}

/** Brings the selected nodes and notes in line. */
export function align(by: Alignment): void {
  put(aligned(boxes(), by));
}

/** Gives the selected nodes and notes the same room between them: what there is, or that of a fresh drawing. */
export function distribute(along: "x" | "y", fresh = false): void {
  put(distributed(boxes(), along, fresh ? GAP : undefined));
}

/** Moves everything right of a place by so many pixels: the space tool. What is moved left stops at the place. */
export function makeRoom(from: number, by: number): void {
  const { nodes } = drawingOf(presentProcess(useApp.getState()));
  const right = Object.entries(nodes).filter(([, { x }]) => x >= from);
  const least = right.reduce((gap, [, { x }]) => Math.min(gap, x - from), Number.POSITIVE_INFINITY);
  const step = Math.round(Math.max(by, -least));
  if (right.length === 0 || step === 0) return;
  moveNodes(new Map(right.map(([id, { x, y }]) => [id, { x: x + step, y }])));
}

/** Room for one more step behind the selected node, or one step's room less. */
export function roomBehind(sign: 1 | -1): void {
  const state = useApp.getState();
  const rect = drawingOf(presentProcess(state)).nodes[onlyNode(state.selection) ?? ""];
  if (rect) makeRoom(rect.x + rect.width, sign * (STEP_WIDTH + GAP));
}

const STEP_WIDTH = 176;
