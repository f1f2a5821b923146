import type { Compared, Comparison } from "../../src/analyse/comparison.ts";
import type { Results } from "../../src/analyse/results.ts";
import { halfWidth, type Measure, onScale, scaleFor } from "../../src/analyse/words.ts";
import { percent, time } from "../../src/model/format.ts";
import type { Process } from "../../src/model/process.ts";
import { nameOf } from "../../src/model/words.ts";
import type { Planted } from "./planted.ts";

/** A change smaller than this part of the figure itself is none to speak of. */
const LITTLE = 0.02;

/** What a scenario does by its own measure. */
export function effect(
  comparison: Comparison,
  planted: Planted,
  id: string,
): {
  readonly title: string;
  readonly measure: Measure;
  readonly base: number;
  readonly compared: Compared;
  /** Whether it is shown to help, and whether its interval rules out that it helps by as much as `LITTLE`. */
  readonly helps: boolean;
  readonly hardly: boolean;
} {
  const by = planted.by?.[id] ?? planted.measure;
  const measure = comparison.measures.find((each) => each.id === by);
  const scenario = comparison.scenarios.find((each) => each.id === id);
  const compared = scenario?.measures[by];
  if (!measure || !compared) throw new Error(`no ${by} of ${id}`);
  const base = comparison.base[by]!.mean;
  const [low, high] = compared.change.ci95;
  const hardly = (measure.better === "less" ? -low : high) < LITTLE * base;
  return {
    title: measure.title,
    measure: measure.measure,
    base,
    compared,
    helps: compared.verdict === "better" && !hardly,
    hardly,
  };
}

/** What the README says of an example: where it gets stuck, and what its scenarios change. */
export function figures(process: Process, results: Results, comparison: Comparison, planted: Planted): string {
  const there = results.steps[planted.step]!;
  const { cycleTime } = results;
  const busy = results.teams[planted.short]?.utilisation ?? results.systems[planted.short]!.utilisation;
  const clock = results.teams[planted.short] ? "of its time on shift" : "of the clock, nights and all";
  const first = [
    `**${nameOf(process, planted.step)}** waits for **${nameOf(process, planted.short)}**, busy ${percent(busy.mean)} ${clock}.`,
    `Records wait ${time(there.wait.mean)} there, ${time(there.causes.offHours.mean)} of them off hours:`,
    `${percent(there.shareOfDelay.mean)} of all delay.`,
    `From arrival to end they take ${time(cycleTime.mean)}, nine of ten no more than ${time(cycleTime.p90!)}.`,
  ].join(" ");
  const rows = process.scenarios.map(({ id, name }) => {
    const { title, measure, base, compared, helps, hardly } = effect(comparison, planted, id);
    const worse = compared.verdict === "worse" && Math.abs(compared.change.mean) > LITTLE * base;
    const verdict = helps ? "helps" : worse ? "makes it worse" : hardly ? "hardly matters" : "–";
    const value = (amount: number) => {
      const scale = scaleFor(measure, [base], process.currency);
      return measure === "share" ? percent(amount) : `${onScale(amount, scale)} ${scale.unit}`;
    };
    return [name, title, value(base), value(compared.value.mean), changeOf(compared, measure, process), verdict];
  });
  const head = ["what is changed", "measure", "as it is", "then", "change, with its 95 % interval", ""];
  const table = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return `${first}\n\n${table}`;
}

function changeOf({ change }: Compared, measure: Measure, { currency }: Process): string {
  const half = halfWidth(change) ?? 0;
  const scale = { ...scaleFor(measure, [change.mean], currency), ...(measure === "share" ? { unit: "points" } : {}) };
  return `${change.mean > 0 ? "+" : ""}${onScale(change.mean, scale)} ± ${onScale(half, scale)} ${scale.unit}`;
}
