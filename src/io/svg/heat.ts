import type { Results } from "../../analyse/results.ts";
import { percent } from "../../model/format.ts";
import type { Process } from "../../model/process.ts";
import type { Heat, StepHeat } from "./look.ts";

/** Below this share of all delay a step is left uncoloured: it would only draw the eye. */
export const NEXT_TO_NONE = 0.005;

/** From this many records waiting on average on, a step shows its queue. */
export const A_QUEUE = 0.3;

/** What a run says of each step, as heat on a picture: its share of all delay, and who waits there on average. */
export function heatOf(process: Process, { steps }: Results): Heat {
  const most = Math.max(0, ...Object.values(steps).map(({ shareOfDelay }) => shareOfDelay.mean));
  const heat = process.nodes.flatMap(({ id, kind }): readonly (readonly [string, StepHeat])[] => {
    const step = steps[id];
    if (kind !== "step" || step === undefined) return [];
    const share = step.shareOfDelay.mean;
    const queue = step.queueLength.mean;
    return [
      [
        id,
        {
          ...(share < NEXT_TO_NONE ? {} : { level: share / most }),
          text: `${percent(share)} of all delay`,
          ...(queue < A_QUEUE ? {} : { badge: `${queue.toFixed(1)} waiting` }),
        },
      ],
    ];
  });
  return {
    steps: Object.fromEntries(heat),
    low: most === 0 ? "Nothing is delayed" : "Share of all delay: 0 %",
    high: most === 0 ? "" : percent(most),
  };
}
