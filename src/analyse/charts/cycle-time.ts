import { MINUTES } from "../../model/distribution.ts";
import { percent, time, unitFor } from "../../model/format.ts";
import type { Process } from "../../model/process.ts";
import type { Results } from "../results.ts";
import { type Chart, type ChartMark, chartOf } from "./chart.ts";

/**
 * How long records take from arrival to end, with percentiles, and the targets that reach from a start to an end.
 *
 * @returns Nothing where no record reached an end.
 */
export function cycleTimeChart(process: Process, { cycleTime, cycleTimes, targets }: Results): Chart | undefined {
  if (cycleTimes === undefined) return undefined;
  const { bucketMinutes, shares, beyond } = cycleTimes;
  const unit = unitFor(Math.max(cycleTime.p90 ?? cycleTime.mean, bucketMinutes));
  const per = MINUTES[unit];
  const kinds = new Map(process.nodes.map(({ id, kind }) => [id, kind]));
  const aims = process.targets
    .filter(({ from, to }) => kinds.get(from) === "start" && kinds.get(to) === "end")
    .map(({ id, name, within }) => ({ name, minutes: within.value * MINUTES[within.unit], reached: targets[id] }));
  const [first] = aims;
  const found: readonly (readonly [string, number | undefined])[] = [
    ["half", cycleTime.p50],
    ["9 of 10", cycleTime.p90],
  ];
  const spread = `Half of the records take less than ${time(cycleTime.p50 ?? cycleTime.mean)}, 9 of 10 less than ${time(cycleTime.p90 ?? cycleTime.mean)}`;
  const aim =
    first?.reached === undefined
      ? ""
      : `; ${percent(first.reached.within.mean)} make “${first.name}” in ${time(first.minutes)}`;
  const rest = beyond > 0 ? ` ${percent(beyond)} take longer than is shown.` : "";
  return chartOf({
    id: "cycle-time",
    title: "Time from arrival to end",
    message: `${spread}${aim}.${rest}`,
    kind: "histogram",
    x: { title: "Time from", unit, digits: bucketMinutes / per < 1 ? 2 : 0 },
    y: { title: "Records", unit: "%", digits: 2 },
    series: ["Records"],
    rows: shares.map((share, i) => ({ x: (i * bucketMinutes) / per, values: [share * 100] })),
    marks: [
      ...found.flatMap(([label, minutes]): readonly ChartMark[] =>
        minutes === undefined ? [] : [{ at: minutes / per, label, aim: false }],
      ),
      ...aims.map(({ name, minutes }) => ({ at: minutes / per, label: name, aim: true })),
    ],
  });
}
