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

let last: { readonly lens: LensId; readonly process: Process; readonly run: AppState["run"]; readonly view: LensView };

/** What the lens in use shows of the process on screen; the same object until something changes. */
export function lensView(state: AppState): LensView {
  const { lens, run } = state;
  const process = presentProcess(state);
  if (last && last.lens === lens && last.process === process && last.run === run) return last.view;
  const holds = run.kind === "finished" && meansTheSame(run.of, process);
  const view = lensOf(lens).view(holds ? { process, figures: run.results } : { process });
  last = { lens, process, run, view };
  return view;
}

/** One command for each lens, and two to go through them. */
export const LENS_COMMANDS: readonly (Command & { readonly id: `lens-${LensId}` })[] = LENSES.map(({ id, name }) => ({
  id: `lens-${id}`,
  name: `Look at ${name.toLowerCase()}`,
  group: "View",
  when: (state) => state.lens !== id,
  do: () => look(id),
}));
