import { SPREAD, type Spread } from "../compile/spread.ts";
import { exp } from "../model/elementary.ts";
import { lnGamma, normalShare } from "../model/special.ts";

/**
 * The mean of a distribution, by formula.
 *
 * @returns Minutes, or a plain number for a field.
 */
export function meanOf(spread: Spread): number {
  const mean = MEANS.get(spread.code);
  if (mean === undefined) throw new Error(`no such distribution: ${spread.code}`);
  return mean(spread);
}

/** By code; what a, b, c and d are is told where distributions are lowered. */
const MEANS: ReadonlyMap<number, (spread: Spread) => number> = new Map([
  [SPREAD.constant, ({ a }) => a],
  [SPREAD.exponential, ({ a }) => a],
  [SPREAD.uniform, ({ a, b }) => a + b / 2],
  [SPREAD.triangular, ({ a, b, c }) => (a + b + c) / 3],
  [SPREAD.normal, ({ a }) => a],
  [SPREAD.normalTime, ({ a, b }) => aboveZero(a, b)],
  [SPREAD.lognormal, ({ a, b }) => exp(a + (b * b) / 2)],
  [SPREAD.gamma, ({ a, b }) => a * b],
  [SPREAD.erlang, ({ a, b }) => a * b],
  [SPREAD.weibull, ({ a, b }) => b * exp(lnGamma(1 + a))],
  [SPREAD.beta, ({ a, b, c, d }) => a + (b * c) / (c + d)],
  [SPREAD.choice, ({ shares, values }) => weighed(shares, (i) => values[i]!)],
  [SPREAD.mixture, ({ shares, parts }) => weighed(shares, (i) => meanOf(parts[i]!))],
] satisfies [number, (spread: Spread) => number][]);

/** The mean of a normal distribution that is redrawn below 0 (Johnson, Kotz and Balakrishnan 1994, 10.1). */
function aboveZero(mean: number, sd: number): number {
  if (sd === 0) return mean;
  const z = mean / sd;
  return mean + (sd * exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI) / normalShare(z);
}

function weighed(cumulative: Float64Array, value: (i: number) => number): number {
  return cumulative.reduce((sum, upTo, i) => sum + (upTo - (cumulative[i - 1] ?? 0)) * value(i), 0);
}
