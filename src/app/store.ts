import { create } from "zustand";
import type { Results } from "../analyse/results.ts";
import type { Problem } from "../model/problem.ts";
import { emptyProcess, type Process } from "../model/process.ts";
import { begin, type History } from "./history.ts";

/** What is selected: ids of nodes and of flows. */
export interface Selection {
  readonly nodes: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
}

/** The state of the last run, if there was one. */
export type Run =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly done: number; readonly cancel: () => void }
  | { readonly kind: "finished"; readonly results: Results; readonly of: Process; readonly milliseconds: number }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };

/** Everything the interface shows. Actions live beside this file, one topic each. */
export interface AppState {
  readonly document: History<Process>;
  readonly selection: Selection;
  readonly run: Run;
}

export const NOTHING: Selection = { nodes: new Set(), flows: new Set() };

/** The app's only store. */
export const useApp = create<AppState>(() => ({
  document: begin(emptyProcess),
  selection: NOTHING,
  run: { kind: "none" },
}));
