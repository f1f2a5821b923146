import { add } from "../edit.ts";
import type { NodeOf, Process } from "../process.ts";
import { titleOf } from "../words.ts";
import { connect, erase } from "./flows.ts";
import { newNode } from "./nodes.ts";
import { makeAddUp, waysOut } from "./ways.ts";

/** Takes a node away. Where a single way led out of it, what came to it goes on along that way. */
export function bypassed(process: Process, id: string): Process {
  const after = waysOut(process, id);
  const [next] = after;
  const leads = next !== undefined && after.length === 1 && next.to !== id;
  const spanned = leads
    ? {
        ...process,
        flows: process.flows.map((flow) => (flow.to === id && flow.from !== id ? { ...flow, to: next.to } : flow)),
      }
    : process;
  return erase(spanned, { nodes: [id] });
}

/** A decision that the process does not have yet, for the ways on from a node. */
function decisionAfter(process: Process, id: string): NodeOf<"decision"> {
  const node = process.nodes.find((each) => each.id === id);
  const department = node?.department === undefined ? {} : { department: node.department };
  return newNode(process, "decision", { name: node ? `After ${titleOf(node)}` : "Decision", ...department });
}

/** Puts a decision after a node that several flows leave when its work is done: they lead out of the decision then, with equal shares. */
export function decided(process: Process, id: string): Process {
  const decision = decisionAfter(process, id);
  const grown = add(process, "nodes", decision, process.nodes.findIndex((each) => each.id === id) + 1);
  const flows = grown.flows.map((flow) => {
    if (flow.from !== id || (flow.on ?? "done") !== "done") return flow;
    const { on: _, ...rest } = flow;
    return { ...rest, from: decision.id };
  });
  return makeAddUp(connect({ ...grown, flows }, id, decision.id), decision.id);
}
