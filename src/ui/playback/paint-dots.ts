import { DOINGS, type Doing, type Dots } from "./dots.ts";
import { type Sheet, type Stamp, stamp, stampOf } from "./stamp.ts";

/** Which part of the drawing is seen: how far it is moved, and how large it is. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

/** A colour for each thing that dots do, and one for words. */
export type DotColours = Readonly<Record<Doing | "words", string>>;

/** What dots are painted with. */
export interface Brush {
  readonly stamp: Stamp;
  /** By what dots do, their colours as pixels. */
  readonly inks: Uint32Array;
  readonly colours: DotColours;
  /** Pixels of the canvas for a pixel of the drawing. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

const RADIUS = 3;

/** On a small picture of a large drawing, dots are still to be seen: so many pixels of the screen at the least. */
const LEAST = 1.6;

/** More pixels than the eye tells apart only take time. */
const SHARPEST = 2;

/** A sheet that can be put onto a canvas. */
export interface Paper extends Sheet {
  readonly image: ImageData;
}

/** An empty sheet of so many pixels, at least one each way. */
export function paperOf(width: number, height: number): Paper {
  const image = new ImageData(Math.max(1, Math.floor(width)), Math.max(1, Math.floor(height)));
  return { width: image.width, height: image.height, pixels: new Uint32Array(image.data.buffer), image };
}

/** How many pixels the canvas has for a pixel of the screen. */
export function sharpness(): number {
  return Math.min(SHARPEST, window.devicePixelRatio);
}

/** The brush for a part of the drawing. */
export function brushFor({ x, y, zoom }: Viewport, colours: DotColours): Brush {
  const sharp = sharpness();
  return {
    stamp: stampOf(Math.max(LEAST, RADIUS * zoom) * sharp),
    inks: inksOf(DOINGS.map((doing) => colours[doing])),
    colours,
    scale: zoom * sharp,
    left: x * sharp,
    top: y * sharp,
  };
}

/** Colours as pixels, whichever way they are written. */
function inksOf(colours: readonly string[]): Uint32Array {
  const canvas = document.createElement("canvas");
  canvas.width = colours.length;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return new Uint32Array(colours.length);
  for (const [i, colour] of colours.entries()) {
    context.fillStyle = colour;
    context.fillRect(i, 0, 1, 1);
  }
  return new Uint32Array(context.getImageData(0, 0, colours.length, 1).data.buffer);
}

/**
 * Paints dots onto a canvas, in place of what was on it.
 *
 * @param paper - As large as the canvas; what was on it is wiped.
 * @param followed - The record with a ring around it.
 */
export function paintDots(
  context: CanvasRenderingContext2D,
  paper: Paper,
  { count, x, y, doing, record, more }: Dots,
  { stamp: dot, inks, colours, scale, left, top }: Brush,
  followed: number | undefined,
): void {
  paper.pixels.fill(0);
  for (let i = 0; i < count; i++) stamp(paper, dot, x[i]! * scale + left, y[i]! * scale + top, inks[doing[i]!]!);
  context.putImageData(paper.image, 0, 0);
  if (more.length === 0 && followed === undefined) return;
  context.setTransform(scale, 0, 0, scale, left, top);
  context.fillStyle = colours.words;
  context.font = "600 11px system-ui, sans-serif";
  for (const line of more) context.fillText(`+ ${line.count}`, line.x, line.y + 4);
  context.strokeStyle = colours.working;
  context.lineWidth = 2;
  for (let i = 0; i < count; i++) {
    if (record[i] !== followed) continue;
    context.beginPath();
    context.arc(x[i]!, y[i]!, RADIUS + 4, 0, 7);
    context.stroke();
  }
}
