import { counted } from "../format.ts";
import { type Graph, graphOf, incoming, upstreamOf } from "../graph.ts";
import type { Process, Step } from "../process.ts";
import { type LegendEntry, type LensInput, type LensView, PLAIN } from "./view.ts";

/** A step that makes or needs a data item. */
export interface DataUse {
  /** The data item's id. */
  readonly about: string;
  /** The step's id. */
  readonly node: string;
  readonly role: "makes" | "needs";
  /** Whether the step needs what none before it makes. */
  readonly outside?: boolean;
}

/** Which step makes which data, which needs it, and what comes from outside. */
export function dataView({ process, part = false }: LensInput): LensView {
  const uses = dataFlow(process);
  return { ...PLAIN, things: { data: true }, legend: legendOf(uses, part) };
}

function legendOf(uses: readonly DataUse[], part: boolean): readonly LegendEntry[] {
  if (uses.length === 0) return [];
  const outside = new Set(uses.filter((each) => each.outside).map(({ about }) => about)).size;
  const legend: LegendEntry[] = [
    { swatch: { kind: "document" }, text: counted(new Set(uses.map(({ about }) => about)).size, "data item") },
    { swatch: { kind: "dashed" }, text: "From who makes it to who needs it" },
  ];
  // Of a part nobody can say that it comes from outside of the process.
  const where = part
    ? "from outside of this part: no step here makes it before"
    : "from outside: nobody before makes it";
  if (outside > 0) legend.push({ swatch: { kind: "outside" }, text: `${outside} ${where}` });
  return legend;
}

/**
 * Who makes and who needs what data. What a step needs comes from outside if no step before it, along flows, makes it;
 * in a loop, a step may lie before itself.
 */
export function dataFlow(process: Process): readonly DataUse[] {
  const graph = graphOf(process);
  const known = new Set(process.data.map(({ id }) => id));
  const steps = process.nodes.filter((node): node is Step => node.kind === "step");
  const makers = new Map<string, Set<string>>();
  for (const { id, outputs = [] } of steps)
    for (const about of outputs) makers.set(about, (makers.get(about) ?? new Set()).add(id));
  return steps.flatMap((step) => {
    const inputs = (step.inputs ?? []).filter((about) => known.has(about));
    const before = inputs.some((about) => makers.has(about)) ? allBefore(graph, step.id) : new Set<string>();
    const needed = inputs.map((about): DataUse => {
      const made = [...(makers.get(about) ?? [])].some((maker) => before.has(maker));
      return { about, node: step.id, role: "needs", ...(made ? {} : { outside: true }) };
    });
    const made = (step.outputs ?? []).filter((about) => known.has(about));
    return [...needed, ...made.map((about): DataUse => ({ about, node: step.id, role: "makes" }))];
  });
}

function allBefore(graph: Graph, node: string): ReadonlySet<string> {
  return upstreamOf(
    graph,
    incoming(graph, node).map(({ from }) => from.id),
  );
}
