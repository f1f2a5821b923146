import { type Distribution, type DistributionKind, MINUTES } from "../src/model/distribution.ts";
import { lnGamma, normalShare } from "../src/model/special.ts";

/** Mean and variance: in minutes and their square, or of plain numbers. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

type Of<K extends DistributionKind> = Extract<Distribution, { readonly dist: K }>;

const gammaFunction = (x: number) => Math.exp(lnGamma(x));
const normalDensity = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Of a weighted choice between several: the law of total variance. */
export function mixed(weights: readonly number[], parts: readonly Moments[]): Moments {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const over = (of: (part: Moments) => number) =>
    parts.reduce((sum, part, i) => sum + (weights[i]! / total) * of(part), 0);
  const mean = over((part) => part.mean);
  return { mean, variance: over((part) => part.variance + (part.mean - mean) ** 2) };
}

/** The textbook's formulas, each from the parameters as they are written in the file. */
const FORMULAS: { readonly [K in DistributionKind]: (of: Of<K>) => Moments } = {
  constant: ({ value }) => ({ mean: value, variance: 0 }),
  exponential: ({ mean }) => ({ mean, variance: mean ** 2 }),
  uniform: ({ min, max }) => ({ mean: (min + max) / 2, variance: (max - min) ** 2 / 12 }),
  triangular: ({ min: a, mode: c, max: b }) => ({
    mean: (a + b + c) / 3,
    variance: (a * a + b * b + c * c - a * b - a * c - b * c) / 18,
  }),
  // Malcolm et al. (1959): the mean of (a + 4 m + b) / 6, and the variance that goes with weight 4.
  pert: ({ min, mode, max }) => {
    const mean = (min + 4 * mode + max) / 6;
    return { mean, variance: ((mean - min) * (max - mean)) / 7 };
  },
  // A time is cut off below 0 (the inverse Mills ratio); a plain number is not.
  normal: ({ mean, sd, unit }) => {
    if (unit === undefined) return { mean, variance: sd ** 2 };
    const cut = -mean / sd;
    const mills = normalDensity(cut) / normalShare(-cut);
    return { mean: mean + sd * mills, variance: sd ** 2 * (1 + cut * mills - mills ** 2) };
  },
  lognormal: ({ mean, sd }) => ({ mean, variance: sd ** 2 }),
  gamma: ({ mean, sd }) => ({ mean, variance: sd ** 2 }),
  erlang: ({ k, mean }) => ({ mean, variance: mean ** 2 / k }),
  weibull: ({ shape, scale }) => {
    const first = gammaFunction(1 + 1 / shape);
    return { mean: scale * first, variance: scale ** 2 * (gammaFunction(1 + 2 / shape) - first ** 2) };
  },
  beta: ({ min, max, alpha, beta }) => {
    const sum = alpha + beta;
    return {
      mean: min + ((max - min) * alpha) / sum,
      variance: ((max - min) ** 2 * alpha * beta) / (sum ** 2 * (sum + 1)),
    };
  },
  hyperexponential: ({ share, mean }) =>
    mixed(
      share,
      mean.map((each) => ({ mean: each, variance: each ** 2 })),
    ),
  empirical: ({ values, weights }) =>
    mixed(
      weights ?? values.map(() => 1),
      values.map((value) => ({ mean: value, variance: 0 })),
    ),
  mixture: ({ parts, unit }) =>
    mixed(
      parts.map(({ weight }) => weight),
      parts.map(({ of }) => momentsOf(of.unit === undefined && unit !== undefined ? { ...of, unit } : of)),
    ),
};

/** Mean and variance of a distribution by formula. */
export function momentsOf(of: Distribution): Moments {
  const { mean, variance } = (FORMULAS[of.dist] as (of: Distribution) => Moments)(of);
  const by = of.dist === "mixture" || of.unit === undefined ? 1 : MINUTES[of.unit];
  return { mean: mean * by, variance: variance * by * by };
}
