/**
 * Logarithm, exponential and power with the same bits everywhere. JavaScript leaves the last bits of `Math.log`,
 * `Math.exp` and `**` to the engine: Node 20 and Chromium 156 differ in one of ten results. A simulation must not.
 * Only what IEEE 754 prescribes to the bit is used here: + − × ÷, and the bits of a number.
 *
 * After `e_log.c` and `e_exp.c` of fdlibm: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed
 * at SunPro, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely
 * granted, provided that this notice is preserved.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const number = new Float64Array(1);
const words = new Int32Array(number.buffer);
number[0] = 1;
/** Where the word with sign and exponent lies on this machine. */
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;

/**
 * The natural logarithm, to less than 1 unit in the last place.
 *
 * @returns NaN below 0, −∞ at 0.
 */
export function ln(value: number): number {
  if (!(value > 0)) return value === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (value === Number.POSITIVE_INFINITY) return value;
  // Numbers too small to be normal are lifted by 2⁵⁴ first.
  const small = value < 2.2250738585072014e-308;
  number[0] = small ? value * 18014398509481984 : value;
  const fraction = words[HIGH]! & 0xfffff;
  const up = (fraction + 0x95f64) & 0x100000;
  const k = (words[HIGH]! >> 20) - 1023 + (up >> 20) - (small ? 54 : 0);
  words[HIGH] = fraction | (up ^ 0x3ff00000);
  const f = number[0]! - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + odd + even) + k * LN2_LOW) - f);
}

/** The natural logarithm of 1 + `value`, without loss where `value` is small (Kahan). */
export function ln1p(value: number): number {
  const sum = 1 + value;
  return sum === 1 || sum === Number.POSITIVE_INFINITY ? value : (ln(sum) * value) / (sum - 1);
}

/** 2 to the power of −1074 to 1023, at 0 to 2097. */
const POWERS = new Float64Array(2098);
POWERS[1074] = 1;
for (let i = 1075; i < 2098; i++) POWERS[i] = POWERS[i - 1]! * 2;
for (let i = 1073; i >= 0; i--) POWERS[i] = POWERS[i + 1]! / 2;

/** e to the power of `value`, to less than 1 unit in the last place where that is a normal number. */
export function exp(value: number): number {
  if (value > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (value < -745.1332191019412) return 0;
  if (Number.isNaN(value)) return value;
  const k = Math.trunc(Math.LOG2E * value + (value < 0 ? -0.5 : 0.5));
  const high = value - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const x = high - low;
  const t = x * x;
  const c =
    x -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  const y = 1 - (low - (x * c) / (2 - c) - high);
  // In two steps, because 2^k itself may lie beyond what a number can hold.
  const first = k >> 1;
  return y * POWERS[first + 1074]! * POWERS[k - first + 1074]!;
}

/**
 * `base` to the power of `exponent`, by logarithm: relative error about 10⁻¹⁶ times the size of the result's logarithm.
 *
 * @param base - Not below 0.
 */
export function power(base: number, exponent: number): number {
  return exponent === 0 ? 1 : exp(exponent * ln(base));
}
