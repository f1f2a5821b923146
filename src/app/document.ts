import type { Process } from "../model/process.ts";
import { back, begin, forward, push } from "./history.ts";
import { NOTHING, useApp } from "./store.ts";

/**
 * Applies one undoable change to the open process.
 *
 * @param change - A pure function from `src/model/edit`; returning its argument means "nothing to do".
 * @param gesture - Changes in a row with the same gesture become one undo step.
 */
export function edit(change: (process: Process) => Process, gesture?: string): void {
  useApp.setState(({ document }) => ({ document: push(document, change(document.present), gesture) }));
}

/** Takes back the last change, if there is one. */
export function undo(): void {
  useApp.setState(({ document }) => ({ document: back(document) }));
}

/** Makes the change again that was taken back last, if there is one. */
export function redo(): void {
  useApp.setState(({ document }) => ({ document: forward(document) }));
}

/** Shows another process: a new history, nothing selected, no results. */
export function open(process: Process): void {
  useApp.setState({ document: begin(process), selection: NOTHING, run: { kind: "none" } });
}
