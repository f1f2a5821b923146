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

/** Below this part of the largest figure a step is left uncoloured: it would only draw the eye. */
const NEXT_TO_NONE = 0.008;

/** From this many records waiting on average on, a step shows its queue. */
const A_QUEUE = 0.3;

/** How many bottlenecks are numbered on the drawing. */
const RANKS = 3;

/** The largest figure that one step has: the upper end of the legend. */
export function mostHeat({ steps }: Results, measure: HeatMeasure): number {
  return Math.max(0, ...Object.values(steps).map((step) => HEAT_MEASURES[measure].of(step)));
}

/** By step id: what the results say of it. Colours are relative to the step with the largest figure. */
export function marksOf(process: Process, results: Results, measure: HeatMeasure = "delay"): ReadonlyMap<string, Mark> {
  const { of, text } = HEAT_MEASURES[measure];
  const most = mostHeat(results, measure);
  const ranks = new Map<string, number>();
  for (const { rank, steps } of results.bottlenecks.slice(0, RANKS)) {
    const [worst] = steps;
    if (worst !== undefined && !ranks.has(worst)) ranks.set(worst, rank);
  }
  const marks = new Map<string, Mark>();
  for (const { id, kind } of process.nodes) {
    if (kind !== "step") continue;
    const step = results.steps[id];
    if (!step) {
      marks.set(id, { kind: "not-simulated" });
      continue;
    }
    const figure = of(step);
    const level = most === 0 || figure / most < NEXT_TO_NONE ? undefined : figure / most;
    const colours = level === undefined ? undefined : heatColours(level);
    marks.set(id, {
      kind: "simulated",
      band: level === undefined ? undefined : Math.min(HEAT.length - 1, Math.floor(level * HEAT.length)),
      fill: colours?.fill,
      ink: colours?.ink,
      text: text(figure, process.currency),
      queue: step.queueLength.mean >= A_QUEUE ? step.queueLength.mean.toFixed(1) : undefined,
      rank: ranks.get(id),
    });
  }
  return marks;
}
