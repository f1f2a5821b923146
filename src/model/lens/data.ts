import { counted } from "../format.ts";
import { type Graph, graphOf, incoming, upstreamOf } from "../graph.ts";
import type { Process, Step } from "../process.ts";
import { nameOf } from "../words.ts";
import { type Association, type LegendEntry, type LensInput, type LensView, type NodeLook, PLAIN } from "./view.ts";

/** Which step makes which data, which needs it, and what comes from outside. */
export function dataView({ process }: LensInput): LensView {
  const associations = dataFlow(process);
  const outside = new Map<string, string[]>();
  for (const { node, about, outside: from } of associations)
    if (from) outside.set(node, [...(outside.get(node) ?? []), nameOf(process, about)]);
  const nodes = new Map<string, NodeLook>();
  for (const [node, names] of outside)
    nodes.set(node, { badge: names.length === 1 ? "From outside" : `${names.length} from outside` });
  return { ...PLAIN, nodes, associations, legend: legendOf(associations) };
}

function legendOf(associations: readonly Association[]): readonly LegendEntry[] {
  if (associations.length === 0) return [];
  const outside = new Set(associations.filter((each) => each.outside).map(({ about }) => about)).size;
  const legend: LegendEntry[] = [
    { swatch: { kind: "document" }, text: counted(new Set(associations.map(({ about }) => about)).size, "data item") },
    { swatch: { kind: "dashed" }, text: "From who makes it to who needs it" },
  ];
  if (outside > 0) legend.push({ swatch: { kind: "stands" }, text: `${outside} from outside: nobody before makes it` });
  return legend;
}

/**
 * Who makes and who needs what data. What a step needs comes from outside if no step before it, along flows, makes it;
 * in a loop, a step may lie before itself.
 */
export function dataFlow(process: Process): readonly Association[] {
  const graph = graphOf(process);
  const known = new Set(process.data.map(({ id }) => id));
  const steps = process.nodes.filter((node): node is Step => node.kind === "step");
  const makers = new Map<string, Set<string>>();
  for (const { id, outputs = [] } of steps)
    for (const about of outputs) makers.set(about, (makers.get(about) ?? new Set()).add(id));
  return steps.flatMap((step) => {
    const inputs = (step.inputs ?? []).filter((about) => known.has(about));
    const before = inputs.some((about) => makers.has(about)) ? allBefore(graph, step.id) : new Set<string>();
    const needed = inputs.map((about): Association => {
      const made = [...(makers.get(about) ?? [])].some((maker) => before.has(maker));
      return { about, node: step.id, role: "needs", ...(made ? {} : { outside: true }) };
    });
    const made = (step.outputs ?? []).filter((about) => known.has(about));
    return [...needed, ...made.map((about): Association => ({ about, node: step.id, role: "makes" }))];
  });
}

function allBefore(graph: Graph, node: string): ReadonlySet<string> {
  return upstreamOf(
    graph,
    incoming(graph, node).map(({ from }) => from.id),
  );
}
