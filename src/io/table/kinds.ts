import type { NodeKind } from "../../model/process.ts";
import { KIND_WORDS } from "../../model/words.ts";

/** The shapes that Visio's Data Visualizer draws for our kinds; for three of them it has none but its own “custom” ones. */
export const VISIO_SHAPES: Readonly<Record<NodeKind, string>> = {
  start: "Start",
  step: "Process",
  decision: "Decision",
  fork: "Custom 1",
  join: "Custom 2",
  wait: "Custom 3",
  end: "End",
};

const ALSO: Readonly<Record<NodeKind, readonly string[]>> = {
  start: ["begin", "start event"],
  step: ["task", "activity", "process step", "subprocess", "document", "data", "external reference", "custom 4"],
  decision: ["gateway", "exclusive gateway", "choice", "branch"],
  fork: ["fork", "parallel split", "split", "parallel gateway"],
  join: ["parallel join", "merge"],
  wait: ["timer", "delay", "timer event"],
  end: ["stop", "finish", "end event"],
};

const byWords = new Map(
  (Object.keys(KIND_WORDS) as NodeKind[]).flatMap((kind) =>
    [KIND_WORDS[kind], VISIO_SHAPES[kind], ...ALSO[kind]].map((words) => [words.toLowerCase(), kind] as const),
  ),
);

/** The kind that a cell names; undefined if it names none. */
export function kindOf(words: string): NodeKind | undefined {
  return byWords.get(words.toLowerCase());
}

/** Every word that a cell of the column Kind should hold. */
export const KINDS_TO_CHOOSE: readonly string[] = Object.values(KIND_WORDS);
