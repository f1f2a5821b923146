import { exponentOf } from "../model/format.ts";
import { csv } from "./charts/chart-table.ts";
import type { Comparison, Verdict } from "./comparison.ts";
import type { Stat } from "./results.ts";
import { halfWidth, type Measure, onScale, type Scale, scaleFor } from "./words.ts";

/** A measure of a scenario beside that of the process, written for people. */
export interface ComparedRow {
  readonly measure: string;
  readonly base: string;
  readonly value: string;
  /** With half of its interval; of shares in percentage points, which “%” would not tell from a part of the share. */
  readonly change: string;
  readonly verdict: Verdict;
}

/**
 * A scenario’s measures beside those of the process itself.
 *
 * @param currency - What money is counted in.
 */
export function comparedRows(
  { measures, base }: Comparison,
  scenario: Comparison["scenarios"][number],
  currency?: string,
): readonly ComparedRow[] {
  return measures.flatMap(({ id, title, measure }) => {
    const [before, compared] = [base[id], scenario.measures[id]];
    if (before === undefined || compared === undefined) return [];
    const { value, change, verdict } = compared;
    const scale = scaleFor(measure, [before.mean, value.mean], currency);
    const unit = scale.unit === "" ? "" : ` ${scale.unit}`;
    return [
      {
        measure: title,
        base: `${onScale(before.mean, scale)}${unit}`,
        value: `${onScale(value.mean, scale)}${unit}`,
        change: changeText(change, measure, scale),
        verdict,
      },
    ];
  });
}

/** A change with half of its interval: of times in a unit of its own, as minutes may be won where records take weeks. */
function changeText(change: Stat, measure: Measure, scale: Scale): string {
  const half = halfWidth(change);
  if (change.mean === 0 && half === undefined) return "no change";
  const sign = change.mean > 0 ? "+" : "";
  if (measure === "time") {
    const own = scaleFor("time", [Math.max(Math.abs(change.mean), half ?? 0)]);
    const margin = half === undefined ? "" : ` ± ${onScale(half, own)}`;
    return `${sign}${onScale(change.mean, own)}${margin} ${own.unit}`;
  }
  const margin = half === undefined ? "" : ` ± ${onScale(half, fine(scale, half))}`;
  const unit = measure === "share" ? " points" : scale.unit === "" ? "" : ` ${scale.unit}`;
  return `${sign}${onScale(change.mean, fine(scale, half ?? change.mean))}${margin}${unit}`;
}

/** A comparison as CSV: unrounded, with intervals, times in minutes and shares from 0 to 1, for other programs to read. */
export function comparisonCsv({ measures, base, scenarios }: Comparison): string {
  const interval = (title: string) => [title, `${title}, low`, `${title}, high`];
  const heads = scenarios.flatMap(({ name }) => [
    ...interval(name),
    ...interval(`${name}, change`),
    `${name}, verdict`,
  ]);
  const figure = (stat: Stat | undefined) => (stat ? [stat.mean, ...stat.ci95] : ["", "", ""]);
  const lines = measures.map(({ id, title, measure }) => [
    measure === "time" ? `${title} (min)` : title,
    ...figure(base[id]),
    ...scenarios.flatMap(({ measures: { [id]: of } }) => [
      ...figure(of?.value),
      ...figure(of?.change),
      of?.verdict ?? "",
    ]),
  ]);
  return csv([["Measure", ...interval("As it is"), ...heads], ...lines]);
}

/** A scale with enough digits to show something small. */
function fine(scale: Scale, value: number): Scale {
  const { per, unit } = scale;
  const size = Math.abs(value) / per;
  const digits = size >= 1 || size === 0 ? 2 : Math.min(4, 1 - exponentOf(size));
  return { per, unit, digits: Math.max(scale.digits, digits) };
}
