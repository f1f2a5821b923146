import type { ArrangeOptions } from "../layout/arrange.ts";
import { orderDepartments } from "../model/edit/departments.ts";
import { placed } from "../model/edit/nodes.ts";
import { patchProcess } from "../model/edit.ts";
import type { Direction } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { edit } from "./document.ts";
import { say } from "./notice.ts";
import { presentProcess, useApp } from "./store.ts";

/** Brings what lays processes out, which the first picture does not wait for. */
export const loadLayout = () => import("../workers/run-layout.ts");

/** What to do with the process on screen. */
export interface Arrange {
  /** Keeps the columns and rows that people chose, and only straightens and spaces them. */
  readonly tidy?: boolean;
  /** Moves the selected nodes only. */
  readonly selection?: boolean;
  /** Finds the order of departments with the fewest crossings first. */
  readonly orderDepartments?: boolean;
  /** Has the process flow that way from now on. */
  readonly direction?: Direction;
  /** The gesture of the edit that it completes: both are one undo step. */
  readonly gesture?: string;
}

/**
 * Lays the process out, in a worker, as one undo step. An edit made meanwhile wins: then nothing moves, and neither does
 * it once somebody has cancelled.
 */
export async function arrange({ selection = false, direction, gesture, ...how }: Arrange = {}): Promise<void> {
  const { arranging, selection: selected } = useApp.getState();
  const process = presentProcess(useApp.getState());
  if (arranging || process.nodes.length === 0) return;
  const begun = direction === undefined ? process : turnedTo(process, direction);
  const options: ArrangeOptions = selection ? { ...how, only: selected.nodes } : how;
  const stop = new AbortController();
  const cancel = () => stop.abort(CANCELLED);
  useApp.setState({ arranging: { done: 0, cancel } });
  try {
    const onProgress = (done: number) => useApp.setState({ arranging: { done, cancel } });
    const { drawing, departments } = await (await loadLayout()).runLayout(begun, options, onProgress, stop.signal);
    if (presentProcess(useApp.getState()) !== process) return;
    useApp.setState(({ arranged }) => ({ arranged: arranged + 1 }));
    edit(() => placed(orderDepartments(begun, departments), drawing), gesture);
    if (!selection) useApp.setState({ view: { kind: "fit" } });
  } catch (error) {
    if (error !== CANCELLED) say({ tone: "bad", title: "The process could not be laid out", text: String(error) });
  } finally {
    useApp.setState({ arranging: undefined });
  }
}

/** The process with another direction; right is what it is anyway. */
const turnedTo = (process: Process, direction: Direction) =>
  patchProcess(process, { direction: direction === "down" ? direction : undefined });

/** Why a layout ended that somebody cancelled. */
const CANCELLED = new Error("cancelled");

/** Ends the layout under way, if there is one: nothing moves. */
export function cancelArranging(): void {
  useApp.getState().arranging?.cancel();
}

/** The process, laid out first if any of its nodes has no place yet. */
export async function withPlaces(process: Process): Promise<Process> {
  if (process.nodes.every(({ x, y }) => x !== undefined && y !== undefined)) return process;
  const { runLayout } = await loadLayout();
  const { drawing } = await runLayout(process, {}, () => {}, new AbortController().signal);
  return placed(process, drawing);
}
