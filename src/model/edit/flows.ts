import { add, patch, remove } from "../edit.ts";
import type { Exit, Flow, Process } from "../process.ts";
import { freshId } from "./ids.ts";

/**
 * Connects two nodes. Out of a decision by shares the new flow takes an equal part and the others keep their
 * proportions; out of one by rules it becomes the otherwise, if there is none yet.
 *
 * @param on - Which exit of a step it leaves by.
 * @returns The same process if they are connected already by that exit, or if one of them does not exist.
 */
export function connect(process: Process, from: string, to: string, on: Exit = "done"): Process {
  const source = process.nodes.find((node) => node.id === from);
  if (!source || !process.nodes.some((node) => node.id === to)) return process;
  const others = process.flows.filter((flow) => flow.from === from);
  if (others.some((flow) => flow.to === to && (flow.on ?? "done") === on)) return process;
  const flow: Flow = { id: freshId(process, `${from}-${to}`), from, to };
  if (source.kind !== "decision") return add(process, "flows", on === "done" ? flow : { ...flow, on });
  if (others.some((each) => each.when !== undefined || each.otherwise)) {
    return add(process, "flows", others.some((each) => each.otherwise) ? flow : { ...flow, otherwise: true });
  }
  const part = round(1 / (others.length + 1));
  return rescaled(add(allShared(process, others), "flows", { ...flow, share: part }), from, 1 - part, flow.id);
}

/** A way that was the only one out of a decision may have no share yet: it takes all there is. */
function allShared(process: Process, flows: readonly Flow[]): Process {
  if (flows.some(({ share }) => share !== undefined)) return process;
  return flows.reduce((before, { id }) => patch(before, "flows", id, { share: round(1 / flows.length) }), process);
}

/** Takes flows away; where a decision by shares keeps some, their shares are scaled up to 1. */
export function disconnect(process: Process, ids: Iterable<string>): Process {
  const gone = new Set(ids);
  const concerned = new Set(process.flows.filter((flow) => gone.has(flow.id)).map((flow) => flow.from));
  const left = remove(process, "flows", gone);
  return [...concerned].reduce((before, from) => rescaled(before, from, 1), left);
}

/** Takes nodes and flows off the drawing, with the flows of those nodes; the shares of what is left are scaled up to 1. */
export function erase(
  process: Process,
  what: { readonly nodes?: Iterable<string>; readonly flows?: Iterable<string> },
): Process {
  const nodes = new Set(what.nodes);
  const hanging = process.flows.filter(({ from, to }) => nodes.has(from) || nodes.has(to)).map((flow) => flow.id);
  return remove(disconnect(process, [...hanging, ...(what.flows ?? [])]), "nodes", nodes);
}

/**
 * Sets the share of one flow out of a decision and scales its sisters so that together they stay 1. Where the
 * sisters have nothing to scale, they take equal parts of what is left.
 *
 * @param share - From 0 to 1; what is outside is brought to the nearer bound.
 */
export function setShare(process: Process, id: string, share: number): Process {
  const flow = process.flows.find((each) => each.id === id);
  if (!flow || Number.isNaN(share)) return process;
  const kept = Math.min(1, Math.max(0, share));
  return rescaled(patch(process, "flows", id, { share: kept }), flow.from, 1 - kept, id);
}

/** Scales the shares of the flows out of a node, but for one of them, so that they add up to `total`. */
function rescaled(process: Process, from: string, total: number, but?: string): Process {
  const flows = process.flows.filter((flow) => flow.from === from && flow.id !== but && flow.share !== undefined);
  const sum = flows.reduce((before, flow) => before + flow.share!, 0);
  if (flows.length === 0 || Math.abs(sum - total) < 1e-9) return process;
  const shares = flows.map((flow) => (sum > 0 ? (flow.share! / sum) * total : total / flows.length));
  // Shares that people read have four digits; the last one takes up what rounding leaves, so that the sum is right.
  const rounded = shares.slice(0, -1).map(round);
  const last = Number((total - rounded.reduce((before, share) => before + share, 0)).toFixed(12));
  return [...rounded, last].reduce(
    (before, value, i) => patch(before, "flows", flows[i]!.id, { share: value }),
    process,
  );
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
