import { percent } from "../../model/format.ts";
import type { Process } from "../../model/process.ts";
import { nameOf } from "../../model/words.ts";
import type { FunnelStage } from "../funnel.ts";
import type { Results } from "../results.ts";
import { type Chart, chartOf } from "./chart.ts";

/** What becomes of the records that come to a stage, as a chart says it, in the order of its colours. */
const FATES = { on: "Go on", lost: "Are lost", success: "Come to a good end", neutral: "End neither way" };

type Fate = keyof typeof FATES;

/** A stage with the shares of all arrivals that go on from it, and that leave there one way or another, from 0 to 1. */
interface Split {
  readonly stage: FunnelStage;
  readonly shares: Readonly<Record<Fate, number>>;
}

/**
 * How far records come: by stage, those who go on to a later one, and those who leave there: well, lost, or neither.
 *
 * @returns Nothing where the process has no stages, or nobody comes to one.
 */
export function funnelChart(process: Process, { funnel = [], records: { arrived } }: Results): Chart | undefined {
  const stages = funnel.filter(({ records }) => records.mean > 0).map((stage) => splitOf(process, stage, arrived.mean));
  if (stages.length === 0) return undefined;
  const fates = (Object.keys(FATES) as Fate[]).filter(
    (fate) => fate !== "neutral" || stages.some(({ shares }) => shares.neutral > 0),
  );
  return chartOf({
    id: "funnel",
    title: "How far records come",
    message: lossWords(process, stages),
    kind: "bars",
    x: { title: "Stage", unit: "", digits: 0 },
    y: { title: "Records that arrived", unit: "%", digits: 1 },
    series: fates.map((fate) => FATES[fate]),
    rows: stages.map(({ stage, shares }) => ({
      x: nameOf(process, stage.stage),
      values: fates.map((fate) => shares[fate] * 100),
    })),
    marks: [],
  });
}

/** Who gave up or was turned away at a step is lost; of an end, its outcome says it. */
function splitOf({ nodes }: Process, stage: FunnelStage, arrived: number): Split {
  const { records, left } = stage;
  const counts = { lost: 0, success: 0, neutral: 0 };
  for (const [id, count] of Object.entries(left)) {
    const node = nodes.find((each) => each.id === id);
    const outcome = node?.kind === "end" ? (node.outcome ?? "neutral") : "failure";
    counts[outcome === "failure" ? "lost" : outcome] += count.mean;
  }
  const { lost, success, neutral } = counts;
  return {
    stage,
    shares: {
      on: (records.mean - lost - success - neutral) / arrived,
      lost: lost / arrived,
      success: success / arrived,
      neutral: neutral / arrived,
    },
  };
}

/** How many come to the last stage, and where most are lost; of a process without outcomes, where most get no further. */
function lossWords(process: Process, stages: readonly Split[]): string {
  const last = stages.at(-1)!.stage;
  const arrive = `${percent(last.share.mean)} of all records come to “${nameOf(process, last.stage)}”`;
  const worstBy = (of: Fate, among: readonly Split[]) =>
    among.filter(({ shares }) => shares[of] > 0).toSorted((a, b) => b.shares[of] - a.shares[of])[0];
  const lost = worstBy("lost", stages);
  const ofThose = ({ stage, shares }: Split, fate: Fate) => percent(shares[fate] / stage.share.mean);
  if (lost)
    return `${arrive}; most are lost at “${nameOf(process, lost.stage.stage)}”: ${ofThose(lost, "lost")} of those who come there.`;
  // At the last stage everybody stops, which is no loss.
  const stopped = worstBy("neutral", stages.slice(0, -1));
  if (stopped)
    return `${arrive}; most stop at “${nameOf(process, stopped.stage.stage)}”: ${ofThose(stopped, "neutral")} of those who come there.`;
  return `${arrive}; none is lost.`;
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
