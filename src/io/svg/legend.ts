import type { Point } from "../../model/geometry.ts";
import { element } from "./element.ts";
import { HEAT, type Palette } from "./look.ts";
import { textBlock } from "./text.ts";

const SWATCH = 26;
const WORDS_BEFORE = 64;

/** How wide and high the legend is, in pixels. */
export const LEGEND = { width: WORDS_BEFORE + HEAT.length * SWATCH + 72, height: 24 };

/** Explains the colours of heat, from a calm step to one without slack. */
export function legend([x, y]: Point, palette: Palette): string {
  const swatches = HEAT.map((fill, i) =>
    element("rect", {
      x: x + WORDS_BEFORE + i * SWATCH,
      y: y + 4,
      width: SWATCH,
      height: 14,
      fill,
      stroke: palette.ink,
      "stroke-width": 0.8,
    }),
  );
  const type = { size: 11, fill: palette.muted };
  return element(
    "g",
    {},
    textBlock(["0 % busy"], x + WORDS_BEFORE - 8, y + 15, 0, { ...type, anchor: "end" }),
    ...swatches,
    textBlock(["100 % busy"], x + WORDS_BEFORE + HEAT.length * SWATCH + 8, y + 15, 0, type),
  );
}
