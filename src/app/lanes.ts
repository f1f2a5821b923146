import { settle } from "../layout/layout.ts";
import { moveNodes, placed } from "../model/edit/nodes.ts";
import { moveTo, remove } from "../model/edit.ts";
import { NO_DEPARTMENT, type Point } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { edit } from "./document.ts";
import { drawingOf } from "./drawing.ts";
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

/** Takes the selected lane away; what was in it belongs to no department then. */
export function removeLane(): void {
  const { lane } = useApp.getState().selection;
  if (lane === undefined) return;
  edit((process) => settle(remove(placed(process, drawingOf(process)), "departments", [lane])));
  useApp.setState({ selection: NOTHING });
}
