import dagre from "@dagrejs/dagre";
import { type Drawing, NO_DRAWING, type Point, type Rect } from "../src/model/geometry.ts";
import type { Process } from "../src/model/process.ts";
import { nodeSize } from "../src/model/shape.ts";

/** How dagre draws a process by itself: in layers, without lanes, with lines that slant. */
export function drawnByDagre(process: Process): Drawing {
  const known = new Set(process.nodes.map(({ id }) => id));
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: 36, ranksep: 56 });
  for (const node of process.nodes) graph.setNode(node.id, { ...nodeSize(node) });
  const flows = process.flows.filter(({ from, to }) => known.has(from) && known.has(to));
  for (const { id, from, to } of flows) graph.setEdge(from, to, {}, id);
  dagre.layout(graph);
  const nodes = process.nodes.map(({ id }): [string, Rect] => {
    const { x, y, width, height } = graph.node(id);
    // dagre says where the middle is.
    return [id, { x: x - width / 2, y: y - height / 2, width, height }];
  });
  const routes = flows.map(({ id, from, to }): [string, Point[]] => {
    const { points } = graph.edge(from, to, id) as { points: readonly { x: number; y: number }[] };
    return [id, points.map(({ x, y }): Point => [x, y])];
  });
  return { ...NO_DRAWING, nodes: Object.fromEntries(nodes), routes: Object.fromEntries(routes) };
}
