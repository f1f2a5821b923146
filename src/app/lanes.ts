import { moveNodes, placed } from "../model/edit/nodes.ts";
import { moveTo, patch, remove } from "../model/edit.ts";
import { type Drawing, LANE, NO_DEPARTMENT, type Point } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { edit } from "./document.ts";
import { drawingOf } from "./drawing.ts";
import { settle } from "./placing.ts";
import { type AppState, NOTHING, presentProcess, useApp } from "./store.ts";

/** Selects a lane: commands about lanes are about this one. */
export function selectLane(lane: string): void {
  useApp.setState({ selection: { ...NOTHING, lane } });
}

/** The place among the lanes of the one that commands are about: the selected one, or that of all selected nodes. */
export function laneInHand(state: AppState): number {
  const { selection } = state;
  const { departments, nodes } = presentProcess(state);
  const chosen = new Set(nodes.filter(({ id }) => selection.nodes.has(id)).map(({ department }) => department));
  const [only] = chosen;
  const lane = selection.lane ?? (chosen.size === 1 ? only : undefined);
  return departments.findIndex(({ id }) => id === lane);
}

/** Whether the lane that commands are about can go up (-1) or down (1). */
export function laneCanGo(by: -1 | 1): (state: AppState) => boolean {
  return (state) => {
    const at = laneInHand(state);
    return at >= 0 && presentProcess(state).departments[at + by] !== undefined;
  };
}

/** Moves the lane that commands are about up (-1) or down (1) by one. */
export function shiftLane(by: -1 | 1): void {
  const state = useApp.getState();
  const at = laneInHand(state);
  const lane = presentProcess(state).departments[at];
  if (lane) putLane(lane.id, at + by);
}

/** Moves a lane to another place among the lanes, with all that is in it. */
export function putLane(id: string, index: number): void {
  edit((process) => laneMoved(process, id, index));
}

/** A process with its lanes in another order: each lane keeps its height, and its nodes their places in it. */
export function laneMoved(process: Process, id: string, index: number): Process {
  const moved = moveTo(process, "departments", id, index);
  if (moved === process) return process;
  const drawing = drawingOf(process);
  const [along, thickness] = drawing.direction === "right" ? (["y", "height"] as const) : (["x", "width"] as const);
  const before = Object.entries(drawing.lanes).sort(([, a], [, b]) => a[along] - b[along]);
  const known = moved.departments.map((department) => department.id);
  // Nodes without a department stay behind all lanes.
  const order = [...known, ...before.map(([lane]) => lane).filter((lane) => !known.includes(lane))];
  const shifts = new Map<string, number>();
  let at = before[0]?.[1][along] ?? 0;
  for (const lane of order) {
    const box = drawing.lanes[lane];
    shifts.set(lane, box ? at - box[along] : 0);
    at += box?.[thickness] ?? 0;
  }
  const fixed = placed(moved, drawing);
  const places = fixed.nodes.map(({ id: node, x = 0, y = 0, department = NO_DEPARTMENT }): [string, Point] => {
    const shift = shifts.get(department) ?? 0;
    return [node, along === "y" ? [x, y + shift] : [x + shift, y]];
  });
  return settle(moveNodes(fixed, new Map(places)));
}

/**
 * Makes a lane thicker or thinner at its far edge: all lanes beyond move on or back. The room between two lanes belongs
 * to both in equal parts, so the next one gains or loses as much. A lane without nodes, or without any beyond it, keeps
 * its thickness with its department.
 *
 * @param by - How far the edge goes, in pixels; back only as far as nodes leave room.
 * @returns The same process if nothing can move.
 */
export function laneResized(process: Process, id: string, by: number): Process {
  const drawing = drawingOf(process);
  const box = drawing.lanes[id];
  if (!box) return process;
  const [along, thickness] = drawing.direction === "down" ? (["x", "width"] as const) : (["y", "height"] as const);
  const edge = box[along] + box[thickness];
  const lanes = new Set(Object.keys(drawing.lanes).filter((lane) => drawing.lanes[lane]![along] > box[along]));
  const end = process.nodes.reduce((most, node) => {
    const rect = drawing.nodes[node.id];
    return rect && (node.department ?? NO_DEPARTMENT) === id ? Math.max(most, rect[along] + rect[thickness]) : most;
  }, Number.NEGATIVE_INFINITY);
  const last = !process.nodes.some(({ department = NO_DEPARTMENT }) => lanes.has(department));
  if (last || end === Number.NEGATIVE_INFINITY) {
    const thicker = withThickness(process, id, Math.round(box[thickness] + by));
    const gained = (drawingOf(thicker).lanes[id]?.[thickness] ?? 0) - box[thickness];
    return gained === 0 ? process : movedBeyond(thicker, drawing, lanes, edge, gained);
  }
  return movedBeyond(
    process,
    drawing,
    lanes,
    edge,
    2 * Math.round(Math.max(by, Math.min(0, end + LANE.padding - edge))),
  );
}

/** The process with a lane of a thickness of its own, or none where its nodes or its name need as much. */
function withThickness(process: Process, id: string, thickness: number): Process {
  const across = drawingOf(process).direction === "down" ? "width" : "height";
  const without = patch(process, "departments", id, { thickness: undefined });
  const needed = drawingOf(without).lanes[id]?.[across] ?? 0;
  return thickness <= needed ? without : patch(process, "departments", id, { thickness });
}

/** The process with all nodes of some lanes, and the notes beyond an edge, moved on or back across the lanes. */
function movedBeyond(
  process: Process,
  drawing: Drawing,
  lanes: ReadonlySet<string>,
  edge: number,
  shift: number,
): Process {
  if (shift === 0) return process;
  const down = drawing.direction === "down";
  const along = down ? "x" : "y";
  const fixed = placed(process, drawing);
  const places = fixed.nodes
    .filter(({ department = NO_DEPARTMENT }) => lanes.has(department))
    .map(({ id, x = 0, y = 0 }): [string, Point] => [id, down ? [x + shift, y] : [x, y + shift]]);
  const notes = fixed.notes.map((note) => {
    const at = note[along];
    return at === undefined || at < edge ? note : { ...note, [along]: at + shift };
  });
  return settle(moveNodes({ ...fixed, notes }, new Map(places)));
}

/** Makes a lane thicker or thinner; several times in a row are one undo step if `gesture` says that they belong together. */
export function resizeLane(id: string, by: number, gesture?: string): void {
  edit((process) => laneResized(process, id, by), gesture);
}

/** Makes the lane that commands are about thicker (1) or thinner (-1) by two steps of the grid. */
export function growLane(sign: 1 | -1): void {
  const state = useApp.getState();
  const lane = presentProcess(state).departments[laneInHand(state)];
  if (lane) resizeLane(lane.id, sign * 16, `resize ${lane.id}`);
}

/** Takes the selected lane away; what was in it belongs to no department then. */
export function removeLane(): void {
  const { lane } = useApp.getState().selection;
  if (lane === undefined) return;
  edit((process) => settle(remove(placed(process, drawingOf(process)), "departments", [lane])));
  useApp.setState({ selection: NOTHING });
}
