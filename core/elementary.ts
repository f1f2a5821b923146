/** As `src/model/elementary.ts`, which see: the same operations in the same order, so the same bits. */

const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;

export function ln(value: f64): f64 {
  if (!(value > 0)) return value === 0 ? -Infinity : NaN;
  if (value === Infinity) return value;
  const small = value < 2.2250738585072014e-308;
  const bits = reinterpret<u64>(small ? value * 18014398509481984 : value);
  const word = <i32>(bits >> 32);
  const fraction = word & 0xfffff;
  const up = (fraction + 0x95f64) & 0x100000;
  const k = <f64>((word >> 20) - 1023 + (up >> 20) - (small ? 54 : 0));
  const f = reinterpret<f64>(((<u64>(fraction | (up ^ 0x3ff00000))) << 32) | (bits & 0xffffffff)) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + odd + even) + k * LN2_LOW) - f);
}

export function exp(value: f64): f64 {
  if (value > 709.782712893384) return Infinity;
  if (value < -745.1332191019412) return 0;
  if (isNaN(value)) return value;
  const k = <i32>(Math.LOG2E * value + (value < 0 ? -0.5 : 0.5));
  const high = value - <f64>k * LN2_HIGH;
  const low = <f64>k * LN2_LOW;
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
  const first = k >> 1;
  return y * powerOfTwo(first) * powerOfTwo(k - first);
}

/** Within the range of normal numbers. */
function powerOfTwo(exponent: i32): f64 {
  return reinterpret<f64>((<u64>(exponent + 1023)) << 52);
}

export function power(base: f64, exponent: f64): f64 {
  return exponent === 0 ? 1 : exp(exponent * ln(base));
}
