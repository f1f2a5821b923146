import { MINUTES } from "../model/distribution.ts";
import { duration, exponentOf, fixed, list, percent, time, unitFor } from "../model/format.ts";
import type { Results, Stat } from "./results.ts";

/** What may become of records, in words. */
export const FATES: Readonly<Record<keyof Results["records"], string>> = {
  arrived: "Arrived",
  completed: "Reached an end",
  inProgress: "Still inside",
  turnedAway: "Turned away",
  gaveUp: "Gave up waiting",
};

/** What a figure measures, which decides how it is written. */
export type Measure = "time" | "share" | "number" | "money";

/**
 * How far the 95 % interval reaches to either side of the mean.
 *
 * @returns `undefined` where there is no interval: it takes two replications.
 */
export function halfWidth({ ci95: [low, high] }: Stat): number | undefined {
  const half = (high - low) / 2;
  return Number.isFinite(half) && half > 0 ? half : undefined;
}

/** How all figures of one column are written, so that they can be compared down the column. */
export interface Scale {
  /** What a figure is divided by. */
  readonly per: number;
  readonly digits: number;
  /** A unit of time, “%” or a currency, written once in the head of the column; empty for plain numbers. */
  readonly unit: string;
}

/**
 * The scale on which figures read best that are compared with each other: one unit for all, in which the middle one is
 * of a good size, with enough digits for the largest.
 *
 * @param values - In minutes for times, from 0 to 1 for shares.
 * @param currency - What money is counted in.
 */
export function scaleFor(measure: Measure, values: readonly number[], currency = ""): Scale {
  const sizes = values
    .filter((value) => Number.isFinite(value) && value !== 0)
    .map(Math.abs)
    .toSorted((a, b) => a - b);
  const largest = sizes.at(-1) ?? 0;
  if (measure === "share") return { per: 0.01, digits: 1, unit: "%" };
  if (measure === "time") {
    const middle = unitFor(sizes[Math.floor(sizes.length / 2)] ?? 0);
    const unit = largest / MINUTES[middle] < TOO_MANY ? middle : unitFor(largest);
    return { per: MINUTES[unit], digits: digitsFor(largest / MINUTES[unit]), unit };
  }
  if (measure === "money") return { per: 1, digits: Math.min(2, digitsFor(largest)), unit: currency };
  return { per: 1, digits: values.every(Number.isInteger) ? 0 : digitsFor(largest), unit: "" };
}

/** The same scale with as many digits as these values need. */
export function digitsOf(scale: Scale, values: readonly number[]): Scale {
  const largest = values.filter(Number.isFinite).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { ...scale, digits: Math.min(2, digitsFor(largest / scale.per)) };
}

/** From here on a larger unit reads better, however small the other figures. */
const TOO_MANY = 10_000;

function digitsFor(largest: number): number {
  if (largest >= 1000) return 0;
  if (largest >= 10) return 1;
  return largest >= 1 || largest === 0 ? 2 : Math.min(6, 1 - exponentOf(largest));
}

/** A figure on its column's scale, without the unit. */
export function onScale(value: number, { per, digits }: Scale): string {
  return fixed(value / per, digits);
}

/**
 * A figure with its interval and its unit.
 *
 * @param currency - What money is counted in.
 * @returns A dash where there is no mean.
 *
 * @example
 * withMargin({ mean: 252, ci95: [234, 270] }, "time"); // "4.20 ± 0.30 h"
 */
export function withMargin(stat: Stat, measure: Measure, currency?: string): string {
  if (Number.isNaN(stat.mean)) return "–";
  const scale = scaleFor(measure, [stat.mean], currency);
  const half = halfWidth(stat);
  const margin = half === undefined ? "" : ` ± ${onScale(half, scale)}`;
  return `${onScale(stat.mean, scale)}${margin}${scale.unit === "" ? "" : ` ${scale.unit}`}`;
}

/** Little's law is exact where everything is counted; this much is left to the rounding of long sums. */
const ROUNDING = 1e-6;

const CAUSES: Readonly<Record<keyof NonNullable<Results["delays"]>, string>> = {
  nobodyFree: "nobody was free",
  offHours: "it was off hours",
  system: "a system was full or down",
  batch: "a batch had to fill",
  onTheWay: "it was on the way",
};

/**
 * What to know of a run besides its figures, one sentence each: what was cut off, why it ended early, what a record
 * loses time for, what it costs.
 *
 * @param currency - What money is counted in.
 */
export function runWords(results: Results, currency?: string): readonly string[] {
  const { warmUp, stopped, records, delays, costPerRecord, valuePerWeek, workInProgress, percentileError } = results;
  const money = (stat: Stat) => withMargin(stat, "money", currency);
  const cut = `The first ${duration(warmUp.minutes)} of each replication are not counted`;
  const lost = (Object.keys(CAUSES) as (keyof typeof CAUSES)[])
    .filter((cause) => (delays?.[cause].mean ?? 0) > 0)
    .map((cause) => `${time(delays![cause].mean)} because ${CAUSES[cause]}`);
  return [
    ...(stopped === undefined ? [] : [stopped]),
    ...(warmUp.minutes > 0
      ? [`${cut}${warmUp.method === "mser-5" ? ": that is when it had settled (MSER-5)" : ""}.`]
      : []),
    ...(warmUp.method === "mser-5" && warmUp.minutes === 0 && warmUp.advice === undefined
      ? ["The process was settled from the beginning (MSER-5), so nothing is cut off."]
      : []),
    ...(warmUp.advice === undefined ? [] : [warmUp.advice]),
    ...(records.inProgress.mean > 0 ? [leftOutWords(records.inProgress)] : []),
    ...(lost.length === 0 ? [] : [`A record loses ${list(lost, "and")}.`]),
    ...(workInProgress === undefined || Number.isNaN(workInProgress.mean)
      ? []
      : [`Inside at a time: ${withMargin(workInProgress, "number")} records.`]),
    ...(costPerRecord === undefined ? [] : [`A record costs ${money(costPerRecord)} on average.`]),
    ...(valuePerWeek === undefined ? [] : [`Worth ${money(valuePerWeek)} a week.`]),
    ...(percentileError === undefined ? [] : [`Percentiles are exact to ${percent(percentileError)}.`]),
  ];
}

/** Whose times are missing where a run stops in the middle of things. */
function leftOutWords(inProgress: Stat): string {
  return `${withMargin(inProgress, "number")} records are still inside when a replication stops; times from arrival to end leave them out, and with them some of the longest.`;
}

/** What the audit of a run found, one sentence each, and whether it is as it should be. */
export function auditWords({ audit }: Results): readonly { readonly fine: boolean; readonly words: string }[] {
  const { worst } = audit.littlesLaw;
  const exact = worst <= ROUNDING;
  const off = worst === 0 ? "exactly" : `to ${worst.toExponential(0).replace("e-", "e−")}`;
  return [
    {
      fine: exact,
      words: exact
        ? `Little’s law holds ${off}.`
        : `Little’s law is off by up to ${fixed(worst * 100, worst < 0.001 ? 4 : 2)} %.`,
    },
    {
      fine: audit.conservation,
      words: audit.conservation
        ? "Every record that came in has left or is still inside."
        : "Records are missing: some that came in have neither left nor are inside.",
    },
  ];
}
