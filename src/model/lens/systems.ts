import type { Process, Step } from "../process.ts";
import { type LegendEntry, type LensInput, type LensView, type NodeLook, PLAIN } from "./view.ts";

/** Colours that people with any colour vision tell apart (after Okabe and Ito); they come round again after the last. */
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#7d5bbe", "#5f6b7c"] as const;

/** The colour that the systems lens gives a system, by its place in the process. */
export function systemColour(process: Process, id: string): string {
  const at = process.systems.findIndex((system) => system.id === id);
  return COLOURS[Math.max(0, at) % COLOURS.length] ?? COLOURS[0];
}

/** Steps coloured by the systems they use; those that touch two or more, or none, stand out. */
export function systemsView({ process }: LensInput): LensView {
  if (process.systems.length === 0) return PLAIN;
  const known = new Set(process.systems.map(({ id }) => id));
  const steps = process.nodes.filter((node): node is Step => node.kind === "step");
  const used = steps.map((step) => ({ step, systems: (step.systems ?? []).filter((id) => known.has(id)) }));
  const nodes = new Map(used.map(({ step, systems }) => [step.id, lookOf(process, systems)]));
  const none = used.filter(({ systems }) => systems.length === 0).length;
  const several = used.filter(({ systems }) => systems.length > 1).length;
  const legend: LegendEntry[] = process.systems.map(({ id, name }) => ({
    swatch: { kind: "colour", colour: systemColour(process, id) },
    text: `${name} · ${used.filter(({ systems }) => systems.includes(id)).length}`,
  }));
  if (several > 0) legend.push({ swatch: { kind: "stands" }, text: `Two systems or more · ${several}` });
  if (none > 0) legend.push({ swatch: { kind: "hatched" }, text: `No system · ${none}` });
  return { ...PLAIN, nodes, things: { systems: true }, legend };
}

function lookOf(process: Process, systems: readonly string[]): NodeLook {
  if (systems.length === 0) return { bare: true, badge: "No system" };
  const colours = systems.map((id) => systemColour(process, id));
  return systems.length === 1 ? { colours } : { colours, stands: true, badge: `${systems.length} systems` };
}
