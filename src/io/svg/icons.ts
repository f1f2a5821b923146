import type { Outcome, ProcessNode } from "../../model/process.ts";
import { element } from "./element.ts";
import type { Palette } from "./look.ts";

const STROKE = { fill: "none", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" };

const OUTCOMES: Readonly<
  Record<Outcome, { readonly d: string; readonly colour: keyof Palette & ("good" | "bad" | "muted") }>
> = {
  success: { d: "M-4.5 0.5 L-1.5 3.5 L4.5 -3.5", colour: "good" },
  failure: { d: "M-3.5 -3.5 L3.5 3.5 M3.5 -3.5 L-3.5 3.5", colour: "bad" },
  neutral: { d: "M-4 0 L4 0", colour: "muted" },
};

/** The colour of a pill: its border and its icon. */
export function pillColour(node: ProcessNode, palette: Palette): string {
  if (node.kind === "start") return palette.accent;
  if (node.kind === "end") return palette[OUTCOMES[node.outcome ?? "neutral"].colour];
  return palette.muted;
}

/** The icon at the left of a pill: a play sign, a clock, or how things ended. */
export function pillIcon(node: ProcessNode, x: number, y: number, palette: Palette): string {
  const stroke = pillColour(node, palette);
  const ring = element("circle", { r: 9, fill: "none", stroke, "stroke-width": 1.6 });
  const sign: Partial<Record<ProcessNode["kind"], string>> = {
    start: element("path", { d: "M-2.8 -4.4 L4.6 0 L-2.8 4.4 Z", fill: stroke }),
    wait: element("path", { ...STROKE, d: "M0 -5 L0 0 L3.5 2.5", stroke, "stroke-width": 1.6 }),
  };
  const outcome = node.kind === "end" ? node.outcome : undefined;
  const drawn = sign[node.kind] ?? element("path", { ...STROKE, d: OUTCOMES[outcome ?? "neutral"].d, stroke });
  return element("g", { transform: `translate(${x} ${y})` }, ring, drawn);
}
