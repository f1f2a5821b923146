import { NO_DEPARTMENT } from "../model/geometry.ts";
import { NOTHING, presentProcess, type Selection, useApp } from "./store.ts";

/** Selects exactly these nodes, flows and notes. */
export function select(nodes: Iterable<string>, flows: Iterable<string> = [], notes: Iterable<string> = []): void {
  const next: Selection = { nodes: new Set(nodes), flows: new Set(flows), notes: new Set(notes) };
  useApp.setState(({ selection }) => (sameSelection(selection, next) ? {} : { selection: next }));
}

/** Selects every node, flow and note of the process, but for nodes in lanes that are folded. */
export function selectAll(): void {
  const state = useApp.getState();
  const { nodes, flows, notes } = presentProcess(state);
  const seen = nodes.filter(({ department = NO_DEPARTMENT }) => !state.folded.has(department));
  select(
    seen.map(({ id }) => id),
    flows.map(({ id }) => id),
    notes.map(({ id }) => id),
  );
}

/** Selects nothing: the inspector shows the process itself. */
export function selectNothing(): void {
  useApp.setState({ selection: NOTHING, naming: undefined });
}

/** Selects a node and brings it to the middle of the canvas. */
export function jumpTo(node: string): void {
  useApp.setState({ selection: { ...NOTHING, nodes: new Set([node]) }, view: { kind: "show", node } });
}

/** Selects a flow and brings the node it leaves to the middle of the canvas. */
export function jumpToFlow(flow: string): void {
  const found = presentProcess(useApp.getState()).flows.find(({ id }) => id === flow);
  if (!found) return;
  useApp.setState({
    selection: { ...NOTHING, flows: new Set([flow]) },
    view: { kind: "show", node: found.from },
  });
}

/** Selects a note and brings it in sight. */
export function jumpToNote(note: string): void {
  useApp.setState({ selection: { ...NOTHING, notes: new Set([note]) }, view: { kind: "show", node: note } });
}

/** The id of the one selected node; nothing if several or no nodes, or flows too, are selected. */
export function onlyNode({ nodes, flows, notes }: Selection): string | undefined {
  if (nodes.size !== 1 || flows.size > 0 || notes.size > 0) return undefined;
  const [id] = nodes;
  return id;
}

function sameSelection(a: Selection, b: Selection): boolean {
  return sameSet(a.nodes, b.nodes) && sameSet(a.flows, b.flows) && sameSet(a.notes, b.notes) && a.lane === b.lane;
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}

/**
 * Goes from the one selected node along a flow: to what follows it (1), or to what comes before it (-1). Pressed again
 * at a node with several ways, it goes on by the first.
 */
export function walk(by: 1 | -1): void {
  const { selection } = useApp.getState();
  const here = onlyNode(selection);
  const { flows } = presentProcess(useApp.getState());
  const next = by === 1 ? flows.find(({ from }) => from === here)?.to : flows.find(({ to }) => to === here)?.from;
  if (next !== undefined)
    useApp.setState({ selection: { ...NOTHING, nodes: new Set([next]) }, view: { kind: "reveal", node: next } });
}
