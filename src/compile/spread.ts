import { type Distribution, MINUTES, type TimeUnit } from "../model/distribution.ts";
import { ln, ln1p } from "../model/elementary.ts";

/** The codes of the distributions that a program knows: fewer than people can write, because several are the same. */
export const SPREAD = {
  constant: 0,
  exponential: 1,
  uniform: 2,
  triangular: 3,
  normal: 4,
  normalTime: 5,
  lognormal: 6,
  gamma: 7,
  erlang: 8,
  weibull: 9,
  beta: 10,
  choice: 11,
  mixture: 12,
} as const;

/** A distribution lowered to a code and numbers, its times in minutes. */
export interface Spread {
  readonly code: number;
  /** What the numbers mean depends on the code; see `LOWERED`. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  /** Of a choice or a mixture: the cumulative shares, up to 1. */
  readonly shares: Float64Array;
  /** Of a choice: the values to choose from. */
  readonly values: Float64Array;
  /** Of a mixture: the parts to choose from. */
  readonly parts: readonly Spread[];
}

const NONE = new Float64Array(0);
const spread = (code: number, a = 0, b = 0, c = 0, d = 0): Spread => ({
  code,
  a,
  b,
  c,
  d,
  shares: NONE,
  values: NONE,
  parts: [],
});

/**
 * Lowers a distribution of time to minutes.
 *
 * @param otherwise - The unit of a distribution that names none: that of the mixture around it.
 */
export function spreadOfTime(distribution: Distribution, otherwise?: TimeUnit): Spread {
  const unit = distribution.unit ?? otherwise;
  if (unit === undefined && distribution.dist !== "mixture") throw new Error("a time without a unit passed validation");
  return lower(distribution, unit === undefined ? 1 : MINUTES[unit], true, unit);
}

/** Lowers a distribution of plain numbers, such as a field's sample. */
export function spreadOfNumber(distribution: Distribution): Spread {
  return lower(distribution, 1, false, undefined);
}

function lower(of: Distribution, scale: number, time: boolean, unit: TimeUnit | undefined): Spread {
  if (of.dist === "mixture") {
    const parts = of.parts.map((part) => (time ? spreadOfTime(part.of, unit) : spreadOfNumber(part.of)));
    return { ...spread(SPREAD.mixture), shares: cumulative(of.parts.map((part) => part.weight)), parts };
  }
  return (LOWERED[of.dist] as Lowering<typeof of.dist>)(of as never, scale, time);
}

type Simple = Exclude<Distribution, { dist: "mixture" }>;
type Lowering<K extends Simple["dist"]> = (of: Extract<Simple, { dist: K }>, scale: number, time: boolean) => Spread;

/** What becomes of each distribution, and what its numbers a, b, c, d then are. */
const LOWERED: { readonly [K in Simple["dist"]]: Lowering<K> } = {
  constant: ({ value }, scale) => spread(SPREAD.constant, value * scale),
  /** a: mean. */
  exponential: ({ mean }, scale) => spread(SPREAD.exponential, mean * scale),
  /** a: least, b: width. */
  uniform: ({ min, max }, scale) => spread(SPREAD.uniform, min * scale, (max - min) * scale),
  /** a: least, b: mode, c: most, d: where on the unit interval the mode lies. */
  triangular: ({ min, mode, max }, scale) =>
    max === min
      ? spread(SPREAD.constant, min * scale)
      : spread(SPREAD.triangular, min * scale, mode * scale, max * scale, (mode - min) / (max - min)),
  /** A beta over [min, max] with weight 4 on the mode (Malcolm et al. 1959). */
  pert: ({ min, mode, max }, scale) =>
    max === min
      ? spread(SPREAD.constant, min * scale)
      : spread(
          SPREAD.beta,
          min * scale,
          (max - min) * scale,
          1 + (4 * (mode - min)) / (max - min),
          1 + (4 * (max - mode)) / (max - min),
        ),
  /** a: mean, b: standard deviation; a time is redrawn below 0. */
  normal: ({ mean, sd }, scale, time) => spread(time ? SPREAD.normalTime : SPREAD.normal, mean * scale, sd * scale),
  /** a: mean and b: standard deviation of the logarithm, from those of the value itself. */
  lognormal: ({ mean, sd }, scale) => {
    const variance = ln1p((sd / mean) ** 2);
    return spread(SPREAD.lognormal, ln(mean * scale) - variance / 2, Math.sqrt(variance));
  },
  /** a: shape, b: scale. */
  gamma: ({ mean, sd }, scale) =>
    sd === 0
      ? spread(SPREAD.constant, mean * scale)
      : spread(SPREAD.gamma, (mean / sd) ** 2, ((sd * sd) / mean) * scale),
  /** a: number of stages, b: mean of each. */
  erlang: ({ k, mean }, scale) => spread(SPREAD.erlang, k, (mean * scale) / k),
  /** a: one over the shape, b: scale. */
  weibull: ({ shape, scale: size }, scale) => spread(SPREAD.weibull, 1 / shape, size * scale),
  /** a: least, b: width, c and d: the two shapes. */
  beta: ({ min, max, alpha, beta }, scale) => spread(SPREAD.beta, min * scale, (max - min) * scale, alpha, beta),
  hyperexponential: ({ share, mean }, scale) => ({
    ...spread(SPREAD.mixture),
    shares: cumulative(share),
    parts: mean.map((each) => spread(SPREAD.exponential, each * scale)),
  }),
  empirical: ({ values, weights }, scale) => ({
    ...spread(SPREAD.choice),
    shares: cumulative(weights ?? values.map(() => 1)),
    values: Float64Array.from(values, (value) => value * scale),
  }),
};

/** Weights added up from left to right and scaled so that the last is exactly 1. */
export function cumulative(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const shares = Float64Array.from(weights, (weight) => {
    sum += weight;
    return sum / total;
  });
  if (shares.length > 0) shares[shares.length - 1] = 1;
  return shares;
}
