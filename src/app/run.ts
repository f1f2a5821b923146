import type { Recording } from "../analyse/recording.ts";
import type { Results } from "../analyse/results.ts";
import type { LensId } from "../model/lens/view.ts";
import type { Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import type { Experiments, RunSettings } from "../workers/protocol.ts";
import { headwayTeller } from "./headway.ts";
import { whenIdle } from "./idle.ts";
import { say } from "./notice.ts";
import { type AppState, type More, presentProcess, processToRun, type Run, useApp } from "./store.ts";

type Running = Extract<Run, { readonly kind: "running" }>;
type Finished = Extract<Run, { readonly kind: "finished" }>;

/** Brings the simulator, which the first picture does not wait for. */
export const loadSimulator = () => import("../workers/run-simulation.ts");

const PROOF: Experiments = { prove: true };

/**
 * Runs the process on screen in a worker; editing may go on meanwhile. A run under way is replaced. Results are shown as
 * soon as they are there, and once more when their bottlenecks are proven. Where it ends with nothing, what was found
 * before is shown again.
 */
export async function startRun(): Promise<void> {
  dropRun();
  const before = lastFinished(useApp.getState().run);
  const process = processToRun(useApp.getState());
  const { runSettings: settings, scenario } = useApp.getState();
  const of = { of: process, settings, ...(scenario === undefined ? {} : { scenario }) };
  const [end, enough] = [new AbortController(), new AbortController()];
  const from = performance.now();
  const passed = () => performance.now() - from;
  const cancel = () => {
    const some = mine.kind === "running" && useApp.getState().headway.progress.replication > 1;
    if (some && !enough.signal.aborted) {
      enough.abort();
      if (isMine()) show({ ...(mine as Running), ending: true });
    } else {
      if (isMine()) useApp.setState({ run: before });
      end.abort();
    }
  };
  let mine: Run = { kind: "running", cancel };
  const isMine = () => useApp.getState().run === mine;
  const show = (run: Run) => {
    mine = run;
    useApp.setState({ run });
  };
  const { recording, keep, lose, hurry } = awaited();
  const finish = (results: Results, more?: More) => {
    const milliseconds = mine.kind === "finished" ? mine.milliseconds : passed();
    const open = mine.kind !== "finished";
    show({ kind: "finished", results, ...of, milliseconds, recording, ...(more ? { more } : {}) });
    return open ? openResults() : undefined;
  };

  const tell = headwayTeller((headway) => useApp.setState({ headway }));
  show(mine);
  try {
    const { runSimulation } = await loadSimulator();
    const result = await runSimulation(
      process,
      { ...settings, ...PROOF },
      {
        signal: end.signal,
        enough: enough.signal,
        onProgress: (progress) => {
          if (isMine()) tell(progress);
        },
        hurry,
        onRecorded: keep,
        onLost: lose,
        onFound: (results) => {
          if (!isMine() || enough.signal.aborted) end.abort();
          if (!isMine()) return undefined;
          tell({ stage: "prove", done: 0, replication: 0, of: 0 });
          return finish(results, { asked: PROOF, stop: () => end.abort() });
        },
      },
    );
    // Another document may have been opened, or another run started, in the meantime.
    if (isMine()) conclude(process, result, finish, before);
  } catch (error) {
    if (isMine()) brokeOff(error, end.signal.aborted || enough.signal.aborted, before);
  }
}

/** A recording that is still to come. */
function awaited() {
  const wanted = new AbortController();
  let keep: (recording: Recording) => void = () => {};
  let lose: (reason: Error) => void = () => {};
  const there = new Promise<Recording>((resolve, reject) => {
    keep = resolve;
    lose = reject;
  });
  // That it is lost is told to who wants to play it back.
  there.catch(() => {});
  return { recording: { there, hurry: () => wanted.abort() }, keep, lose, hurry: wanted.signal };
}

/**
 * Shows what a run found, one thing after the other once the page is done with the last: all at once would hold it up.
 *
 * @returns When all of it is on screen.
 */
async function openResults(): Promise<void> {
  for (const shown of [{ lens: "bottlenecks" }, { resultsOpen: true }] as const) {
    await drawn();
    const { run, playback, walk } = useApp.getState();
    // Whoever was quick enough to look at something else is not led away from it.
    if (run.kind !== "finished" || playback || walk) return;
    useApp.setState(shown);
  }
  await drawn();
}

/** When the page has drawn what it was given, and has nothing else to do; at the latest after so many milliseconds. */
async function drawn(within = 150): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise<void>((done) => whenIdle(done, within));
}

/** What is shown again where a run ends with nothing: what was found before, if anything was. */
function lastFinished(run: Run): Run {
  return run.kind === "finished" ? without(run) : { kind: "none" };
}

function conclude(process: Process, result: Result<Results>, finish: (results: Results) => unknown, before: Run): void {
  if (result.ok) finish(result.value);
  else if (result.problems.some(({ code }) => code === "run-cancelled")) useApp.setState({ run: before });
  else useApp.setState({ run: { kind: "failed", problems: result.problems, of: process }, side: "problems" });
}

function brokeOff(error: unknown, onPurpose: boolean, before: Run): void {
  const { run } = useApp.getState();
  if (run.kind === "running") useApp.setState({ run: before });
  if (run.kind === "finished") useApp.setState({ run: without(run) });
  if (onPurpose) return;
  say({ tone: "bad", title: "The run broke off", text: error instanceof Error ? error.message : String(error) });
}

function without({ more: _, ...run }: Finished): Finished {
  return run;
}

/**
 * Finds out more about the process that was run last: splits its records by a field, or tries out what would help. It
 * is the same run again, on the same luck, so that what is there already stays as it is.
 */
export async function findOut(asked: Experiments): Promise<void> {
  const { run: before } = useApp.getState();
  if (before.kind !== "finished") return;
  before.more?.stop();
  const end = new AbortController();
  let mine: Finished = without(before);
  const show = (run: Finished) => {
    mine = run;
    useApp.setState({ run });
  };
  const isMine = () => useApp.getState().run === mine;

  const tell = headwayTeller((headway) => useApp.setState({ headway }));
  show({ ...mine, more: { asked, stop: () => end.abort() } });
  try {
    const { runSimulation } = await loadSimulator();
    const prove = before.more !== undefined;
    const result = await runSimulation(
      before.of,
      { ...before.settings, ...asked, prove },
      {
        signal: end.signal,
        onProgress: (progress) => {
          if (isMine()) tell(progress);
        },
      },
    );
    if (!isMine()) return;
    const { results } = mine;
    const proven = prove ? {} : { bottlenecks: results.bottlenecks };
    if (result.ok) show({ ...without(mine), results: { ...results, ...result.value, ...proven } });
    else useApp.setState({ run: without(mine), side: "problems" });
  } catch (error) {
    if (isMine()) brokeOff(error, end.signal.aborted, lastFinished(mine));
  }
}

/** Ends the run under way, if there is one, with the replications that are finished; asked again, with nothing. */
export function cancelRun(): void {
  const { run } = useApp.getState();
  if (run.kind === "finished") run.more?.stop();
  if (run.kind === "running") run.cancel();
}

/** Ends the run under way with nothing. Results that are there already stay. */
function dropRun(): void {
  cancelRun();
  cancelRun();
}

/** Why results are not of what is on screen: it was edited, or one of the two is a scenario that the other is not. */
export type Stale = "edited" | "not-of-scenario" | "of-scenario";

/**
 * Why the results on screen are of another process than the one on screen, if they are. Moving nodes, into other lanes too,
 * and writing notes change no result, and taking an edit back makes the results right again.
 */
export function stale(state: AppState): Stale | undefined {
  const { run, scenario } = state;
  if (run.kind !== "finished" || meansTheSame(run.of, presentProcess(state))) return undefined;
  const { scenarios } = state.document.present;
  // One that is gone was taken over by the process, or is of no interest any more.
  const ran = scenarios.find(({ id }) => id === run.scenario)?.id;
  if (ran === scenario) return "edited";
  return scenario === undefined ? "of-scenario" : "not-of-scenario";
}

/** Why the results on screen are of another process than the one on screen, if they are. */
export function useStale(): Stale | undefined {
  return useApp(stale);
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
  const text = JSON.stringify({ ...process, nodes, notes: [], departments: [], scenarios: [] });
  meanings.set(process, text);
  return text;
}

/** Puts the results away: the drawing shows its own colours again. */
export function clearResults(): void {
  dropRun();
  useApp.setState(({ lens }) => ({ run: { kind: "none" }, lens: ofRuns(lens) ? "process" : lens }));
}

/** Whether a lens shows what a run found. */
function ofRuns(lens: LensId): boolean {
  return lens === "bottlenecks" || lens === "improvements";
}

/** Chooses what the next runs are run with instead of what the process says. */
export function chooseRunSettings(settings: RunSettings): void {
  useApp.setState({ runSettings: settings });
}

/** Tries out what would help, and shows it in the results. */
export function tryImprovements(): void {
  useApp.setState({ resultsOpen: true, resultsTab: "improvements" });
  void findOut({ improve: true });
}
