import { LABEL_FONT } from "../../model/flow-label.ts";
import type { Point, Rect } from "../../model/geometry.ts";
import { textWidth, wrap } from "../../model/text.ts";
import { element } from "./element.ts";
import type { Palette } from "./look.ts";
import { firstBaseline, textBlock } from "./text.ts";

const { size, leading, room } = LABEL_FONT;

/** The room that a flow's label takes up around its middle. */
export function labelBox(text: string, [x, y]: Point): Rect {
  const lines = wrap(text, room, size);
  const width = Math.max(...lines.map((line) => textWidth(line, size))) + 10;
  const height = lines.length * leading + 4;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Draws a flow's label on a ground of its own, so that no line runs through it. */
export function label(text: string, middle: Point, palette: Palette): string {
  const lines = wrap(text, room, size);
  const baseline = firstBaseline(middle[1], lines.length, size, leading);
  return (
    element("rect", { ...labelBox(text, middle), rx: 4, fill: palette.paper, "fill-opacity": 0.92 }) +
    textBlock(lines, middle[0], baseline, leading, { size, anchor: "middle", fill: palette.ink })
  );
}
