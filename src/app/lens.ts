import { improvementsView } from "../analyse/improvements-view.ts";
import type { Results } from "../analyse/results.ts";
import { LENSES, lensOf } from "../model/lens/lenses.ts";
import type { LensId, LensView } from "../model/lens/view.ts";
import type { Process } from "../model/process.ts";
import type { Command } from "./command.ts";
import { meansTheSame } from "./run.ts";
import { type AppState, presentProcess, useApp } from "./store.ts";

/** Looks at the process through another lens. */
export function look(lens: LensId): void {
  useApp.setState({ lens });
}

/** Takes up the next lens in the list, or the one before, round and round. */
export function turnLens(by: 1 | -1): void {
  const at = LENSES.findIndex(({ id }) => id === useApp.getState().lens);
  look(LENSES[(at + by + LENSES.length) % LENSES.length]!.id);
}

let last: {
  readonly lens: LensId;
  readonly process: Process;
  readonly results: Results | undefined;
  readonly view: LensView;
};

/** What the lens in use shows of the process on screen; the same object until something changes. */
export function lensView(state: AppState): LensView {
  const { lens, run } = state;
  const process = presentProcess(state);
  const results = run.kind === "finished" ? run.results : undefined;
  if (last && last.lens === lens && last.process === process && last.results === results) return last.view;
  const view = viewOf(lens, process, run);
  last = { lens, process, results, view };
  return view;
}

function viewOf(lens: LensId, process: Process, run: AppState["run"]): LensView {
  if (run.kind !== "finished") return lensOf(lens).view({ process });
  // What would help stays to be seen while people edit, as what holds up does; the legend says that they did.
  if (lens === "improvements") return improvementsView(process, run.results);
  return lensOf(lens).view(meansTheSame(run.of, process) ? { process, figures: run.results } : { process });
}

/** One command for each lens, and two to go through them. */
export const LENS_COMMANDS: readonly (Command & { readonly id: `lens-${LensId}` })[] = LENSES.map(({ id, name }) => ({
  id: `lens-${id}`,
  name: `Look at ${name.toLowerCase()}`,
  group: "View",
  when: (state) => state.lens !== id,
  do: () => look(id),
}));
