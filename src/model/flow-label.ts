import { percent } from "./format.ts";
import type { Exit, Flow, Process } from "./process.ts";
import { ruleWords } from "./words.ts";

const EXIT_WORDS: Readonly<Record<Exit, string>> = { done: "", "gives-up": "gives up", full: "queue full" };

/**
 * What is written beside a flow: its label with its share, or else what decides that records take it.
 *
 * @returns `""` for a flow with nothing to say.
 *
 * @example
 * flowLabel({ id: "f", from: "a", to: "b", share: 0.7 }, process); // "70 %"
 * flowLabel({ id: "f", from: "a", to: "b", share: 0.7, label: "Yes" }, process); // "Yes · 70 %"
 */
export function flowLabel(flow: Flow, process: Process): string {
  const share = flow.share === undefined ? "" : percent(flow.share);
  if (flow.label !== undefined && flow.label.trim() !== "")
    return [flow.label.trim(), share].filter(Boolean).join(" · ");
  if (share !== "") return share;
  if (flow.when !== undefined) return ruleWords(flow.when, process);
  if (flow.otherwise) return "otherwise";
  return EXIT_WORDS[flow.on ?? "done"];
}

/** How flow labels are set: size and leading in pixels, and the widest that a line may get before it wraps. */
export const LABEL_FONT = { size: 12, leading: 15, room: 140 } as const;
