import { exp, ln, ln1p } from "./elementary.ts";

/** Lanczos' coefficients for g = 7, n = 9, as printed by Godfrey (2001); good to about 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

const SMALLEST = 1e-300;
const STEPS = 5000;
/** From here on the series takes too many terms, and the cube root of a gamma value is normal to one in a million. */
const LARGE = 1e5;

/**
 * The natural logarithm of the gamma function, by Lanczos' approximation.
 *
 * @param x - More than 0.
 */
export function lnGamma(x: number): number {
  if (x < 0.5) return ln(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += (LANCZOS[i] ?? 0) / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * ln(2 * Math.PI) + (x - 0.5) * ln(t) - t + ln(sum);
}

/**
 * The regularised lower incomplete gamma function P(a, x): a series below a + 1, a continued fraction above
 * (Abramowitz and Stegun 6.5.29 and 6.5.31), and for very large a the approximation of Wilson and Hilferty (1931).
 *
 * @param a - More than 0.
 * @returns 0 for x ≤ 0, rising to 1.
 */
export function gammaShare(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  if (a > LARGE) return normalShare(3 * Math.sqrt(a) * (Math.cbrt(x / a) - 1 + 1 / (9 * a)));
  const factor = exp(a * ln(x) - x - lnGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < STEPS && Math.abs(term) > sum * 1e-16; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.min(1, sum * factor);
  }
  const fraction = lentz(x + 1 - a, (n) => [-n * (n - a), x + 1 - a + 2 * n]);
  return Math.max(0, 1 - factor / fraction);
}

/**
 * The regularised incomplete beta function I(x; a, b), by its continued fraction (Abramowitz and Stegun 26.5.8).
 *
 * @param a - More than 0.
 * @param b - More than 0.
 * @returns 0 for x ≤ 0, rising to 1 for x ≥ 1.
 */
export function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast only below the mean; above it the mirror image does.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a);
  const factor = exp(a * ln(x) + b * ln1p(-x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b)) / a;
  return factor / lentz(1, (n) => [betaTerm(n, x, a, b), 1]);
}

function betaTerm(n: number, x: number, a: number, b: number): number {
  const m = Math.floor(n / 2);
  return n % 2 === 0
    ? (m * (b - m) * x) / ((a + n - 1) * (a + n))
    : (-(a + m) * (a + b + m) * x) / ((a + n - 1) * (a + n));
}

/** The share of a standard normal distribution that lies below `z`. */
export function normalShare(z: number): number {
  const half = gammaShare(0.5, (z * z) / 2) / 2;
  return z < 0 ? 0.5 - half : 0.5 + half;
}

/** A continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)), by Lentz' method as modified by Thompson and Barnett (1986). */
function lentz(first: number, term: (n: number) => readonly [a: number, b: number]): number {
  let value = first === 0 ? SMALLEST : first;
  let above = value;
  let below = 0;
  for (let n = 1; n < STEPS; n++) {
    const [a, b] = term(n);
    below = 1 / (b + a * below || SMALLEST);
    above = b + a / above || SMALLEST;
    const change = above * below;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}
