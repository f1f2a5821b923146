import { fixed } from "../model/format.ts";
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
export const A_QUEUE = 0.3;

/** How many bottlenecks are named on a drawing. */
const RANKS = 3;

/** A step’s figure beside those of all others. */
export interface StepReading {
  readonly figure: number;
  /** From 0 (calm) to 1 (the most pressed of all); left out where there is next to nothing to show. */
  readonly level?: number;
  /** How many records wait there on average; left out where hardly anybody ever does. */
  readonly queue?: number;
  /** The rank of the bottleneck that has its longest waits here. */
  readonly rank?: number;
}

/** The largest figure that one step has: the upper end of the legend. */
export function mostHeat({ steps }: Results, measure: HeatMeasure): number {
  return Math.max(0, ...Object.values(steps).map(HEAT_MEASURES[measure].of));
}

/** What a run says of each step: how bad its figure is beside the worst of all steps, who waits, which bottleneck it is. */
export function readingsOf(
  process: Process,
  results: Results,
  measure: HeatMeasure = "delay",
): ReadonlyMap<string, StepReading> {
  const { of } = HEAT_MEASURES[measure];
  const most = mostHeat(results, measure);
  const ranks = new Map<string, number>();
  for (const { rank, steps: about } of results.bottlenecks.slice(0, RANKS)) {
    const [worst] = about;
    if (worst !== undefined && !ranks.has(worst)) ranks.set(worst, rank);
  }
  const readings = new Map<string, StepReading>();
  for (const { id, kind } of process.nodes) {
    const step = results.steps[id];
    if (kind !== "step" || step === undefined) continue;
    const figure = of(step);
    const queue = step.queueLength.mean;
    const rank = ranks.get(id);
    readings.set(id, {
      figure,
      ...(most === 0 || figure / most < NEXT_TO_NONE ? {} : { level: figure / most }),
      ...(queue < A_QUEUE ? {} : { queue }),
      ...(rank === undefined ? {} : { rank }),
    });
  }
  return readings;
}

/** How a bottleneck is marked on a drawing. */
export function rankWords(rank: number): string {
  return rank === 1 ? "Bottleneck" : `No. ${rank}`;
}

/** The same as heat on a picture. */
export function heatOf(process: Process, results: Results, measure: HeatMeasure = "delay"): Heat {
  const { title, text, words } = HEAT_MEASURES[measure];
  const most = mostHeat(results, measure);
  const heat = [...readingsOf(process, results, measure)].map(
    ([id, { figure, level, queue, rank }]): readonly [string, StepHeat] => [
      id,
      {
        ...(level === undefined ? {} : { level }),
        text: `${text(figure, process.currency)} ${words}`,
        ...(queue === undefined ? {} : { badge: `${queueText(queue)} waiting` }),
        ...(rank === undefined ? {} : { rank: rankWords(rank) }),
      },
    ],
  );
  return {
    steps: Object.fromEntries(heat),
    low: most === 0 ? `${title}: nothing to show` : `${title}: 0`,
    high: most === 0 ? "" : text(most, process.currency),
  };
}

/** How many wait on average, short enough for a badge. */
export function queueText(queue: number): string {
  return fixed(queue, queue < 100 ? 1 : 0);
}
