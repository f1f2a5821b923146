/** A dot as it covers pixels: square masks of how much of each pixel it covers, one for each way it may lie between them. */
export interface Stamp {
  /** How many pixels each mask is wide and high. */
  readonly size: number;
  /** By fourths of a pixel that its middle lies off one, down and then across: 0 to 255 for each pixel. */
  readonly masks: readonly Uint8Array[];
}

/** So many places in each direction a dot may have within a pixel: coarser ones are seen to jump. */
const PLACES = 4;

/** @param radius - Of the dot, in pixels. */
export function stampOf(radius: number): Stamp {
  const size = 2 * Math.ceil(radius) + 2;
  const masks = Array.from({ length: PLACES * PLACES }, (_, place) => {
    const middle = Math.ceil(radius) + 0.5;
    const [x, y] = [middle + (place % PLACES) / PLACES, middle + Math.floor(place / PLACES) / PLACES];
    return Uint8Array.from({ length: size * size }, (_, i) => {
      const away = Math.hypot((i % size) + 0.5 - x, Math.floor(i / size) + 0.5 - y);
      return Math.round(255 * Math.min(1, Math.max(0, radius + 0.5 - away)));
    });
  });
  return { size, masks };
}

/** A picture whose pixels are set directly: for thousands of dots, that takes far less time than asking a canvas for each. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Row by row, each as one number: alpha, blue, green and red, from its highest byte to its lowest. */
  readonly pixels: Uint32Array;
}

/**
 * Stamps a dot onto a sheet; what lies outside is cut off.
 *
 * @param x - Of its middle, in pixels; `y` likewise.
 * @param ink - Its colour as a pixel of the sheet, opaque.
 */
export function stamp(
  { width, height, pixels }: Sheet,
  { size, masks }: Stamp,
  x: number,
  y: number,
  ink: number,
): void {
  const [column, row] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const place = Math.floor((y - 0.5 - row) * PLACES) * PLACES + Math.floor((x - 0.5 - column) * PLACES);
  const mask = masks[place]!;
  const [left, top] = [column - (size / 2 - 1), row - (size / 2 - 1)];
  const [first, last] = [Math.max(0, -left), Math.min(size, width - left)];
  const bottom = Math.min(size, height - top);
  for (let down = Math.max(0, -top); down < bottom; down++) {
    const line = (top + down) * width + left;
    for (let across = first; across < last; across++) {
      const cover = mask[down * size + across]!;
      if (cover !== 0) pixels[line + across] = over(pixels[line + across]!, ink, cover);
    }
  }
}

const OPAQUE = 0xff000000;

/** A pixel with so much of another colour over it. */
function over(under: number, ink: number, cover: number): number {
  if (cover === 255) return ink;
  const below = under >>> 24;
  if (below === 0) return ((ink & ~OPAQUE) | (cover << 24)) >>> 0;
  const shines = (below * (255 - cover)) / 255;
  const alpha = cover + shines;
  const mixed = (shift: number) =>
    Math.round((((ink >>> shift) & 255) * cover + ((under >>> shift) & 255) * shines) / alpha) << shift;
  return (mixed(0) | mixed(8) | mixed(16) | (Math.round(alpha) << 24)) >>> 0;
}
