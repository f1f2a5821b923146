import { NOTHING, type Selection, useApp } from "./store.ts";

/** Selects exactly these nodes and flows. */
export function select(nodes: Iterable<string>, flows: Iterable<string> = []): void {
  const next: Selection = { nodes: new Set(nodes), flows: new Set(flows) };
  useApp.setState(({ selection }) => (sameSelection(selection, next) ? {} : { selection: next }));
}

/** Selects every node and flow of the process. */
export function selectAll(): void {
  const { nodes, flows } = useApp.getState().document.present;
  select(
    nodes.map(({ id }) => id),
    flows.map(({ id }) => id),
  );
}

/** Selects nothing: the inspector shows the process itself. */
export function selectNothing(): void {
  useApp.setState({ selection: NOTHING, naming: undefined });
}

/** Selects a node and brings it to the middle of the canvas. */
export function jumpTo(node: string): void {
  useApp.setState({ selection: { nodes: new Set([node]), flows: new Set() }, view: { kind: "show", node } });
}

/** Selects a flow and brings the node it leaves to the middle of the canvas. */
export function jumpToFlow(flow: string): void {
  const found = useApp.getState().document.present.flows.find(({ id }) => id === flow);
  if (!found) return;
  useApp.setState({
    selection: { nodes: new Set(), flows: new Set([flow]) },
    view: { kind: "show", node: found.from },
  });
}

/** The id of the one selected node; nothing if several or no nodes, or flows too, are selected. */
export function onlyNode({ nodes, flows }: Selection): string | undefined {
  if (nodes.size !== 1 || flows.size > 0) return undefined;
  const [id] = nodes;
  return id;
}

function sameSelection(a: Selection, b: Selection): boolean {
  return sameSet(a.nodes, b.nodes) && sameSet(a.flows, b.flows);
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
