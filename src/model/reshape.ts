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

type Parameters<K extends DistributionKind> = Omit<Of<K>, "unit" | "extensions">;

/** What was said of where the values lie, besides their middle: it stays as it is in every kind that says so, too. */
interface Bounds {
  readonly min: number;
  readonly max: number;
  /** The most likely value. */
  readonly mode?: number;
}

/** What the parameters of another kind are made from. Amounts that were typed are not rounded. */
interface Start extends Middle {
  /** With the mean before it was rounded. */
  readonly bounds: (Bounds & { readonly middle: number }) | undefined;
  readonly round: (value: number) => number;
}

/** For each kind: one of that kind with this mean and about this spread. */
const MADE: { readonly [K in Exclude<DistributionKind, "mixture">]: (of: Start) => Parameters<K> } = {
  constant: ({ mean }) => ({ dist: "constant", value: mean }),
  exponential: ({ mean }) => ({ dist: "exponential", mean }),
  uniform: (of) => ({ dist: "uniform", ...ends(of, 2, [-1, 1]) }),
  triangular: (of) => ({ dist: "triangular", ...pointed(of, 1, [-1, -1 / 3, 4 / 3]) }),
  pert: (of) => ({ dist: "pert", ...pointed(of, 4, [-1, -1 / 4, 2]) }),
  normal: ({ mean, sd }) => ({ dist: "normal", mean, sd }),
  lognormal: ({ mean, sd }) => ({ dist: "lognormal", mean, sd }),
  gamma: ({ mean, sd }) => ({ dist: "gamma", mean, sd }),
  erlang: ({ mean, sd }) => ({ dist: "erlang", k: Math.min(20, Math.max(1, Math.round((mean / sd) ** 2))), mean }),
  weibull: ({ mean, round }) => ({ dist: "weibull", shape: 2, scale: round(mean / exp(lnGamma(1.5))) }),
  beta: (of) => ({ dist: "beta", ...ends(of, 2, [-1, 1]), ...exponents(of) }),
  hyperexponential: ({ mean, round }) => ({
    dist: "hyperexponential",
    share: [0.8, 0.2],
    mean: [round(mean / 2), mean * 3],
  }),
  empirical: ({ mean }) => ({ dist: "empirical", values: [mean] }),
};

/**
 * Those that were there, or bounds so many reaches from the mean; a reach is as wide as the spread asks for and no wider
 * than the mean, so that nothing is below 0.
 */
function ends({ mean, sd, bounds, round }: Start, spreads: number, [least, most]: readonly [number, number]) {
  if (bounds) return { min: bounds.min, max: bounds.max };
  const reach = Math.min(mean, spreads * sd);
  return { min: round(mean + least * reach), max: round(mean + most * reach) };
}

/** Three points of which the kind's own weighing, by which the middle one counts so many times, gives the mean. */
function pointed(of: Start, weight: number, [least, mode, most]: readonly [number, number, number]) {
  const { bounds, round } = of;
  const { min, max } = ends(of, 1.5, [least, most]);
  if (!bounds) return { min, mode: round(of.mean + mode * Math.min(of.mean, 1.5 * of.sd)), max };
  const fitting = round(((weight + 2) * bounds.middle - min - max) / weight);
  return { min, mode: bounds.mode ?? Math.min(max, Math.max(min, fitting)), max };
}

/** Alpha and beta that put the mean where it is between the bounds; of a PERT estimate, its own. */
function exponents({ bounds, round }: Start) {
  const part = bounds && bounds.max > bounds.min ? (bounds.middle - bounds.min) / (bounds.max - bounds.min) : 0.5;
  const alpha = round(6 * part);
  return alpha > 0 && alpha < 6 ? { alpha, beta: round(6 - alpha) } : { alpha: 2, beta: 2 };
}

/**
 * A distribution of another kind, which the parameters start from when somebody chooses that kind: what both kinds have,
 * such as bounds, stays; so do the unit and what other programs wrote there, and for the rest the mean and about the
 * spread. A mixture begins with what there was as its only part, and one that has no other gives it back.
 */
export function reshape(distribution: Distribution, kind: DistributionKind): Distribution {
  if (distribution.dist === kind) return distribution;
  const { unit, extensions, ...own } = distribution;
  const kept = { ...(unit === undefined ? {} : { unit }), ...(extensions === undefined ? {} : { extensions }) };
  if (kind === "mixture") return { dist: "mixture", parts: [{ weight: 1, of: own as Distribution }], ...kept };
  if (distribution.dist === "mixture" && distribution.parts.length === 1)
    return { ...reshape({ ...kept, ...distribution.parts[0]!.of }, kind), ...(extensions && { extensions }) };
  const { mean, sd } = middleOf(distribution);
  const round = rounding(distribution);
  const bounds = boundsOf(distribution);
  const safe = Number.isFinite(mean) && (mean > 0 || bounds) ? round(mean) : 1;
  const spread = Number.isFinite(sd) && sd > 0 ? round(sd) : round(Math.abs(safe) / 2);
  return {
    ...MADE[kind]({ mean: safe, sd: spread, bounds: bounds && { ...bounds, middle: mean }, round }),
    ...kept,
  } as Distribution;
}

function boundsOf(distribution: Distribution): Bounds | undefined {
  if (!("min" in distribution)) return undefined;
  const { min, max } = distribution;
  const mode = "mode" in distribution ? { mode: distribution.mode } : {};
  const rising = min <= max && (mode.mode === undefined || (min <= mode.mode && mode.mode <= max));
  return rising ? { min, max, ...mode } : undefined;
}

/** Rounds to four significant digits: a start for typing, not a measurement. What was typed stays as it is. */
function rounding(distribution: Distribution): (value: number) => number {
  const typed = new Set<unknown>(Object.values(distribution));
  return (value) => (typed.has(value) ? value : Number(value.toPrecision(4)));
}
