import { exp, ln } from "../model/elementary.ts";

/**
 * Tables of the ziggurat method of Marsaglia and Tsang (2000): an area under a density cut into 256 layers of equal
 * size, so that nearly every draw is one multiplication. Position and layer come from different bits (Doornik 2005).
 */
export interface Ziggurat {
  /** Width of each layer over 2²⁴, so that 24 random bits times this is the draw. */
  readonly width: Float64Array;
  /** 24-bit positions below this lie inside the density whatever the height. */
  readonly inside: Int32Array;
  /** The density at each layer's edge. */
  readonly height: Float64Array;
  /** Where the tail begins. */
  readonly tail: number;
}

const LAYERS = 256;
const POSITIONS = 2 ** 24;

function ziggurat(
  tail: number,
  area: number,
  density: (x: number) => number,
  inverse: (y: number) => number,
): Ziggurat {
  const edge = new Float64Array(LAYERS + 1);
  edge[0] = area / density(tail);
  edge[1] = tail;
  for (let i = 2; i < LAYERS; i++) edge[i] = inverse(area / edge[i - 1]! + density(edge[i - 1]!));
  edge[LAYERS] = 0;
  return {
    width: Float64Array.from({ length: LAYERS }, (_, i) => edge[i]! / POSITIONS),
    inside: Int32Array.from({ length: LAYERS }, (_, i) => Math.floor((edge[i + 1]! / edge[i]!) * POSITIONS)),
    height: Float64Array.from(edge, density),
    tail,
  };
}

/** Of e^−x, x ≥ 0; tail and area from Marsaglia and Tsang (2000). */
export const EXPONENTIAL: Ziggurat = ziggurat(
  7.69711747013105,
  0.003949659822581557,
  (x) => exp(-x),
  (y) => -ln(y),
);

/** Of e^(−x²/2), x ≥ 0; tail and area from Marsaglia and Tsang (2000). */
export const NORMAL: Ziggurat = ziggurat(
  3.6541528853610088,
  0.00492867323399,
  (x) => exp((-x * x) / 2),
  (y) => Math.sqrt(-2 * ln(y)),
);
