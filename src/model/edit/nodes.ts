import { add, patch } from "../edit.ts";
import type { Drawing, Point } from "../geometry.ts";
import type { NodeKind, Process, ProcessNode } from "../process.ts";
import { KIND_WORDS } from "../words.ts";
import { freshId, freshName } from "./ids.ts";

type Own<K extends NodeKind> = Omit<Extract<ProcessNode, { readonly kind: K }>, "id" | "name">;

/** What a new node of each kind has besides its id and name: as little as it needs to run. */
const DEFAULTS: Readonly<{ [K in NodeKind]: Own<K> }> = {
  start: { kind: "start", arrivals: { every: { dist: "exponential", mean: 10, unit: "min" } } },
  step: { kind: "step", work: { dist: "triangular", min: 5, mode: 10, max: 20, unit: "min" } },
  decision: { kind: "decision" },
  fork: { kind: "fork" },
  join: { kind: "join" },
  wait: { kind: "wait", for: { dist: "constant", value: 1, unit: "h" } },
  end: { kind: "end", outcome: "success" },
};

/**
 * A node that the process does not have yet, with a name and an id of its own. Pass it to `add`.
 *
 * @param more - Its place, department or anything else that is known already.
 */
export function newNode<K extends NodeKind>(
  process: Process,
  kind: K,
  more: Partial<Omit<Extract<ProcessNode, { readonly kind: K }>, "id" | "kind">> = {},
): Extract<ProcessNode, { readonly kind: K }> {
  const name = more.name ?? freshName(process, "nodes", KIND_WORDS[kind]);
  const node = { ...DEFAULTS[kind], ...more, id: freshId(process, name), name };
  return node as unknown as Extract<ProcessNode, { readonly kind: K }>;
}

/** Moves nodes to new places: their top left corners, by node id. Ids that the process does not have are passed over. */
export function moveNodes(process: Process, places: ReadonlyMap<string, Point>): Process {
  let moved = false;
  const nodes = process.nodes.map((node) => {
    const place = places.get(node.id);
    if (!place || (place[0] === node.x && place[1] === node.y)) return node;
    moved = true;
    return { ...node, x: place[0], y: place[1] };
  });
  return moved ? { ...process, nodes } : process;
}

/** Writes the places of a drawing into the nodes, so that the file keeps them. */
export function placed(process: Process, drawing: Drawing): Process {
  return moveNodes(process, new Map(Object.entries(drawing.nodes).map(([id, { x, y }]) => [id, [x, y]])));
}

/** Takes the places out of all nodes, so that the whole process is laid out anew. */
export function unplaced(process: Process): Process {
  if (!process.nodes.some((node) => node.x !== undefined || node.y !== undefined)) return process;
  return { ...process, nodes: process.nodes.map(({ x: _, y: __, ...node }) => node as ProcessNode) };
}

/** Moves nodes into a department's lane; `undefined` takes them out of all departments. */
export function setDepartment(process: Process, ids: Iterable<string>, department: string | undefined): Process {
  return [...ids].reduce((before, id) => patch(before, "nodes", id, { department }), process);
}

/**
 * Puts a node in the middle of a flow: what came along the flow comes to the node first, and goes on from there.
 * The flow keeps its condition and its delay.
 *
 * @param node - A new node, or one that the process has already.
 * @returns The same process if there is no such flow.
 */
export function insertOnFlow(process: Process, flow: string, node: ProcessNode): Process {
  const split = process.flows.find((each) => each.id === flow);
  if (!split || split.from === node.id || split.to === node.id) return process;
  const exists = process.nodes.some((each) => each.id === node.id);
  const grown = exists ? process : add(process, "nodes", node);
  const onwards = { id: freshId(grown, `${node.id}-${split.to}`), from: node.id, to: split.to };
  const index = grown.flows.findIndex((each) => each.id === flow) + 1;
  return add(patch(grown, "flows", flow, { to: node.id }), "flows", onwards, index);
}
