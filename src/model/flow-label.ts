import { percent } from "./format.ts";
import type { Exit, Flow, Process } from "./process.ts";
import { textWidth, wrap } from "./text.ts";
import { ruleWords } from "./words.ts";

/** How the labels of flows are set: size and leading in pixels, and how wide a line gets before it wraps. */
export const LABEL_FONT = { size: 11, leading: 14, room: 120 } as const;

const EXIT_WORDS: Readonly<Record<Exit, string>> = { done: "", "gives-up": "gives up", full: "queue full" };

/**
 * What is written beside a flow: its label and its share, or else what decides that records take it.
 *
 * @returns `""` for a flow with nothing to say.
 *
 * @example
 * flowLabel({ id: "f", from: "a", to: "b", label: "Won", share: 0.7 }, process); // "Won · 70 %"
 */
export function flowLabel(flow: Flow, process: Process): string {
  const label = flow.label?.trim() ?? "";
  const share = flow.share === undefined ? "" : percent(flow.share).replace(" ", "\u00a0");
  if (label !== "" || share !== "") return [label, share].filter(Boolean).join(" · ");
  if (flow.when !== undefined) return ruleWords(flow.when, process);
  if (flow.otherwise) return "otherwise";
  return EXIT_WORDS[flow.on ?? "done"];
}

/** The lines that a flow's label breaks into, as drawn. */
export function labelLines(label: string): readonly string[] {
  return wrap(label, LABEL_FONT.room, LABEL_FONT.size);
}

/** The room that a flow's label takes up, a little ground around it included, in pixels. */
export function labelSize(label: string): { readonly width: number; readonly height: number } {
  const lines = labelLines(label);
  const width = lines.reduce((most, line) => Math.max(most, textWidth(line, LABEL_FONT.size)), 0);
  return { width: Math.ceil(width) + 10, height: lines.length * LABEL_FONT.leading + 4 };
}
