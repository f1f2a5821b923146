import type { Distribution, DistributionKind } from "./distribution.ts";

type Of<K extends DistributionKind> = Extract<Distribution, { readonly dist: K }>;

/** About the middle of a distribution and how far its values lie from it, in its own unit. */
interface Middle {
  readonly mean: number;
  readonly sd: number;
}

const even = (least: number, most: number): Middle => ({ mean: (least + most) / 2, sd: (most - least) / 4 });

/** For each kind: the middle that its parameters speak of. Where they name none, a fair guess is enough. */
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
  weibull: ({ scale }) => ({ mean: scale, sd: scale / 2 }),
  beta: ({ min, max, alpha, beta }) => ({
    mean: min + ((max - min) * alpha) / (alpha + beta),
    sd: (max - min) / 5,
  }),
  hyperexponential: ({ share, mean }) => {
    const middle = share.reduce((sum, each, i) => sum + each * (mean[i] ?? 0), 0);
    return { mean: middle, sd: middle };
  },
  empirical: ({ values }) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { mean, sd: mean / 2 };
  },
  mixture: ({ parts }) => {
    const first = parts[0];
    return first ? middleOf(first.of) : { mean: 1, sd: 1 };
  },
};

function middleOf(distribution: Distribution): Middle {
  return (MIDDLES[distribution.dist] as (of: Distribution) => Middle)(distribution);
}

type Parameters<K extends DistributionKind> = Omit<Of<K>, "unit">;

/** For each kind: one of that kind with about this middle. */
const MADE: { readonly [K in DistributionKind]: (of: Middle) => Parameters<K> } = {
  constant: ({ mean }) => ({ dist: "constant", value: mean }),
  exponential: ({ mean }) => ({ dist: "exponential", mean }),
  uniform: ({ mean, sd }) => ({ dist: "uniform", min: round(Math.max(0, mean - 2 * sd)), max: round(mean + 2 * sd) }),
  triangular: (of) => ({ dist: "triangular", ...threePoints(of) }),
  pert: (of) => ({ dist: "pert", ...threePoints(of) }),
  normal: ({ mean, sd }) => ({ dist: "normal", mean, sd }),
  lognormal: ({ mean, sd }) => ({ dist: "lognormal", mean, sd }),
  gamma: ({ mean, sd }) => ({ dist: "gamma", mean, sd }),
  erlang: ({ mean, sd }) => ({ dist: "erlang", k: Math.min(20, Math.max(1, Math.round((mean / sd) ** 2))), mean }),
  weibull: ({ mean }) => ({ dist: "weibull", shape: 2, scale: mean }),
  beta: (of) => ({ dist: "beta", min: threePoints(of).min, max: threePoints(of).max, alpha: 2, beta: 2 }),
  hyperexponential: ({ mean }) => ({ dist: "hyperexponential", share: [0.8, 0.2], mean: [round(mean / 2), mean * 3] }),
  empirical: ({ mean }) => ({ dist: "empirical", values: [mean] }),
  mixture: ({ mean }) => ({ dist: "mixture", parts: [{ weight: 1, of: { dist: "constant", value: mean } }] }),
};

function threePoints({ mean, sd }: Middle) {
  return { min: round(Math.max(0, mean - 2 * sd)), mode: mean, max: round(mean + 3 * sd) };
}

/**
 * A distribution of another kind with about the same middle and spread and the same unit: what the parameters start
 * from when somebody chooses another kind.
 */
export function reshape(distribution: Distribution, kind: DistributionKind): Distribution {
  if (distribution.dist === kind) return distribution;
  const { mean, sd } = middleOf(distribution);
  const safe = Number.isFinite(mean) && mean > 0 ? round(mean) : 1;
  const made = MADE[kind]({ mean: safe, sd: Number.isFinite(sd) && sd > 0 ? round(sd) : round(safe / 2) });
  return { ...made, ...(distribution.unit === undefined ? {} : { unit: distribution.unit }) } as Distribution;
}

/** Three significant digits: a start for typing, not a measurement. */
function round(value: number): number {
  return Number(value.toPrecision(3));
}
