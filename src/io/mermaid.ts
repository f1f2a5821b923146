import { machineOf } from "../compile/machine.ts";
import { reachablePart } from "../model/graph.ts";
import type { Codec } from "./codec.ts";
import { flowchart } from "./mermaid/flowchart.ts";
import { stateDiagram } from "./mermaid/states.ts";
import { errorsOf } from "./obstacles.ts";

/** The process as wikis and code hosts draw it from text. */
export const mermaid = {
  id: "mermaid",
  name: "Mermaid flowchart",
  extension: ".mmd",
  mime: "text/vnd.mermaid",
  write: flowchart,
  losses: () => [
    "A Mermaid flowchart holds names, departments and flows, and nothing of what a run needs. It cannot be opened again.",
  ],
} as const satisfies Codec;

/** The machine of a record's life, drawn from text. */
export const mermaidStates = {
  id: "mermaid-states",
  name: "Mermaid state diagram",
  extension: ".states.mmd",
  mime: "text/vnd.mermaid",
  write: (process) => {
    const part = reachablePart(process);
    return stateDiagram(part, machineOf(part));
  },
  obstacles: errorsOf,
  losses: () => [
    "A state diagram shows the life of one record: no departments, teams or times. It cannot be opened again.",
  ],
} as const satisfies Codec;
