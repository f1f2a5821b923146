import { patch } from "../edit.ts";
import type { Process } from "../process.ts";

/** How a step can have something attached: data that it takes in or gives out, or a system that it uses. */
export type Attachment = "inputs" | "outputs" | "systems";

/**
 * Attaches a data item or a system to a step.
 *
 * @param of - The id of the data item or the system.
 * @returns The same process if there is no such step, or it has that already.
 */
export function attached(process: Process, step: string, as: Attachment, of: string): Process {
  const node = process.nodes.find(({ id }) => id === step);
  if (node?.kind !== "step" || node[as]?.includes(of)) return process;
  return patch(process, "nodes", step, { [as]: [...(node[as] ?? []), of] });
}
