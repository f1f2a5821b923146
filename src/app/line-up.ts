import { type Alignment, aligned, distributed } from "../model/edit/align.ts";
import type { Point, Rect } from "../model/geometry.ts";
import { SHAPES } from "../model/shape.ts";
import { moveNodes } from "./draw.ts";
import { drawingOf } from "./drawing.ts";
import { notePlaces } from "./notes.ts";
import { GAP } from "./room.ts";
import { onlyNode } from "./selection.ts";
import { flowAxis, makeSpace } from "./space.ts";
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

/** Room for one more step behind the selected node, or one step's room less. */
export function roomBehind(sign: 1 | -1): void {
  const state = useApp.getState();
  const rect = drawingOf(presentProcess(state)).nodes[onlyNode(state.selection) ?? ""];
  if (!rect) return;
  const along = flowAxis();
  const [size, step] =
    along === "x" ? (["width", SHAPES.step.width] as const) : (["height", SHAPES.step.minHeight] as const);
  makeSpace({ along, from: rect[along] + rect[size], by: sign * (step + GAP) });
}
