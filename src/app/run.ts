import type { Results } from "../analyse/results.ts";
import type { LensId } from "../model/lens/view.ts";
import type { Process } from "../model/process.ts";
import { say } from "./notice.ts";
import { type Run, useApp } from "./store.ts";

/** Brings the simulator, which the first picture does not wait for. */
export const loadSimulator = () => import("../workers/run-simulation.ts");

/**
 * Runs the process on screen in a worker; editing may go on meanwhile. A run under way is replaced. Results are shown as
 * soon as they are there, and once more when their bottlenecks are proven.
 */
export async function startRun(): Promise<void> {
  cancelRun();
  const process = useApp.getState().document.present;
  const end = new AbortController();
  const mine: { run: Run } = { run: { kind: "running", done: 0, cancel: () => end.abort() } };
  const show = (run: Run) => {
    mine.run = run;
    useApp.setState({ run });
  };
  show(mine.run);
  const onProgress = (done: number) => {
    if (useApp.getState().run === mine.run) show({ kind: "running", done, cancel: () => end.abort() });
  };
  const from = performance.now();
  const finish = (results: Results, proving: boolean) => {
    const first = mine.run.kind === "running";
    const milliseconds = mine.run.kind === "finished" ? mine.run.milliseconds : performance.now() - from;
    show({
      kind: "finished",
      results,
      of: process,
      milliseconds,
      ...(proving ? { stopProving: () => end.abort() } : {}),
    });
    if (first) useApp.setState({ resultsOpen: true, lens: "bottlenecks" });
  };
  const onFound = (results: Results) => {
    if (useApp.getState().run === mine.run) finish(results, true);
    else end.abort();
  };
  try {
    const { runSimulation } = await loadSimulator();
    const result = await runSimulation(process, { prove: true }, onProgress, end.signal, onFound);
    // Another document may have been opened, or another run started, in the meantime.
    if (useApp.getState().run !== mine.run) return;
    if (result.ok) finish(result.value, false);
    else {
      show({ kind: "failed", problems: result.problems });
      useApp.setState({ side: "problems" });
    }
  } catch (error) {
    if (end.signal.aborted) return;
    if (mine.run.kind === "running") useApp.setState({ run: { kind: "none" } });
    say({ tone: "bad", title: "The run broke off", text: error instanceof Error ? error.message : String(error) });
  }
}

/** Ends the run under way, if there is one; what it had found is dropped. Results that are there already stay. */
export function cancelRun(): void {
  const { run } = useApp.getState();
  if (run.kind === "finished") run.stopProving?.();
  if (run.kind !== "running") return;
  run.cancel();
  useApp.setState({ run: { kind: "none" } });
}

/**
 * Whether the results on screen are of another process than the one on screen. Moving nodes, into other lanes too, and writing
 * notes change no result, and taking an edit back makes the results right again.
 */
export function useStale(): boolean {
  return useApp(({ run, document }) => run.kind === "finished" && !meansTheSame(run.of, document.present));
}

/** Whether two processes have the same results, whatever they look like. */
export function meansTheSame(a: Process, b: Process): boolean {
  return a === b || meaning(a) === meaning(b);
}

const meanings = new WeakMap<Process, string>();

/** Everything that a run depends on, as one text. */
function meaning(process: Process): string {
  const known = meanings.get(process);
  if (known !== undefined) return known;
  const nodes = process.nodes.map(({ x: _x, y: _y, department: _, description: _d, link: _l, ...node }) => node);
  const text = JSON.stringify({ ...process, nodes, notes: [], departments: [] });
  meanings.set(process, text);
  return text;
}

/** Puts the results away: the drawing shows its own colours again. */
export function clearResults(): void {
  cancelRun();
  useApp.setState(({ lens }) => ({ run: { kind: "none" }, lens: ofRuns(lens) ? "process" : lens }));
}

/** Whether a lens shows what a run found. */
function ofRuns(lens: LensId): boolean {
  return lens === "bottlenecks" || lens === "improvements";
}
