import { percent } from "../../model/format.ts";
import type { Point, Rect } from "../../model/geometry.ts";
import type { Flow } from "../../model/process.ts";
import { textWidth, wrap } from "../../model/text.ts";
import { element } from "./element.ts";
import type { Palette } from "./look.ts";
import { firstBaseline, textBlock } from "./text.ts";

const FONT = { size: 11, leading: 14 };
const ROOM = 120;

/** What a flow says on the drawing: its label, and its share where it has one. */
export function flowText(flow: Flow): string {
  const share = flow.share === undefined ? "" : percent(flow.share);
  return [flow.label?.trim() ?? "", share].filter(Boolean).join(" · ");
}

/** The room that a flow's label takes up around its middle. */
export function labelBox(flow: Flow, [x, y]: Point): Rect {
  const lines = wrap(flowText(flow), ROOM, FONT.size);
  const width = Math.max(...lines.map((line) => textWidth(line, FONT.size))) + 10;
  const height = lines.length * FONT.leading + 4;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Draws a flow's label on a ground of its own, so that no line runs through it. */
export function flowLabel(flow: Flow, middle: Point, palette: Palette): string {
  const text = flowText(flow);
  if (text === "") return "";
  const lines = wrap(text, ROOM, FONT.size);
  const baseline = firstBaseline(middle[1], lines.length, FONT.size, FONT.leading);
  return (
    element("rect", { ...labelBox(flow, middle), rx: 4, fill: palette.paper, "fill-opacity": 0.92 }) +
    textBlock(lines, middle[0], baseline, FONT.leading, { size: FONT.size, anchor: "middle", fill: palette.ink })
  );
}
