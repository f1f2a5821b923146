import { number, percent } from "../../model/format.ts";
import type { Process } from "../../model/process.ts";
import { nameOf } from "../../model/words.ts";
import type { Results } from "../results.ts";
import { type Chart, chartOf } from "./chart.ts";

/** What each step costs for a record that arrives, and what each end brings. */
export function moneyCharts(process: Process, { steps, ends, records }: Results): readonly Chart[] {
  const arrived = records.arrived.mean;
  const unit = process.currency ?? "";
  const perRecord = (of: readonly (readonly [string, number])[]) =>
    of
      .filter(([, sum]) => sum > 0)
      .toSorted(([, a], [, b]) => b - a)
      .map(([id, sum]) => ({ x: nameOf(process, id), values: [sum / arrived] }));
  const costs = perRecord(Object.entries(steps).map(([id, { cost }]) => [id, cost.mean]));
  const values = perRecord(Object.entries(ends).map(([id, { value }]) => [id, value?.mean ?? 0]));
  const total = (rows: typeof costs) => rows.reduce((sum, { values: [each = 0] }) => sum + each, 0);
  const chart = (id: string, title: string, message: string, what: string, rows: typeof costs): Chart =>
    chartOf({
      id,
      title,
      message,
      kind: "bars",
      x: { title: what, unit: "", digits: 0 },
      y: { title: "Per record that arrives", unit, digits: 2 },
      series: [title],
      rows,
      marks: [],
    });
  const money = (sum: number) => `${number(sum)} ${unit}`.trim();
  const [dearest] = costs;
  const [best] = values;
  return [
    ...(dearest === undefined
      ? []
      : [
          chart(
            "cost",
            "Cost by step",
            `A record that arrives costs ${money(total(costs))} of work, ${percent(dearest.values[0]! / total(costs))} of it at “${dearest.x}”.`,
            "Step",
            costs,
          ),
        ]),
    ...(best === undefined
      ? []
      : [
          chart(
            "value",
            "Value by end",
            `A record that arrives brings ${money(total(values))}, most of it by “${best.x}”.`,
            "End",
            values,
          ),
        ]),
  ];
}
