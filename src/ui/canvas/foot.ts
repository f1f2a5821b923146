import { time } from "../../model/format.ts";
import type { Process, ProcessNode, Step } from "../../model/process.ts";
import { quantile } from "../../model/quantile.ts";
import { nameOf } from "../../model/words.ts";

/** The row below a step's name: who does it, and how long it mostly takes. */
export interface Foot {
  readonly left: string;
  readonly right: string;
}

const NOTHING: Foot = { left: "", right: "" };

const known = new WeakMap<Process["teams"], WeakMap<ProcessNode, Foot>>();

/** What stands below the name of a node; nothing but for steps. Worked out once for a node and the teams there are. */
export function footOf(node: ProcessNode, process: Process): Foot {
  if (node.kind !== "step") return NOTHING;
  const feet = known.get(process.teams) ?? new WeakMap<ProcessNode, Foot>();
  known.set(process.teams, feet);
  const foot = feet.get(node) ?? made(node, process);
  feet.set(node, foot);
  return foot;
}

function made(node: Step, process: Process): Foot {
  const half = node.work === undefined || "by" in node.work ? undefined : quantile(node.work, 0.5);
  const left =
    node.team !== undefined ? nameOf(process, node.team) : node.automation === "automated" ? "Automated" : "";
  return { left, right: half === undefined ? "" : `≈ ${time(half)}` };
}
