/** As `src/simulate/random.ts`, which see: the same numbers by the same keys. */
import { exp, ln } from "./elementary";

let high: i32 = 0;
let low: i32 = 0;
let drawn: i32 = 0;

/** Where the tables of the ziggurats lie: 256 widths, 257 heights, 256 positions inside. */
let exponentials: usize = 0;
let normals: usize = 0;
let exponentialTail: f64 = 0;
let normalTailStart: f64 = 0;

const HEIGHTS: usize = 256 * 8;
const INSIDES: usize = HEIGHTS + 257 * 8;

/** Tells where the tables lie and where the tails begin. */
export function setTables(exponential: usize, exponentialFrom: f64, normal: usize, normalFrom: f64): void {
  exponentials = exponential;
  exponentialTail = exponentialFrom;
  normals = normal;
  normalTailStart = normalFrom;
}

export function open(recordHigh: i32, recordLow: i32, site: i32, visit: i32): void {
  high = recordHigh ^ site;
  low = recordLow + visit * <i32>0x9e3779b9;
  drawn = 0;
}

function word(): i32 {
  let x: u32 = high + drawn * <i32>0x6c078965;
  drawn++;
  x = (x ^ (x >>> 16)) * 0x7feb352d;
  x = (x ^ (x >>> 15)) + low;
  x = (x ^ (x >>> 16)) * 0x21f0aaad;
  x = (x ^ (x >>> 15)) * 0x735a2d97;
  return x ^ (x >>> 15);
}

export function share(): f64 {
  return <f64>(<u32>word()) * 2.3283064365386963e-10;
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
    const at = exponentials + ((<usize>layer) << 3);
    const x = <f64>position * load<f64>(at);
    if (<i32>position < load<i32>(exponentials + INSIDES + ((<usize>layer) << 2))) return x;
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
    const at = normals + ((<usize>layer) << 3);
    const x = <f64>position * load<f64>(at);
    const sign: f64 = word() < 0 ? -1 : 1;
    if (<i32>position < load<i32>(normals + INSIDES + ((<usize>layer) << 2))) return sign * x;
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
