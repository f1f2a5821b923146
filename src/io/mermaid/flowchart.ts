import { flowLabel } from "../../model/flow-label.ts";
import type { NodeKind, Process, ProcessNode } from "../../model/process.ts";
import { titleOf } from "../../model/words.ts";
import { departmentColour, mix } from "../svg/look.ts";
import { mermaidText, mermaidTitle } from "./escape.ts";

/** What stands around the name of each kind of node. */
const SHAPES: Readonly<Record<NodeKind, readonly [open: string, close: string]>> = {
  start: ["([", "])"],
  step: ["[", "]"],
  decision: ["{", "}"],
  fork: ["{{", "}}"],
  join: ["{{", "}}"],
  wait: ["[/", "/]"],
  end: ["([", "])"],
};

/** The process as a Mermaid flowchart, with a subgraph for each department. */
export function flowchart(process: Process): string {
  // Our own short ids: people's may be words that Mermaid keeps for itself, such as “end”.
  const ids = new Map(process.nodes.map(({ id }, i) => [id, `n${i}`]));
  const line = (node: ProcessNode, indent: string) => {
    const [open, close] = SHAPES[node.kind];
    return `${indent}${ids.get(node.id)}${open}"${mermaidText(titleOf(node))}"${close}`;
  };
  const known = new Set(process.departments.map(({ id }) => id));
  const lanes = process.departments.flatMap(({ id, name }, i) => {
    const nodes = process.nodes.filter(({ department }) => department === id);
    if (nodes.length === 0) return [];
    return [`  subgraph d${i}["${mermaidText(name)}"]`, ...nodes.map((node) => line(node, "    ")), "  end"];
  });
  const free = process.nodes.filter(({ department }) => department === undefined || !known.has(department));
  const flows = process.flows.flatMap((flow) => {
    const [from, to] = [ids.get(flow.from), ids.get(flow.to)];
    if (from === undefined || to === undefined) return [];
    const label = flowLabel(flow, process);
    return [`  ${from} -->${label.trim() === "" ? "" : `|"${mermaidText(label)}"|`} ${to}`];
  });
  const colours = process.departments.flatMap(({ id, color }, i) => {
    if (!process.nodes.some(({ department }) => department === id)) return [];
    const colour = departmentColour(color, i);
    return [`  style d${i} fill:${mix(colour, "#ffffff", 0.1)},stroke:${colour}`];
  });
  const lines = ["flowchart LR", ...lanes, ...free.map((node) => line(node, "  ")), ...flows, ...colours];
  return `${mermaidTitle(process.name)}${lines.join("\n")}\n`;
}
