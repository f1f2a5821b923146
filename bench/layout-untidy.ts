import type { Flow, NodeKind, Process, ProcessNode } from "../src/model/process.ts";
import { chance, generated } from "./layout-generated.ts";

const NAMES = [
  "",
  "A",
  "Receive",
  "Prüfung der eingegangenen Schadensmeldung",
  "Inform customer about the missing documents and wait",
  "Check whether the customer has already received an offer for this product group in the last twelve months",
];

/**
 * A generated process with what real diagrams have besides: names that are missing or very long, more starts, timers on
 * the side, second flows between the same nodes and from a node to itself, flows back to the first node, nodes that hang
 * together with nothing, decisions of many branches, nodes without a department, lanes without nodes.
 */
export function untidy(seed: number): Process {
  const next = chance(seed * 7919 + 13);
  const pick = (count: number) => Math.floor(next() * count);
  const size = 8 + Math.floor(next() ** 2.2 * 45);
  const lanes = 1 + Math.min(6, Math.floor(1 + next() * 3.6));
  const base = generated(size, lanes, seed + 5000, 0.15 + next() * 0.5);
  const nodes: ProcessNode[] = base.nodes.map((node) =>
    next() < 0.3 ? { ...node, name: NAMES[pick(NAMES.length)]! } : node,
  );
  const flows: Flow[] = [...base.flows];
  const link = (from: string, to: string, label = "") => {
    flows.push({ id: `f${flows.length}`, from, to, ...(label === "" ? {} : { label }) });
  };
  const add = (kind: NodeKind, name: string, department = next() < 0.95 ? `d${pick(lanes)}` : undefined): string => {
    const id = `n${nodes.length}`;
    nodes.push({ id, kind, name, ...(department === undefined ? {} : { department }) });
    return id;
  };
  const oneOf = (kinds: (kind: NodeKind) => boolean): ProcessNode => {
    const all = nodes.filter(({ kind }) => kinds(kind));
    return all[pick(all.length)]!;
  };
  const oddities: readonly ((from: ProcessNode, to: string, end: string) => void)[] = [
    (_, to) => link(add("start", "Second start"), to),
    (from, to, end) => {
      const timer = add("wait", "2 days", from.department);
      link(from.id, timer);
      link(timer, next() < 0.5 ? end : to);
    },
    (from, _, end) => link(from.id, end),
    (from) => link(from.id, nodes[1]!.id, "again"),
    () => {
      const { from, to } = flows[pick(flows.length)]!;
      link(from, to, "other");
    },
    (from) => link(from.id, from.id, "repeat"),
    () => add("step", "Alone"),
    (from, to) => {
      const which = add("decision", "Which one?");
      link(from.id, which);
      for (let i = 3 + pick(3); i > 0; i--) {
        const branch = add("step", `Branch ${i}`);
        link(which, branch, `case ${i}`);
        link(branch, to);
      }
    },
  ];
  for (let i = pick(4); i > 0; i--) {
    const from = oneOf((kind) => kind !== "end");
    oddities[pick(oddities.length)]!(from, oneOf((kind) => kind !== "start").id, oneOf((kind) => kind === "end").id);
  }
  return { ...base, name: `Untidy ${seed}`, nodes, flows };
}
