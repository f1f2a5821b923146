import type { Change } from "../model/change.ts";
import { changesBetween } from "../model/changes-between.ts";
import { freshId, freshName } from "../model/edit/ids.ts";
import { add, patch, remove } from "../model/edit.ts";
import { hasErrors } from "../model/problem.ts";
import type { Process, Scenario } from "../model/process.ts";
import { drawnAs } from "../model/scenario.ts";
import { edit } from "./document.ts";
import { headwayTeller } from "./headway.ts";
import { say } from "./notice.ts";
import { loadSimulator, meansTheSame } from "./run.ts";
import { type AppState, presentProcess, useApp } from "./store.ts";

const base = () => useApp.getState().document.present;

/** The scenario that is worked on, if one is. */
export function useScenario(): Scenario | undefined {
  return useApp(({ document, scenario }) => document.present.scenarios.find(({ id }) => id === scenario));
}

/** Adds a scenario to the process and begins to work on it. */
export function addScenario(title: string, changes: readonly Change[] = []): void {
  leaveScenario();
  const process = base();
  const name = process.scenarios.some((each) => each.name === title) ? freshName(process, "scenarios", title) : title;
  const id = freshId(process, name);
  edit((now) => add(now, "scenarios", { id, name, changes: [...changes] }));
  useApp.setState({ scenario: id });
}

/** A new scenario with nothing changed yet: what is edited from now on goes into it. */
export function newScenario(): void {
  addScenario("Scenario");
}

/** Whether the process itself was run last, and edited since. */
export function editedSinceRun({ run, document }: AppState): boolean {
  return run.kind === "finished" && run.scenario === undefined && !meansTheSame(run.of, document.present);
}

/**
 * Makes a scenario of what was edited since the process was run last, and takes those edits back in the process itself,
 * so that both can be compared.
 */
export function scenarioFromEdits(): void {
  const { run } = useApp.getState();
  if (run.kind !== "finished" || run.scenario !== undefined) return;
  leaveScenario();
  const changes = changesBetween(run.of, base());
  if (changes.length === 0) {
    say({
      tone: "plain",
      title: "Nothing was changed since the run",
      text: "Edit the process first, or begin an empty scenario.",
    });
    return;
  }
  edit((now) => ({ ...drawnAs(run.of, now), scenarios: now.scenarios }));
  addScenario("With my changes", changes);
}

/** Works on a scenario: the canvas shows the process as the scenario has it, and edits go into it. */
export function workOn(id: string): void {
  useApp.setState({ scenario: id });
}

/** Goes back to the process itself. */
export function leaveScenario(): void {
  useApp.setState({ scenario: undefined });
}

/** Gives a scenario another name; an empty one changes nothing. */
export function renameScenario(id: string, name: string): void {
  if (name.trim() !== "") inProcess((now) => patch(now, "scenarios", id, { name: name.trim() }));
}

/** Takes one change out of a scenario. */
export function dropChange(id: string, index: number): void {
  inProcess((now) => {
    const scenario = now.scenarios.find((each) => each.id === id);
    return scenario ? patch(now, "scenarios", id, { changes: scenario.changes.toSpliced(index, 1) }) : now;
  });
}

/** Takes a scenario out of the process. */
export function removeScenario(id: string): void {
  if (useApp.getState().scenario === id) leaveScenario();
  inProcess((now) => remove(now, "scenarios", [id]));
}

/** Makes the process what a scenario has it be; the scenario goes, as there is nothing left of it. */
export function adoptScenario(id: string): void {
  workOn(id);
  const adopted = presentProcess(useApp.getState());
  leaveScenario();
  edit(() => remove(adopted, "scenarios", [id]));
  say({ tone: "good", title: "The process is now as the scenario had it", text: "Undo takes it back." });
}

/** An edit of the process itself, whatever is worked on. */
function inProcess(change: (process: Process) => Process): void {
  const { scenario } = useApp.getState();
  useApp.setState({ scenario: undefined });
  edit(change);
  useApp.setState({ scenario: base().scenarios.some(({ id }) => id === scenario) ? scenario : undefined });
}

/** Compares all scenarios with the process itself, in a worker. */
export async function compareScenarios(): Promise<void> {
  const { comparing: before, runSettings } = useApp.getState();
  if (before.kind === "running") before.stop();
  const process = base();
  const end = new AbortController();
  const stop = () => {
    end.abort();
    useApp.setState({ comparing: { kind: "none" } });
  };
  const tell = headwayTeller((headway) => useApp.setState({ comparing: { kind: "running", ...headway, stop } }));
  try {
    const { runComparison } = await loadSimulator();
    const result = await runComparison(process, runSettings, {
      signal: end.signal,
      onProgress: (progress) => {
        if (!end.signal.aborted) tell(progress);
      },
    });
    if (end.signal.aborted) return;
    useApp.setState({
      comparing: result.ok
        ? { kind: "finished", comparison: result.value, of: process }
        : { kind: "failed", problems: result.problems.filter((problem) => hasErrors([problem])) },
    });
  } catch (error) {
    if (end.signal.aborted) return;
    useApp.setState({ comparing: { kind: "none" } });
    say({
      tone: "bad",
      title: "The comparison broke off",
      text: error instanceof Error ? error.message : String(error),
    });
  }
}

/** Compares the scenarios, and shows that in the results. */
export function showComparison(): void {
  useApp.setState({ resultsOpen: true, resultsTab: "scenarios" });
  void compareScenarios();
}
