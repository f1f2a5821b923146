import { type Distribution, type DistributionKind, MINUTES } from "./distribution.ts";
import { exp } from "./elementary.ts";
import { lnGamma } from "./special.ts";

type Of<K extends DistributionKind> = Extract<Distribution, { readonly dist: K }>;

/** About the middle of a distribution and how far its values lie from it, in its own unit. */
interface Middle {
  readonly mean: number;
  readonly sd: number;
}

const even = (least: number, most: number): Middle => ({ mean: (least + most) / 2, sd: (most - least) / 4 });

/** For each kind: its mean, and about how far its values lie from it. */
const MIDDLES: { readonly [K in DistributionKind]: (of: Of<K>) => Middle } = {
  constant: ({ value }) => ({ mean: value, sd: value / 2 }),
  exponential: ({ mean }) => ({ mean, sd: mean }),
  uniform: ({ min, max }) => even(min, max),
  triangular: ({ min, mode, max }) => ({ mean: (min + mode + max) / 3, sd: (max - min) / 5 }),
  pert: ({ min, mode, max }) => ({ mean: (min + 4 * mode + max) / 6, sd: (max - min) / 6 }),
  normal: ({ mean, sd }) => ({ mean, sd }),
  lognormal: ({ mean, sd }) => ({ mean, sd }),
  gamma: ({ mean, sd }) => ({ mean, sd }),
  erlang: ({ k, mean }) => ({ mean, sd: mean / Math.sqrt(k) }),
  weibull: ({ shape, scale }) => ({ mean: scale * exp(lnGamma(1 + 1 / shape)), sd: scale / 2 }),
  beta: ({ min, max, alpha, beta }) => ({
    mean: min + ((max - min) * alpha) / (alpha + beta),
    sd: (max - min) / 5,
  }),
  hyperexponential: ({ share, mean }) => {
    const middle = weighed(share, mean);
    return { mean: middle, sd: middle };
  },
  empirical: ({ values, weights = values.map(() => 1) }) => {
    const mean = weighed(weights, values);
    return { mean, sd: mean / 2 };
  },
  mixture: ({ parts, unit }) => {
    const inUnit = (part: Distribution) =>
      part.unit === undefined || unit === undefined ? 1 : MINUTES[part.unit] / MINUTES[unit];
    const of = (key: keyof Middle) =>
      weighed(
        parts.map(({ weight }) => weight),
        parts.map((part) => middleOf(part.of)[key] * inUnit(part.of)),
      );
    return { mean: of("mean"), sd: of("sd") };
  },
};

function weighed(weights: readonly number[], values: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? Number.NaN), 0) / total;
}

function middleOf(distribution: Distribution): Middle {
  return (MIDDLES[distribution.dist] as (of: Distribution) => Middle)(distribution);
}

type Parameters<K extends DistributionKind> = Omit<Of<K>, "unit">;

/** For each kind: one of that kind with this mean and about this spread. */
const MADE: { readonly [K in DistributionKind]: (of: Middle) => Parameters<K> } = {
  constant: ({ mean }) => ({ dist: "constant", value: mean }),
  exponential: ({ mean }) => ({ dist: "exponential", mean }),
  uniform: (of) => ({ dist: "uniform", ...around(of, 2, [-1, 1]) }),
  triangular: (of) => ({ dist: "triangular", ...pointed(of, [-1, -1 / 3, 4 / 3]) }),
  pert: (of) => ({ dist: "pert", ...pointed(of, [-1, -1 / 4, 2]) }),
  normal: ({ mean, sd }) => ({ dist: "normal", mean, sd }),
  lognormal: ({ mean, sd }) => ({ dist: "lognormal", mean, sd }),
  gamma: ({ mean, sd }) => ({ dist: "gamma", mean, sd }),
  erlang: ({ mean, sd }) => ({ dist: "erlang", k: Math.min(20, Math.max(1, Math.round((mean / sd) ** 2))), mean }),
  weibull: ({ mean }) => ({ dist: "weibull", shape: 2, scale: round(mean / exp(lnGamma(1.5))) }),
  beta: (of) => ({ dist: "beta", ...around(of, 2, [-1, 1]), alpha: 2, beta: 2 }),
  hyperexponential: ({ mean }) => ({ dist: "hyperexponential", share: [0.8, 0.2], mean: [round(mean / 2), mean * 3] }),
  empirical: ({ mean }) => ({ dist: "empirical", values: [mean] }),
  mixture: ({ mean }) => ({ dist: "mixture", parts: [{ weight: 1, of: { dist: "constant", value: mean } }] }),
};

/** Bounds so many reaches from the mean; a reach is as wide as the spread asks for and no wider than the mean, so that nothing is below 0. */
function around({ mean, sd }: Middle, spreads: number, [least, most]: readonly [number, number]) {
  const reach = Math.min(mean, spreads * sd);
  return { min: round(mean + least * reach), max: round(mean + most * reach) };
}

/** Three points of which the kind's own weighing gives the mean. */
function pointed(of: Middle, [least, mode, most]: readonly [number, number, number]) {
  const reach = Math.min(of.mean, 1.5 * of.sd);
  const { min, max } = around(of, 1.5, [least, most]);
  return { min, mode: round(of.mean + mode * reach), max };
}

/**
 * A distribution of another kind with the same mean, about the same spread and the same unit: what the parameters start
 * from when somebody chooses another kind.
 */
export function reshape(distribution: Distribution, kind: DistributionKind): Distribution {
  if (distribution.dist === kind) return distribution;
  const { mean, sd } = middleOf(distribution);
  const safe = Number.isFinite(mean) && mean > 0 ? round(mean) : 1;
  const made = MADE[kind]({ mean: safe, sd: Number.isFinite(sd) && sd > 0 ? round(sd) : round(safe / 2) });
  return { ...made, ...(distribution.unit === undefined ? {} : { unit: distribution.unit }) } as Distribution;
}

/** Four significant digits: a start for typing, not a measurement. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
