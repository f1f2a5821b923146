import { number, percent, time } from "../model/format.ts";
import type { StepResults } from "./results.ts";

/** A figure of steps by which a drawing can be coloured. */
interface Measured {
  readonly title: string;
  /** What stands behind a step’s figure. */
  readonly words: string;
  /** The figure; larger is worse. 0 where there is none. */
  readonly of: (step: StepResults) => number;
  /** The figure as it is written. */
  readonly text: (figure: number, currency?: string) => string;
}

const known = (figure: number) => (Number.isFinite(figure) ? figure : 0);

/** What steps can be coloured by after a run, the plainest first. */
export const HEAT_MEASURES = {
  delay: { title: "Share of all delay", words: "of delay", of: (step) => known(step.shareOfDelay.mean), text: percent },
  wait: { title: "Mean wait", words: "wait", of: (step) => known(step.wait.mean), text: time },
  load: { title: "Load", words: "load", of: (step) => known(step.utilisation.mean), text: percent },
  queue: { title: "Records in queue", words: "in queue", of: (step) => known(step.queueLength.mean), text: number },
  cost: {
    title: "Cost",
    words: "cost",
    of: (step) => known(step.cost.mean),
    text: (figure, currency = "") => `${number(Math.round(figure))} ${currency}`.trim(),
  },
} as const satisfies Readonly<Record<string, Measured>>;
export type HeatMeasure = keyof typeof HEAT_MEASURES;
