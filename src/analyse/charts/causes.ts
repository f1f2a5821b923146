import { MINUTES } from "../../model/distribution.ts";
import { time, unitFor } from "../../model/format.ts";
import type { Process } from "../../model/process.ts";
import { nameOf } from "../../model/words.ts";
import type { Causes, Results } from "../results.ts";
import { type Chart, chartOf } from "./chart.ts";

const CAUSES: Readonly<Record<keyof Causes, { readonly title: string; readonly because: string }>> = {
  nobodyFree: { title: "Nobody free", because: "nobody is free" },
  offHours: { title: "Off hours", because: "it is off hours" },
  system: { title: "System full or down", because: "a system is full or down" },
  batch: { title: "Batch not full", because: "a batch has to fill" },
};

const ALL = Object.keys(CAUSES) as (keyof Causes)[];

/** More bars than this do not fit. */
const BARS = 12;

/**
 * What records wait for at each step, the longest waits first.
 *
 * @returns Nothing where nobody waits anywhere.
 */
export function causesChart(process: Process, { steps }: Results): Chart | undefined {
  const waits = Object.entries(steps)
    .filter(([, { wait }]) => wait.mean > 0)
    .toSorted(([, a], [, b]) => b.wait.mean - a.wait.mean)
    .slice(0, BARS);
  const [worst] = waits;
  if (worst === undefined) return undefined;
  const [id, { wait, causes }] = worst;
  const unit = unitFor(wait.mean);
  const shown = ALL.filter((cause) => waits.some(([, step]) => step.causes[cause].mean > 0));
  const main = shown.toSorted((a, b) => causes[b].mean - causes[a].mean)[0];
  return chartOf({
    id: "causes",
    title: "What records wait for",
    message: `Records wait longest at “${nameOf(process, id)}”: ${time(wait.mean)} a visit${main === undefined ? "" : `, mostly because ${CAUSES[main].because}`}.`,
    kind: "bars",
    x: { title: "Step", unit: "", digits: 0 },
    y: { title: "Wait per visit", unit, digits: 2 },
    series: shown.map((cause) => CAUSES[cause].title),
    rows: waits.map(([step, figures]) => ({
      x: nameOf(process, step),
      values: shown.map((cause) => figures.causes[cause].mean / MINUTES[unit]),
    })),
    marks: [],
  });
}
