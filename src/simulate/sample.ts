import { SPREAD, type Spread } from "../compile/spread.ts";
import { exp, ln, power } from "../model/elementary.ts";
import type { Random } from "./random.ts";

/**
 * Draws from a distribution.
 *
 * @param random - Opened at the key of this draw.
 * @returns Minutes, or a plain number for a field.
 */
export function sample(spread: Spread, random: Random): number {
  switch (spread.code) {
    case SPREAD.constant:
      return spread.a;
    case SPREAD.exponential:
      return spread.a * random.exponential();
    case SPREAD.uniform:
      return spread.a + spread.b * random.uniform();
    case SPREAD.lognormal:
      return exp(spread.a + spread.b * random.normal());
    default:
      return rarer(spread, random);
  }
}

/** Apart, so that the engine's loop can take in the frequent ones whole. */
function rarer(spread: Spread, random: Random): number {
  switch (spread.code) {
    case SPREAD.triangular:
      return triangular(spread, random.uniform());
    case SPREAD.normal:
      return spread.a + spread.b * random.normal();
    case SPREAD.normalTime:
      return normalTime(spread, random);
    case SPREAD.gamma:
      return spread.b * gamma(spread.a, random);
    case SPREAD.erlang:
      return spread.b * erlang(spread.a, random);
    case SPREAD.weibull:
      return spread.b * power(random.exponential(), spread.a);
    case SPREAD.beta: {
      const x = gamma(spread.c, random);
      return spread.a + (spread.b * x) / (x + gamma(spread.d, random));
    }
    case SPREAD.choice:
      return spread.values[choose(spread.shares, random.uniform())]!;
    case SPREAD.mixture:
      return sample(spread.parts[choose(spread.shares, random.uniform())]!, random);
    default:
      throw new Error(`no such distribution: ${spread.code}`);
  }
}

/** By inversion: the mode lies at `d` of the unit interval. */
function triangular({ a: min, b: mode, c: max, d }: Spread, u: number): number {
  return u < d
    ? min + Math.sqrt(u * (max - min) * (mode - min))
    : max - Math.sqrt((1 - u) * (max - min) * (max - mode));
}

/** Redrawn below 0, as times cannot be; validation sees to it that this ends. */
function normalTime({ a: mean, b: sd }: Spread, random: Random): number {
  for (;;) {
    const x = mean + sd * random.normal();
    if (x >= 0) return x;
  }
}

/** Above this many stages, the sum is drawn at once. */
const STAGES = 12;

function erlang(stages: number, random: Random): number {
  if (stages > STAGES) return gamma(stages, random);
  let sum = 0;
  for (let i = 0; i < stages; i++) sum += random.exponential();
  return sum;
}

/** Gamma with scale 1 by Marsaglia and Tsang (2000); shapes below 1 are boosted with a power of a uniform. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * power(random.uniform(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const root = 1 + c * x;
    const v = root * root * root;
    if (v > 0 && ln(random.uniform()) < 0.5 * x * x + d - d * v + d * ln(v)) return d * v;
  }
}

/** The first place whose cumulative share lies above `u`, by bisection. */
export function choose(shares: Float64Array, u: number): number {
  let low = 0;
  let high = shares.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (u < shares[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
