import { counted } from "../format.ts";
import { type LensInput, type LensView, PLAIN } from "./view.ts";

/** The flow itself, with stages as bands. */
export function processView({ process }: LensInput): LensView {
  const used = new Set(process.nodes.map(({ stage }) => stage));
  const stages = process.stages.filter(({ id }) => used.has(id));
  if (stages.length === 0) return PLAIN;
  return { ...PLAIN, bands: true, legend: [{ swatch: { kind: "band" }, text: counted(stages.length, "stage") }] };
}
