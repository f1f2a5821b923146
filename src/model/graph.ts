import { type Block, type Blocks, findBlocks, type Inside } from "./blocks.ts";
import type { Link, Links } from "./links.ts";
import type { Process, ProcessNode } from "./process.ts";

/** The nodes and flows of a process as a graph. Flows with an end that does not exist are left out. */
export interface Graph extends Links {
  readonly process: Process;
  /** In the order of the file. */
  readonly links: readonly Link[];
}

const known = new WeakMap<Process, Graph>();

/** The graph of a process; asked again for the same process, the same graph. */
export function graphOf(process: Process): Graph {
  const made = known.get(process) ?? build(process);
  known.set(process, made);
  return made;
}

function build(process: Process): Graph {
  const nodes = new Map<string, ProcessNode>();
  for (const node of process.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
  const outgoing = new Map<string, Link[]>([...nodes.keys()].map((id) => [id, []]));
  const incoming = new Map<string, Link[]>([...nodes.keys()].map((id) => [id, []]));
  const links: Link[] = [];
  for (const [index, flow] of process.flows.entries()) {
    const from = nodes.get(flow.from);
    const to = nodes.get(flow.to);
    if (!from || !to) continue;
    const link = { flow, index, from, to };
    links.push(link);
    outgoing.get(from.id)?.push(link);
    incoming.get(to.id)?.push(link);
  }
  return { process, nodes, links, outgoing, incoming };
}

/** What leads out of a node, in the order of the file; nothing if there is no such node. */
export function outgoing(graph: Links, id: string): readonly Link[] {
  return graph.outgoing.get(id) ?? [];
}

/** What leads into a node, in the order of the file; nothing if there is no such node. */
export function incoming(graph: Links, id: string): readonly Link[] {
  return graph.incoming.get(id) ?? [];
}

/**
 * Every node that can be reached from some nodes by going along flows, those nodes included.
 *
 * @param along - Which flows may be gone along; all if left out.
 */
export function reachableFrom(
  graph: Links,
  ids: Iterable<string>,
  along?: (link: Link) => boolean,
): ReadonlySet<string> {
  return spread(
    graph,
    ids,
    (id) => outgoing(graph, id),
    (link) => link.to.id,
    along,
  );
}

/** Every node from which some nodes can be reached by going along flows, those nodes included. */
export function upstreamOf(graph: Links, ids: Iterable<string>, along?: (link: Link) => boolean): ReadonlySet<string> {
  return spread(
    graph,
    ids,
    (id) => incoming(graph, id),
    (link) => link.from.id,
    along,
  );
}

function spread(
  graph: Links,
  ids: Iterable<string>,
  links: (id: string) => readonly Link[],
  next: (link: Link) => string,
  along: (link: Link) => boolean = () => true,
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: string[] = [];
  const meet = (id: string) => {
    if (found.has(id) || !graph.nodes.has(id)) return;
    found.add(id);
    waiting.push(id);
  };
  for (const id of ids) meet(id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const link of links(id)) if (along(link)) meet(next(link));
  }
  return found;
}

/** Every node that a record can come to: what can be reached from the starts. */
export function reachable(graph: Graph): ReadonlySet<string> {
  return reachableFrom(graph, idsOfKind(graph, "start"));
}

/** Every node from which a record can come to an end. */
export function canFinish(graph: Graph): ReadonlySet<string> {
  return upstreamOf(graph, idsOfKind(graph, "end"));
}

function idsOfKind(graph: Graph, kind: ProcessNode["kind"]): readonly string[] {
  return [...graph.nodes.values()].filter((node) => node.kind === kind).map((node) => node.id);
}

const reachableParts = new WeakMap<Process, Process>();

/**
 * A process without the nodes that no record can come to, and without the flows from and to them: what a run needs.
 *
 * @returns The process itself where everything can be reached.
 */
export function reachablePart(process: Process): Process {
  const before = reachableParts.get(process);
  if (before) return before;
  const graph = graphOf(process);
  const live = reachable(graph);
  const all = live.size === process.nodes.length && graph.links.length === process.flows.length;
  const part = all
    ? process
    : {
        ...process,
        nodes: [...graph.nodes.values()].filter((node) => live.has(node.id)),
        flows: graph.links.filter((link) => live.has(link.from.id)).map((link) => link.flow),
      };
  reachableParts.set(process, part);
  return part;
}

const knownBlocks = new WeakMap<Graph, Blocks>();

/** Which forks and joins belong together, what lies between them, and what is wrong where they do not. */
export function blocksOf(graph: Graph): Blocks {
  const found = knownBlocks.get(graph) ?? findBlocks(graph);
  knownBlocks.set(graph, found);
  return found;
}

/** The block that a fork opens; none if it has no join of its own. */
export function blockOf(graph: Graph, fork: string): Block | undefined {
  return blocksOf(graph).byFork.get(fork);
}

/**
 * The innermost block that a node lies in, and the branch; `undefined` outside of all blocks. A fork and its join lie
 * in the block around theirs, not in their own.
 */
export function enclosing(graph: Graph, id: string): Inside | undefined {
  return blocksOf(graph).inside.get(id);
}
