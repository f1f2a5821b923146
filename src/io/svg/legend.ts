import type { Point, Rect } from "../../model/geometry.ts";
import { textWidth } from "../../model/text.ts";
import { element } from "./element.ts";
import { HEAT, type Heat, type Palette } from "./look.ts";
import { textBlock } from "./text.ts";

const SWATCH = { width: 26, height: 14 };
const FONT = 11;
const GAP = 8;

/** The room that the legend of heat takes up, in pixels. */
export function legendSize({ low, high }: Heat): { readonly width: number; readonly height: number } {
  return { width: textWidth(low, FONT) + textWidth(high, FONT) + 2 * GAP + HEAT.length * SWATCH.width, height: 24 };
}

/** Explains the colours of heat, from calm to pressed. */
export function legend({ low, high }: Heat, { x, y }: Rect, palette: Palette): string {
  const first = x + textWidth(low, FONT) + GAP;
  const words = (text: string, [left, baseline]: Point) =>
    textBlock([text], left, baseline, 0, { size: FONT, fill: palette.muted });
  return element(
    "g",
    {},
    words(low, [x, y + 15]),
    ...HEAT.map((fill, i) =>
      element("rect", {
        ...SWATCH,
        x: first + i * SWATCH.width,
        y: y + 4,
        fill,
        stroke: palette.ink,
        "stroke-width": 0.8,
      }),
    ),
    words(high, [first + HEAT.length * SWATCH.width + GAP, y + 15]),
  );
}
