import { queueText, readingsOf } from "../../analyse/heat.ts";
import { HEAT_MEASURES, type HeatMeasure } from "../../analyse/heat-measures.ts";
import type { Results } from "../../analyse/results.ts";
import { HEAT, heatColours } from "../../io/svg/look.ts";
import type { Process } from "../../model/process.ts";

/** What the last run says of one step, as drawn on it. */
export type Mark =
  | { readonly kind: "not-simulated" }
  | {
      readonly kind: "simulated";
      /** From 0 (no delay) to 4 (the most delay of all steps); undefined where there is next to none. */
      readonly band: number | undefined;
      readonly fill: string | undefined;
      readonly ink: string | undefined;
      /** The step's figure, as in “61 %”. */
      readonly text: string;
      /** The mean queue, as in “4.2”; undefined where hardly anybody ever waits. */
      readonly queue: string | undefined;
      /** The rank of the bottleneck whose longest waits are here. */
      readonly rank: number | undefined;
    };

/** By step id: what the results say of it. Colours are relative to the step with the largest figure. */
export function marksOf(process: Process, results: Results, measure: HeatMeasure = "delay"): ReadonlyMap<string, Mark> {
  const { text } = HEAT_MEASURES[measure];
  const readings = readingsOf(process, results, measure);
  const marks = new Map<string, Mark>();
  for (const { id, kind } of process.nodes) {
    if (kind !== "step") continue;
    const reading = readings.get(id);
    if (!reading) {
      marks.set(id, { kind: "not-simulated" });
      continue;
    }
    const { figure, level, queue, rank } = reading;
    const colours = level === undefined ? undefined : heatColours(level);
    marks.set(id, {
      kind: "simulated",
      band: level === undefined ? undefined : Math.min(HEAT.length - 1, Math.floor(level * HEAT.length)),
      fill: colours?.fill,
      ink: colours?.ink,
      text: text(figure, process.currency),
      queue: queue === undefined ? undefined : queueText(queue),
      rank,
    });
  }
  return marks;
}
