import { time } from "../../model/format.ts";
import type { Process, ProcessNode } from "../../model/process.ts";
import { quantile } from "../../model/quantile.ts";
import { nameOf } from "../../model/words.ts";

/** The row below a step's name: who does it, and how long it mostly takes (the median). */
export interface Foot {
  readonly left: string;
  readonly right: string;
}

/** What stands below the name of a node; nothing but for steps. */
export function footOf(node: ProcessNode, process: Process): Foot {
  if (node.kind !== "step") return { left: "", right: "" };
  const half = node.work === undefined || "by" in node.work ? undefined : quantile(node.work, 0.5);
  const right = half === undefined ? "" : `≈ ${time(half)}`;
  if (node.team !== undefined) return { left: nameOf(process, node.team), right };
  return { left: node.automation === "automated" ? "Automated" : "", right };
}
