import type { Rect } from "../../model/geometry.ts";
import { wrap } from "../../model/text.ts";
import { element } from "./element.ts";
import type { Palette } from "./look.ts";
import { atMost, firstBaseline, textBlock } from "./text.ts";

const FONT = { size: 13, leading: 16 };
/** For names that take more than two lines: three of these fit into the strip of a lane. */
const SMALL = { size: 10, leading: 12 };

/** Sets a name into the middle of its strip, in as many lines as there is room for. */
export function strip(name: string, at: Rect, upwards: boolean, palette: Palette): string {
  const [room, thickness] = upwards ? [at.height - 16, at.width] : [at.width - 16, at.height];
  const full = wrap(name, room, FONT.size);
  const { size, leading } = full.length * FONT.leading > thickness ? SMALL : FONT;
  const most = Math.floor((thickness - 2) / leading);
  const lines = atMost(wrap(name, room, size), Math.max(1, most), room, size);
  const type = { size, weight: 700, anchor: "middle", fill: palette.ink } as const;
  const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
  if (!upwards) return textBlock(lines, x, firstBaseline(y, lines.length, size, leading), leading, type);
  const baseline = firstBaseline(0, lines.length, size, leading);
  return element("g", { transform: `translate(${x} ${y}) rotate(-90)` }, textBlock(lines, 0, baseline, leading, type));
}
