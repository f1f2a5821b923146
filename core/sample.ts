/** As `src/simulate/sample.ts`, which see. */
import { exp, ln, power } from "./elementary";
import { exponential, normal, uniform } from "./random";
import { Spread } from "./tables";

// As SPREAD of src/compile/spread.ts.
const CONSTANT: i32 = 0;
const EXPONENTIAL: i32 = 1;
const UNIFORM: i32 = 2;
const TRIANGULAR: i32 = 3;
const NORMAL: i32 = 4;
const NORMAL_TIME: i32 = 5;
const LOGNORMAL: i32 = 6;
const GAMMA: i32 = 7;
const ERLANG: i32 = 8;
const WEIBULL: i32 = 9;
const BETA: i32 = 10;
const CHOICE: i32 = 11;

export function sample(spread: Spread): f64 {
  const code = spread.code;
  if (code === EXPONENTIAL) return spread.a * exponential();
  if (code === CONSTANT) return spread.a;
  return rarer(spread, code);
}

function rarer(spread: Spread, code: i32): f64 {
  if (code === UNIFORM) return spread.a + spread.b * uniform();
  if (code === LOGNORMAL) return exp(spread.a + spread.b * normal());
  if (code === TRIANGULAR) return triangular(spread, uniform());
  if (code === NORMAL) return spread.a + spread.b * normal();
  if (code === NORMAL_TIME) return normalTime(spread);
  if (code === GAMMA) return spread.b * gamma(spread.a);
  if (code === ERLANG) return spread.b * erlang(spread.a);
  if (code === WEIBULL) return spread.b * power(exponential(), spread.a);
  if (code === BETA) {
    const x = gamma(spread.c);
    return spread.a + (spread.b * x) / (x + gamma(spread.d));
  }
  const place = choose(spread, uniform());
  if (code === CHOICE) return load<f64>(spread.values + ((<usize>place) << 3));
  return sample(changetype<Spread>(load<usize>(spread.parts + ((<usize>place) << 2))));
}

function triangular(spread: Spread, u: f64): f64 {
  const min = spread.a;
  const mode = spread.b;
  const max = spread.c;
  return u < spread.d ? min + sqrt(u * (max - min) * (mode - min)) : max - sqrt((1 - u) * (max - min) * (max - mode));
}

function normalTime(spread: Spread): f64 {
  while (true) {
    const x = spread.a + spread.b * normal();
    if (x >= 0) return x;
  }
}

const STAGES: f64 = 12;

function erlang(stages: f64): f64 {
  if (stages > STAGES) return gamma(stages);
  let sum: f64 = 0;
  for (let i: f64 = 0; i < stages; i++) sum += exponential();
  return sum;
}

function gamma(shape: f64): f64 {
  if (shape < 1) return gamma(shape + 1) * power(uniform(), 1 / shape);
  const d = shape - 1.0 / 3.0;
  const c = 1 / sqrt(9 * d);
  while (true) {
    const x = normal();
    const root = 1 + c * x;
    const v = root * root * root;
    if (v > 0 && ln(uniform()) < 0.5 * x * x + d - d * v + d * ln(v)) return d * v;
  }
}

function choose(spread: Spread, u: f64): i32 {
  let first = 0;
  let last = spread.count - 1;
  while (first < last) {
    const middle = (first + last) >>> 1;
    if (u < load<f64>(spread.shares + ((<usize>middle) << 3))) last = middle;
    else first = middle + 1;
  }
  return first;
}
