import { type Graph, graphOf, outgoing } from "./graph.ts";
import type { Process, ProcessNode } from "./process.ts";

const known = new WeakMap<Graph, readonly string[]>();

/**
 * The ids of all nodes in the order in which a record meets them: each after what leads to it, ways back aside, and
 * what the first way out of a node leads to before the next. What no start leads to comes last.
 *
 * Depth-first in postorder, turned round, with a stack of its own instead of recursion.
 */
export function flowOrder(process: Process): readonly string[] {
  const graph = graphOf(process);
  const before = known.get(graph);
  if (before) return before;
  const met = new Set<string>();
  const nodes = [...graph.nodes.values()];
  const following = (roots: readonly ProcessNode[]) =>
    roots
      .toReversed()
      .flatMap(({ id }) => finished(graph, id, met))
      .toReversed();
  const order = [
    ...following(nodes.filter(({ kind }) => kind === "start")),
    ...following(nodes.filter(({ id }) => graph.incoming.get(id)?.length === 0)),
    // What is left goes in circles.
    ...nodes.flatMap((node) => following([node])),
  ];
  known.set(graph, order);
  return order;
}

/** What can be reached from a node and has not been met, each after all that follows it. */
function finished(graph: Graph, root: string, met: Set<string>): readonly string[] {
  if (met.has(root)) return [];
  const enter = (id: string) => {
    met.add(id);
    // The last way first: turned round, what the first leads to comes first.
    return { id, ways: outgoing(graph, id).toReversed(), next: 0 };
  };
  const done: string[] = [];
  const path = [enter(root)];
  for (let at = path.at(-1); at; at = path.at(-1)) {
    const to = at.ways[at.next++]?.to.id;
    if (to === undefined) done.push(path.pop()!.id);
    else if (!met.has(to)) path.push(enter(to));
  }
  return done;
}
