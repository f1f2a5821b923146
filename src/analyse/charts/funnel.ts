import { percent } from "../../model/format.ts";
import type { Process } from "../../model/process.ts";
import { nameOf } from "../../model/words.ts";
import type { FunnelStage } from "../funnel.ts";
import type { Results } from "../results.ts";
import { type Chart, chartOf } from "./chart.ts";

/**
 * How far records come: by stage, those who go on to a later one and those who come no further.
 *
 * @returns Nothing where the process has no stages, or nobody comes to one.
 */
export function funnelChart(process: Process, { funnel = [] }: Results): Chart | undefined {
  const stages = funnel.filter(({ records }) => records.mean > 0);
  if (stages.length === 0) return undefined;
  return chartOf({
    id: "funnel",
    title: "How far records come",
    message: lossWords(process, stages),
    kind: "bars",
    x: { title: "Stage", unit: "", digits: 0 },
    y: { title: "Records that arrived", unit: "%", digits: 1 },
    series: ["Go on", "Come no further"],
    rows: stages.map(({ stage, share, dropOff }) => ({
      x: nameOf(process, stage),
      values: [share.mean * (1 - dropOff.mean) * 100, share.mean * dropOff.mean * 100],
    })),
    marks: [],
  });
}

/** Where most are lost; at the last stage everybody stops, which is no loss. */
function lossWords(process: Process, stages: readonly FunnelStage[]): string {
  const last = stages.at(-1)!;
  const lost = ({ share, dropOff }: FunnelStage) => share.mean * dropOff.mean;
  const [worst] = stages.slice(0, -1).toSorted((a, b) => lost(b) - lost(a));
  const arrive = `${percent(last.share.mean)} of all records come to “${nameOf(process, last.stage)}”`;
  if (worst === undefined || lost(worst) === 0) return `${arrive}.`;
  return `${arrive}; most are lost at “${nameOf(process, worst.stage)}”, where ${percent(worst.dropOff.mean)} of those who come get no further.`;
}

/**
 * Where those who came no further left, most first, as in “No deal 61 %, Gave up at Call 4 %”.
 *
 * @returns By stage: shares of all that came to it.
 */
export function leftWords(process: Process, { left, records }: FunnelStage): string {
  return Object.entries(left)
    .toSorted(([, a], [, b]) => b.mean - a.mean)
    .slice(0, 4)
    .map(([node, count]) => `${nameOf(process, node)} ${percent(count.mean / records.mean)}`)
    .join(", ");
}
