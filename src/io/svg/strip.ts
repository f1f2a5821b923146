import type { Rect } from "../../model/geometry.ts";
import { textWidth, wrap } from "../../model/text.ts";
import { element, escapeXml } from "./element.ts";
import type { Palette } from "./look.ts";
import { atMost, firstBaseline, shortened, textBlock } from "./text.ts";

const FONT = { size: 13, leading: 16 };
/** For names that take more than two lines: three of these fit into the strip of a lane. */
const SMALL = { size: 10, leading: 12 };

/** Sets a name into the middle of its strip, in as many lines as there is room for; shortened, it is told whole in a title. */
export function strip(name: string, at: Rect, upwards: boolean, palette: Palette): string {
  const [room, thickness] = upwards ? [at.height - 16, at.width] : [at.width - 16, at.height];
  const widest = (size: number) => Math.max(...name.split(/\s+/).map((word) => textWidth(word, size)));
  const tight = widest(FONT.size) > room || wrap(name, room, FONT.size).length * FONT.leading > thickness;
  const { size, leading } = tight ? SMALL : FONT;
  const most = Math.floor((thickness - 2) / leading);
  // A word is not broken: what does not fit is left out.
  const all = widest(size) > room ? [shortened(name, room, size)] : wrap(name, room, size);
  const lines = atMost(all, Math.max(1, most), room, size);
  const whole = lines.at(-1)!.endsWith("…") ? element("title", {}, escapeXml(name)) : "";
  const type = { size, weight: 700, anchor: "middle", fill: palette.ink } as const;
  const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
  if (!upwards) {
    const text = textBlock(lines, x, firstBaseline(y, lines.length, size, leading), leading, type);
    return whole === "" ? text : element("g", {}, whole, text);
  }
  const baseline = firstBaseline(0, lines.length, size, leading);
  return element(
    "g",
    { transform: `translate(${x} ${y}) rotate(-90)` },
    whole,
    textBlock(lines, 0, baseline, leading, type),
  );
}
