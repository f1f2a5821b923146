import { type Distribution, type DistributionKind, MINUTES, type TimeUnit } from "./distribution.ts";
import { exp, ln, ln1p, power } from "./elementary.ts";
import { betaShare, gammaShare, normalShare } from "./special.ts";

type Of<K extends DistributionKind> = Extract<Distribution, { readonly dist: K }>;
type Table<R> = { readonly [K in DistributionKind]: (of: Of<K>, x: number) => R };

/** For each kind: which share of the values is at most x. `unit`s are taken out before. */
const SHARES: Table<number> = {
  constant: ({ value }, x) => (x >= value ? 1 : 0),
  exponential: ({ mean }, x) => (x <= 0 ? 0 : 1 - exp(-x / mean)),
  uniform: ({ min, max }, x) => (x < min ? 0 : x >= max ? 1 : (x - min) / (max - min)),
  triangular,
  pert: ({ min, mode, max }, x) => {
    const range = max - min;
    if (range === 0) return x >= min ? 1 : 0;
    return betaShare((x - min) / range, 1 + (4 * (mode - min)) / range, 1 + (4 * (max - mode)) / range);
  },
  normal: ({ mean, sd, unit }, x) => {
    if (sd === 0) return x >= mean ? 1 : 0;
    if (unit === undefined) return normalShare((x - mean) / sd);
    // A time is redrawn until it is not below 0.
    const below = normalShare(-mean / sd);
    return x <= 0 ? 0 : (normalShare((x - mean) / sd) - below) / (1 - below);
  },
  lognormal: ({ mean, sd }, x) => {
    if (x <= 0) return 0;
    if (sd === 0) return x >= mean ? 1 : 0;
    const variance = ln1p(square(sd / mean));
    return normalShare((ln(x / mean) + variance / 2) / Math.sqrt(variance));
  },
  gamma: ({ mean, sd }, x) => {
    if (sd === 0) return x >= mean ? 1 : 0;
    return gammaShare(square(mean / sd), (x * mean) / square(sd));
  },
  erlang: ({ k, mean }, x) => gammaShare(k, (k * x) / mean),
  weibull: ({ shape, scale }, x) => (x <= 0 ? 0 : 1 - exp(-power(x / scale, shape))),
  beta: ({ min, max, alpha, beta }, x) => {
    if (max === min) return x >= min ? 1 : 0;
    return betaShare((x - min) / (max - min), alpha, beta);
  },
  hyperexponential: ({ share, mean }, x) =>
    weigh(
      share,
      mean.map((each) => (x <= 0 ? 0 : 1 - exp(-x / each))),
    ),
  empirical: ({ values, weights }, x) =>
    weigh(
      weights ?? values.map(() => 1),
      values.map((value) => (x >= value ? 1 : 0)),
    ),
  mixture: ({ parts }, x) =>
    weigh(
      parts.map(({ weight }) => weight),
      parts.map(({ of }) => shareBelow(of, x)),
    ),
};

const square = (x: number) => x * x;

function triangular({ min, mode, max }: Of<"triangular">, x: number): number {
  if (x < min) return 0;
  if (x >= max) return 1;
  if (x < mode) return square(x - min) / ((max - min) * (mode - min));
  return 1 - square(max - x) / ((max - min) * (max - mode));
}

function weigh(weights: readonly number[], shares: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, i) => sum + weight * (shares[i] ?? Number.NaN), 0) / total;
}

/**
 * The share of a distribution's values that are at most `x`, from 0 to 1; the same in every engine, to the last bit.
 *
 * @param x - In the distribution's own unit.
 */
export function shareBelow(distribution: Distribution, x: number): number {
  return (SHARES[distribution.dist] as (of: Distribution, x: number) => number)(distribution, x);
}

/**
 * The value that a share of all draws stay at or below: in minutes if the distribution has a unit, else as it is.
 *
 * Closed forms where the kind has one, else bisection of its distribution function to full precision.
 *
 * @param share - Between 0 and 1, both excluded.
 * @returns `undefined` if the parameters describe no distribution, such as a mean of 0 or less.
 *
 * @example
 * quantile({ dist: "exponential", mean: 1, unit: "h" }, 0.5); // 41.6 minutes
 */
export function quantile(distribution: Distribution, share: number): number | undefined {
  if (!(share > 0 && share < 1)) throw new RangeError(`a share must lie between 0 and 1, not be ${share}`);
  const inMinutes = distribution.unit === undefined ? distribution : scaled(distribution, distribution.unit);
  if (!isSound(inMinutes)) return undefined;
  const value = closed(inMinutes, share) ?? bisect((x) => shareBelow(inMinutes, x), share);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * The share of all draws that stay at or below each of some values, from 0 to 1.
 *
 * @param values - In minutes if the distribution has a unit, else as they are.
 */
export function sharesBelow(distribution: Distribution, values: readonly number[]): readonly number[] {
  const inMinutes = distribution.unit === undefined ? distribution : scaled(distribution, distribution.unit);
  return values.map((value) => shareBelow(inMinutes, value));
}

function closed(of: Distribution, share: number): number | undefined {
  if (of.dist === "constant") return of.value;
  if (of.dist === "exponential") return -of.mean * Math.log1p(-share);
  if (of.dist === "uniform") return of.min + share * (of.max - of.min);
  if (of.dist === "weibull") return of.scale * (-Math.log1p(-share)) ** (1 / of.shape);
  return undefined;
}

function bisect(shareAt: (x: number) => number, share: number): number {
  let high = 1;
  let low = -1;
  while (shareAt(high) < share && high < 1e300) high *= 2;
  while (shareAt(low) >= share && low > -1e300) low *= 2;
  for (let step = 0; step < 2000; step++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (shareAt(middle) >= share) high = middle;
    else low = middle;
  }
  return high;
}

/** For each kind: whether its parameters describe a distribution at all. */
const SOUND: { readonly [K in DistributionKind]: (of: Of<K>) => boolean } = {
  constant: ({ value }) => Number.isFinite(value),
  exponential: ({ mean }) => mean > 0,
  uniform: ({ min, max }) => min <= max,
  triangular: ({ min, mode, max }) => min <= mode && mode <= max,
  pert: ({ min, mode, max }) => min <= mode && mode <= max,
  normal: ({ mean, sd }) => Number.isFinite(mean) && sd >= 0,
  lognormal: ({ mean, sd }) => mean > 0 && sd >= 0,
  gamma: ({ mean, sd }) => mean > 0 && sd >= 0,
  erlang: ({ k, mean }) => k >= 1 && mean > 0,
  weibull: ({ shape, scale }) => shape > 0 && scale > 0,
  beta: ({ min, max, alpha, beta }) => min <= max && alpha > 0 && beta > 0,
  hyperexponential: ({ share, mean }) =>
    share.length === mean.length && isWeights(share) && mean.every((each) => each > 0),
  empirical: ({ values, weights }) =>
    values.length > 0 && (weights === undefined || (weights.length === values.length && isWeights(weights))),
  mixture: ({ parts }) => isWeights(parts.map(({ weight }) => weight)) && parts.every(({ of }) => isSound(of)),
};

function isWeights(weights: readonly number[]): boolean {
  return weights.every((weight) => weight >= 0) && weights.some((weight) => weight > 0);
}

/** Whether a distribution's parameters make sense together, such as a least that is not above the most. */
function isSound(distribution: Distribution): boolean {
  return (SOUND[distribution.dist] as (of: Distribution) => boolean)(distribution);
}

/** For each kind: the same distribution in minutes. The unit stays, to tell times from plain numbers. */
const SCALED: { readonly [K in DistributionKind]: (of: Of<K>, by: number) => Distribution } = {
  constant: (of, by) => ({ ...of, value: of.value * by, unit: "min" }),
  exponential: (of, by) => ({ ...of, mean: of.mean * by, unit: "min" }),
  uniform: (of, by) => ({ ...of, min: of.min * by, max: of.max * by, unit: "min" }),
  triangular: (of, by) => ({ ...of, min: of.min * by, mode: of.mode * by, max: of.max * by, unit: "min" }),
  pert: (of, by) => ({ ...of, min: of.min * by, mode: of.mode * by, max: of.max * by, unit: "min" }),
  normal: (of, by) => ({ ...of, mean: of.mean * by, sd: of.sd * by, unit: "min" }),
  lognormal: (of, by) => ({ ...of, mean: of.mean * by, sd: of.sd * by, unit: "min" }),
  gamma: (of, by) => ({ ...of, mean: of.mean * by, sd: of.sd * by, unit: "min" }),
  erlang: (of, by) => ({ ...of, mean: of.mean * by, unit: "min" }),
  weibull: (of, by) => ({ ...of, scale: of.scale * by, unit: "min" }),
  beta: (of, by) => ({ ...of, min: of.min * by, max: of.max * by, unit: "min" }),
  hyperexponential: (of, by) => ({ ...of, mean: of.mean.map((each) => each * by), unit: "min" }),
  empirical: (of, by) => ({ ...of, values: of.values.map((each) => each * by), unit: "min" }),
  mixture: (of, by) => ({
    ...of,
    parts: of.parts.map((part) => ({
      ...part,
      of: part.of.unit === undefined ? scaledBy(part.of, by) : scaled(part.of, part.of.unit),
    })),
    unit: "min",
  }),
};

function scaled(distribution: Distribution, unit: TimeUnit): Distribution {
  return scaledBy(distribution, MINUTES[unit]);
}

function scaledBy(distribution: Distribution, by: number): Distribution {
  return (SCALED[distribution.dist] as (of: Distribution, by: number) => Distribution)(distribution, by);
}

/**
 * A distribution of which every value is so many times as large, in the same unit.
 *
 * @param by - Above 0; 0.9 for a tenth less.
 */
export function stretched(distribution: Distribution, by: number): Distribution {
  if (distribution.dist === "mixture")
    return { ...distribution, parts: distribution.parts.map((part) => ({ ...part, of: stretched(part.of, by) })) };
  const { unit: _, ...rest } = scaledBy(distribution, by);
  return { ...rest, ...(distribution.unit === undefined ? {} : { unit: distribution.unit }) } as Distribution;
}
