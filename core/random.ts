/** As `src/simulate/random.ts`, which see: the same numbers by the same keys. */
import { exp, ln } from "./elementary";

let high: i32 = 0;
let low: i32 = 0;
let drawn: i32 = 0;

const HEIGHTS: usize = 256 * 8;
const INSIDES: usize = HEIGHTS + 257 * 8;
const TABLE: i32 = <i32>INSIDES + 256 * 4;
/** The tables of the ziggurats: 256 widths, 257 heights, 256 positions inside. */
const EXPONENTIALS = memory.data(TABLE, 8);
/** Of the exponential: each width beside its position inside, so that a draw looks at one place. */
const LAYERS = memory.data(256 * 16, 16);
const NORMALS = memory.data(TABLE, 8);
let exponentialTail: f64 = 0;
let normalTailStart: f64 = 0;

/** Tells where the tables may be copied from and where the tails begin. */
export function setTables(exponential: usize, exponentialFrom: f64, normal: usize, normalFrom: f64): void {
  memory.copy(EXPONENTIALS, exponential, TABLE);
  exponentialTail = exponentialFrom;
  memory.copy(NORMALS, normal, TABLE);
  for (let layer: usize = 0; layer < 256; layer++) {
    store<f64>(LAYERS + (layer << 4), load<f64>(EXPONENTIALS + (layer << 3)));
    store<u32>(LAYERS + (layer << 4), load<u32>(EXPONENTIALS + INSIDES + (layer << 2)), 8);
  }
  normalTailStart = normalFrom;
}

export function open(recordHigh: i32, recordLow: i32, site: i32, visit: i32): void {
  high = recordHigh ^ site;
  low = recordLow + visit * <i32>0x9e3779b9;
  drawn = 0;
}

function word(): i32 {
  return mixed(high + drawn++ * <i32>0x6c078965, low);
}

// @inline
function mixed(high: u32, low: u32): u32 {
  let x = (high ^ (high >>> 16)) * 0x7feb352d;
  x = (x ^ (x >>> 15)) + low;
  x = (x ^ (x >>> 16)) * 0x21f0aaad;
  x = (x ^ (x >>> 15)) * 0x735a2d97;
  return x ^ (x >>> 15);
}

/** As `mix` of `src/compile/key.ts`. */
export function mix(bits: i32): i32 {
  let x: u32 = bits;
  x = (x ^ (x >>> 16)) * 0x21f0aaad;
  x = (x ^ (x >>> 15)) * 0x735a2d97;
  return x ^ (x >>> 15);
}

/** The first word of a key, without opening it. */
// @inline
function firstWord(recordHigh: i32, recordLow: i32, site: i32, visit: i32): u32 {
  return mixed(recordHigh ^ site, recordLow + visit * <i32>0x9e3779b9);
}

/** A share as the first draw of a key. */
// @inline
export function firstShare(recordHigh: i32, recordLow: i32, site: i32, visit: i32): f64 {
  return <f64>firstWord(recordHigh, recordLow, site, visit) * 2.3283064365386963e-10;
}

/** Exponential with mean 1 as the first draw of a key: nearly always one word of it is enough. */
// @inline
export function firstExponential(recordHigh: i32, recordLow: i32, site: i32, visit: i32): f64 {
  const bits = firstWord(recordHigh, recordLow, site, visit);
  const position = bits >>> 8;
  const layer = (bits & 255) << 4;
  if (position < load<u32>(layer, LAYERS + 8)) return <f64>(<i32>position) * load<f64>(layer, LAYERS);
  open(recordHigh, recordLow, site, visit);
  return exponential();
}

export function uniform(): f64 {
  const first = <f64>(<u32>word() >>> 6);
  return (first * 67108864 + <f64>(<u32>word() >>> 6) + 0.5) * 2.220446049250313e-16;
}

export function exponential(): f64 {
  while (true) {
    const bits = word();
    const layer = bits & 255;
    const position = <u32>bits >>> 8;
    const at = EXPONENTIALS + ((<usize>layer) << 3);
    const x = <f64>position * load<f64>(at);
    if (<i32>position < load<i32>(EXPONENTIALS + INSIDES + ((<usize>layer) << 2))) return x;
    if (layer === 0) return exponentialTail - ln(uniform());
    const height = load<f64>(at + HEIGHTS);
    if (height + uniform() * (load<f64>(at + HEIGHTS + 8) - height) < exp(-x)) return x;
  }
}

export function normal(): f64 {
  while (true) {
    const bits = word();
    const layer = bits & 255;
    const position = <u32>bits >>> 8;
    const at = NORMALS + ((<usize>layer) << 3);
    const x = <f64>position * load<f64>(at);
    const sign: f64 = word() < 0 ? -1 : 1;
    if (<i32>position < load<i32>(NORMALS + INSIDES + ((<usize>layer) << 2))) return sign * x;
    if (layer === 0) return sign * normalTail();
    const height = load<f64>(at + HEIGHTS);
    if (height + uniform() * (load<f64>(at + HEIGHTS + 8) - height) < exp((-x * x) / 2)) return sign * x;
  }
}

function normalTail(): f64 {
  while (true) {
    const x = -ln(uniform()) / normalTailStart;
    const y = -ln(uniform());
    if (y + y > x * x) return normalTailStart + x;
  }
}
