import type { Process } from "../model/process.ts";
import { withScenarioEdited } from "../model/scenario.ts";
import { back, begin, forward, push, without } from "./history.ts";
import { randomId } from "./id.ts";
import { type AppState, NOTHING, type Place, presentProcess, type Selection, useApp } from "./store.ts";

/**
 * Applies one undoable change to the open process.
 *
 * @param change - A pure function from `src/model/edit`; returning its argument means "nothing to do".
 * @param gesture - Changes in a row with the same gesture become one undo step.
 */
export function edit(change: (process: Process) => Process, gesture?: string): void {
  useApp.setState((state) =>
    state.readOnly ? {} : withDocument(state, push(state.document, edited(state, change), gesture)),
  );
}

/** The process of the document after a change to what is on screen, which may be one of its scenarios. */
function edited(state: AppState, change: (process: Process) => Process): Process {
  const process = state.document.present;
  const shown = process.scenarios.find(({ id }) => id === state.scenario);
  if (!shown) return change(process);
  const view = presentProcess(state);
  const after = change(view);
  return after === view ? process : withScenarioEdited(process, shown.id, after);
}

/** Takes back the last change, if there is one. */
export function undo(): void {
  useApp.setState((state) => withReturned(state, back(state.document)));
}

/**
 * Gives a gesture up: its changes were never made, and there is nothing to undo.
 *
 * @returns Whether its changes were the last ones; if not, nothing is changed.
 */
export function giveUp(gesture: string): boolean {
  const before = useApp.getState().document;
  const after = without(before, gesture);
  if (after !== before) useApp.setState((state) => withDocument(state, after));
  return after !== before;
}

/** Makes the change again that was taken back last, if there is one. */
export function redo(): void {
  useApp.setState((state) => withReturned(state, forward(state.document)));
}

/**
 * Shows another process: a new history, nothing selected, no results. A run or a comparison under way is ended.
 *
 * @param readOnly - Whether it may only be looked at, until somebody makes a copy.
 */
export function open(process: Process, place: Place = { id: randomId() }, readOnly = false): void {
  const { run, comparing } = useApp.getState();
  if (comparing.kind === "running") comparing.stop();
  if (run.kind === "running") {
    run.cancel();
    run.cancel();
  }
  if (run.kind === "finished") run.more?.stop();
  useApp.setState({
    document: begin(process),
    place,
    selection: NOTHING,
    naming: undefined,
    dialog: undefined,
    run: { kind: "none" },
    scenario: undefined,
    comparing: { kind: "none" },
    view: { kind: "fit", atOnce: true },
    readOnly,
    lens: "process",
    folded: new Set(),
    things: { data: false, systems: false },
  });
}

/** Makes a document that may only be looked at one's own: a copy of it, which can be edited. */
export function makeCopy(): void {
  open(useApp.getState().document.present);
}

/** A new document state, with what no longer exists taken out of the selection. */
function withDocument({ selection, scenario }: AppState, document: AppState["document"]): Partial<AppState> {
  return { document, selection: existing(selection, presentProcess({ document, scenario })) };
}

/** As `withDocument`, with the nodes and notes selected that came back: who brings them back goes on with them. */
function withReturned(state: AppState, document: AppState["document"]): Partial<AppState> {
  const [before, after] = [presentProcess(state), presentProcess({ document, scenario: state.scenario })];
  const [nodes, notes] = (["nodes", "notes"] as const).map((list) => {
    const known = new Set(before[list].map(({ id }) => id));
    return new Set(after[list].flatMap(({ id }) => (known.has(id) ? [] : [id])));
  }) as [Set<string>, Set<string>];
  if (nodes.size + notes.size === 0) return withDocument(state, document);
  return { document, selection: { ...NOTHING, nodes, notes } };
}

function existing(selection: Selection, process: Process): Selection {
  const lists = ["nodes", "flows", "notes"] as const;
  const { lane } = selection;
  if (lane !== undefined) return process.departments.some(({ id }) => id === lane) ? selection : NOTHING;
  if (lists.every((list) => selection[list].size === 0)) return selection;
  const left = lists.map((list) => process[list].map(({ id }) => id).filter((id) => selection[list].has(id)));
  if (lists.every((list, i) => left[i]!.length === selection[list].size)) return selection;
  const [nodes, flows, notes] = left.map((ids) => new Set(ids)) as [Set<string>, Set<string>, Set<string>];
  return { nodes, flows, notes };
}
