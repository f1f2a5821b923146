import ElkConstructor, { type ElkExtendedEdge } from "elkjs";
import { type Drawing, NO_DRAWING, type Point } from "../src/model/geometry.ts";
import type { Process } from "../src/model/process.ts";
import { nodeSize } from "../src/model/shape.ts";

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.spacing.nodeNodeBetweenLayers": "56",
  "elk.spacing.nodeNode": "36",
};

// elkjs is CommonJS with a default export of its own: what is imported depends on the loader.
const Elk = ("default" in ElkConstructor ? ElkConstructor.default : ElkConstructor) as typeof import("elkjs").default;
const elk = new Elk();

/** How elkjs draws a process by itself: in layers, without lanes. */
export async function drawnByElk(process: Process): Promise<Drawing> {
  const known = new Set(process.nodes.map(({ id }) => id));
  const graph = await elk.layout({
    id: "process",
    layoutOptions: OPTIONS,
    children: process.nodes.map((node) => ({ id: node.id, ...nodeSize(node) })),
    edges: process.flows
      .filter(({ from, to }) => known.has(from) && known.has(to))
      .map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  const nodes = (graph.children ?? []).map(
    ({ id, x = 0, y = 0, width = 0, height = 0 }) => [id, { x, y, width, height }] as const,
  );
  const routes = ((graph.edges ?? []) as ElkExtendedEdge[]).map(({ id, sections }): [string, Point[]] => {
    const { startPoint, bendPoints = [], endPoint } = sections![0]!;
    return [id, [startPoint, ...bendPoints, endPoint].map(({ x, y }): Point => [x, y])];
  });
  return { ...NO_DRAWING, nodes: Object.fromEntries(nodes), routes: Object.fromEntries(routes) };
}
