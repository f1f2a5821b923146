import type { Process } from "../model/process.ts";
import { HEAT_MEASURES, type HeatMeasure } from "./heat-measures.ts";
import type { Results } from "./results.ts";

/** What the last run says of one step. */
export interface StepHeat {
  /** From 0 (calm) to 1 (the most pressed of all); left out where there is next to nothing to show. */
  readonly level?: number;
  /** The figure in words, as in “61 % of delay”: colour alone says it to nobody who prints in grey. */
  readonly text: string;
  /** What waits there, as in “4.2 waiting”; drawn as a badge. */
  readonly badge?: string;
  /** Which of the bottlenecks has its longest waits here, as in “Bottleneck” for the first; drawn as a badge. */
  readonly rank?: string;
}

/** The last run as colours on the steps, with a legend. */
export interface Heat {
  /** By step id; a step that is missing here is hatched as “not simulated”. */
  readonly steps: Readonly<Record<string, StepHeat>>;
  /** What the calm end of the colours means, in a few words. */
  readonly low: string;
  /** What the pressed end means. */
  readonly high: string;
}

/** Below this part of the largest figure a step is left uncoloured: it would only draw the eye. */
const NEXT_TO_NONE = 0.008;

/** From this many records waiting on average on, a step shows its queue. */
const A_QUEUE = 0.3;

/** How many bottlenecks are named on a drawing. */
const RANKS = 3;

/**
 * What a run says of each step, as heat on a picture: how bad its figure is beside the worst of all steps, who waits
 * there on average, and which bottleneck it is.
 */
export function heatOf(process: Process, results: Results, measure: HeatMeasure = "delay"): Heat {
  const { title, of, text, words } = HEAT_MEASURES[measure];
  const { steps, bottlenecks } = results;
  const most = Math.max(0, ...Object.values(steps).map(of));
  const ranks = new Map<string, string>();
  for (const { rank, steps: about } of bottlenecks.slice(0, RANKS)) {
    const [worst] = about;
    if (worst !== undefined && !ranks.has(worst)) ranks.set(worst, rank === 1 ? "Bottleneck" : `No. ${rank}`);
  }
  const heat = process.nodes.flatMap(({ id, kind }): readonly (readonly [string, StepHeat])[] => {
    const step = steps[id];
    if (kind !== "step" || step === undefined) return [];
    const figure = of(step);
    const queue = step.queueLength.mean;
    const rank = ranks.get(id);
    return [
      [
        id,
        {
          ...(most === 0 || figure / most < NEXT_TO_NONE ? {} : { level: figure / most }),
          text: `${text(figure, process.currency)} ${words}`,
          ...(queue < A_QUEUE ? {} : { badge: `${queue.toFixed(1)} waiting` }),
          ...(rank === undefined ? {} : { rank }),
        },
      ],
    ];
  });
  return {
    steps: Object.fromEntries(heat),
    low: most === 0 ? `${title}: nothing to show` : `${title}: 0`,
    high: most === 0 ? "" : text(most, process.currency),
  };
}
