import { mix } from "../compile/key.ts";
import { exp, ln } from "../model/elementary.ts";
import { EXPONENTIAL, NORMAL } from "./ziggurat.ts";

/** What a draw is for; part of its key. */
export const PURPOSE = { work: 1, patience: 2, chance: 3, pause: 4, delay: 5, field: 6, arrival: 7, batch: 8 } as const;

/** The key of one node (or flow, or field) for one purpose; made once, before the run. */
export function siteKey(key: number, purpose: number): number {
  return mix(key ^ Math.imul(purpose, 0x9e3779b1));
}

/**
 * Random numbers by key, not in a stream: what is drawn depends on (seed, replication, record, node, visit, purpose) and
 * on nothing else. So two scenarios give the same record the same luck wherever they agree, however else they differ.
 *
 * `open` turns a key into a short stream of its own, from which a draw takes as many words as it needs.
 */
export class Random {
  private high = 0;
  private low = 0;
  private drawn = 0;

  /**
   * Opens the stream of one key.
   *
   * @param high - First half of the record's key; see `recordKeys`.
   * @param low - Second half.
   * @param site - From `siteKey`.
   * @param visit - Which visit of the record to the node it is, from 0.
   */
  open(high: number, low: number, site: number, visit: number): void {
    this.high = high ^ site;
    this.low = (low + Math.imul(visit, 0x9e3779b9)) | 0;
    this.drawn = 0;
  }

  /** The next 32 random bits, as a signed integer. */
  word(): number {
    // Two injections with a full mix after each, so that neighbouring keys in either half have nothing in common.
    let x = (this.high + Math.imul(this.drawn++, 0x6c078965)) | 0;
    x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
    x = ((x ^ (x >>> 15)) + this.low) | 0;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return x ^ (x >>> 15);
  }

  /** A number from 0 up to, not including, 1, in steps of 2⁻³². */
  share(): number {
    return (this.word() >>> 0) * 2 ** -32;
  }

  /** A number strictly between 0 and 1, with 52 random bits. */
  uniform(): number {
    const high = this.word() >>> 6;
    return (high * 2 ** 26 + (this.word() >>> 6) + 0.5) * 2 ** -52;
  }

  /** Exponential with mean 1, by the ziggurat. */
  exponential(): number {
    const { width, inside, height, tail } = EXPONENTIAL;
    for (;;) {
      const word = this.word();
      const layer = word & 255;
      const position = word >>> 8;
      const x = position * width[layer]!;
      if (position < inside[layer]!) return x;
      // Memoryless: the tail looks like the whole.
      if (layer === 0) return tail - ln(this.uniform());
      if (height[layer]! + this.uniform() * (height[layer + 1]! - height[layer]!) < exp(-x)) return x;
    }
  }

  /** Normal with mean 0 and standard deviation 1, by the ziggurat. */
  normal(): number {
    const { width, inside, height } = NORMAL;
    for (;;) {
      const word = this.word();
      const layer = word & 255;
      const position = word >>> 8;
      const x = position * width[layer]!;
      const sign = this.word() < 0 ? -1 : 1;
      if (position < inside[layer]!) return sign * x;
      if (layer === 0) return sign * this.normalTail();
      if (height[layer]! + this.uniform() * (height[layer + 1]! - height[layer]!) < exp((-x * x) / 2)) return sign * x;
    }
  }

  /** Beyond the last layer, by Marsaglia (1964). */
  private normalTail(): number {
    const { tail } = NORMAL;
    for (;;) {
      const x = -ln(this.uniform()) / tail;
      const y = -ln(this.uniform());
      if (y + y > x * x) return tail + x;
    }
  }
}

/**
 * The two halves of the key of one record, or of one arrival: well mixed, once, so that draws need little mixing.
 *
 * @param into - Gets the halves at 0 and 1.
 * @param run - From `runKey`.
 * @param start - Key of the start at which it arrives.
 * @param number - Which record of that start it is, from 0.
 */
export function recordKeys(into: Int32Array, run: Int32Array, start: number, number: number): void {
  const high = mix(run[0]! ^ mix(start + mix(number)));
  into[0] = high;
  into[1] = mix(run[1]! + mix(Math.imul(number, 0x9e3779b9) ^ start) + Math.imul(high, 0x85ebca6b));
}

/** The key of one replication of a run: seeds may be any whole number that a double holds exactly. */
export function runKey(seed: number, replication: number): Int32Array {
  const high = mix(seed | 0);
  const low = mix(Math.floor(seed / 2 ** 32) ^ 0x5bf03635);
  return Int32Array.of(
    mix(high + mix(replication)),
    mix(low ^ mix(replication + 0x3c6ef372) ^ Math.imul(high, 0x2545f491)),
  );
}
