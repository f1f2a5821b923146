import { DOINGS, type Doing, type Dots } from "./dots.ts";

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

/** What dots are painted with: one small picture for each colour, which is copied to where each dot is. */
export interface Brush {
  readonly sprites: readonly HTMLCanvasElement[];
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

/** How many pixels the canvas has for a pixel of the screen. */
export function sharpness(): number {
  return Math.min(SHARPEST, window.devicePixelRatio);
}

/** The brush for a part of the drawing. */
export function brushFor({ x, y, zoom }: Viewport, colours: DotColours): Brush {
  const sharp = sharpness();
  const radius = Math.max(LEAST, RADIUS * zoom) * sharp;
  return {
    sprites: DOINGS.map((doing) => sprite(colours[doing], radius)),
    colours,
    scale: zoom * sharp,
    left: x * sharp,
    top: y * sharp,
  };
}

function sprite(colour: string, radius: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 2 * Math.ceil(radius) + 2;
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  context.fillStyle = colour;
  context.arc(canvas.width / 2, canvas.width / 2, radius, 0, 7);
  context.fill();
  return canvas;
}

/**
 * Paints dots onto a canvas that is wiped first.
 *
 * @param followed - The record with a ring around it.
 */
export function paintDots(
  context: CanvasRenderingContext2D,
  { count, x, y, doing, record, more }: Dots,
  { sprites, colours, scale, left, top }: Brush,
  followed: number | undefined,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const half = (sprites[0]?.width ?? 0) / 2;
  for (let i = 0; i < count; i++)
    context.drawImage(sprites[doing[i]!]!, x[i]! * scale + left - half, y[i]! * scale + top - half);
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
