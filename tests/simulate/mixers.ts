import { PURPOSE, Random } from "../../src/simulate/random.ts";

/** The word of a key: what `Random` gives after `open`, at the place `drawn` of the stream. */
export type Mixer = (high: number, low: number, site: number, visit: number, drawn: number) => number;

/** The engine's own. */
export function ours(): Mixer {
  const random = new Random();
  return (high, low, site, visit, drawn) => {
    random.open(high, low, site, visit);
    let word = random.word();
    for (let i = 0; i < drawn; i++) word = random.word();
    return word;
  };
}

type Mix = (x: number) => number;
const twice: Mix = (x) => {
  const y = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  const z = Math.imul(y ^ (y >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
};
const half: Mix = (x) => {
  const y = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  return y ^ (y >>> 15);
};

const built =
  (inner: Mix, outer: Mix): Mixer =>
  (high, low, site, visit, drawn) => {
    const state = (low + Math.imul(visit, 0x9e3779b9)) | 0;
    return outer((inner(((high ^ site) + Math.imul(drawn, 0x6c078965)) | 0) + state) | 0);
  };

/** The engine's mixer, taken apart and put together here, and what is left of it if a part is missing. */
export const MIXERS: Readonly<Record<"whole" | "halfOuter" | "noInner" | "noMixing", Mixer>> = {
  whole: built(half, twice),
  halfOuter: built(half, half),
  noInner: built((x) => x, twice),
  noMixing: built(
    (x) => x,
    (x) => x,
  ),
};

export const PURPOSES = Object.values(PURPOSE);
