import { applyScenario } from "../model/scenario.ts";
import { edit } from "./document.ts";
import { openExample } from "./examples.ts";
import { say } from "./notice.ts";
import { startRun } from "./run.ts";
import { type AppState, presentProcess, TOUR_STOPS, useApp } from "./store.ts";

/** The example that the tour leads through. */
const TOUR_EXAMPLE = "lead-flow";

/** Set once the tour was begun or turned down: it does not come back by itself. */
const SEEN = "throughline-tour";

/** Offers the tour, unless it was offered in this browser before. */
export function offerTour(): void {
  if (!isSeen()) useApp.setState({ tour: { stop: "offer" } });
}

/** Opens the example and begins; what was open stays among the recent documents. */
export async function startTour(): Promise<void> {
  rememberTour();
  await openExample(TOUR_EXAMPLE);
  useApp.setState({ tour: { stop: "flow" }, panes: "canvas" });
}

/** Ends the tour, or turns it down. What is on screen stays. */
export function leaveTour(): void {
  rememberTour();
  useApp.setState({ tour: undefined });
}

/** Goes on to the next stop, after the last out of the tour. */
export function goOn(): void {
  const { tour } = useApp.getState();
  if (tour === undefined || tour.stop === "offer") return;
  const next = TOUR_STOPS[TOUR_STOPS.indexOf(tour.stop) + 1];
  if (next === undefined) leaveTour();
  else useApp.setState({ tour: { ...tour, stop: next } });
}

/**
 * Goes on by itself where what a stop asks for was done: a run that was finished. Whoever runs something of their own
 * accord is no longer offered anything, until the next visit. To be called once.
 */
export function watchTour(): void {
  useApp.subscribe((state, before) => {
    if (state.tour?.stop === "offer" && state.run.kind === "running") useApp.setState({ tour: undefined });
    if (state.tour?.stop === "run" && state.run.kind === "finished" && before.run.kind === "running") goOn();
  });
}

/** The first scenario of the process on screen, as something to try; undefined where there is none. */
export function improvementOf(state: AppState): { readonly name: string; readonly description: string } | undefined {
  const [first] = presentProcess(state).scenarios;
  return first && { name: first.name, description: first.description ?? "" };
}

/** Changes the process as its first scenario says, which can be undone, and runs it again. */
export async function tryImprovement(): Promise<void> {
  const { tour, run } = useApp.getState();
  const process = presentProcess(useApp.getState());
  const [scenario] = process.scenarios;
  if (!tour || !scenario) return;
  const changed = applyScenario(process, scenario);
  if (!changed.ok) {
    say({ tone: "bad", title: "The scenario cannot be tried", text: changed.problems[0]?.message ?? "" });
    return;
  }
  edit(() => changed.value);
  const before = run.kind === "finished" ? run.results.cycleTime.mean : undefined;
  useApp.setState({ tour: { ...tour, ...(before === undefined ? {} : { before }) } });
  await startRun();
}

function isSeen(): boolean {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    // Where nothing can be remembered, it would come back every time.
    return true;
  }
}

function rememberTour(): void {
  try {
    localStorage.setItem(SEEN, "seen");
  } catch {
    // Storage is switched off; then it is not offered at all.
  }
}
