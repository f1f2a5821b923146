import type { Rect } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { wrap } from "../../model/text.ts";
import type { Palette } from "./look.ts";
import { atMost, shortened, textBlock } from "./text.ts";

const NAME = { size: 20, height: 28 };
const LINE = { size: 12, leading: 17, most: 3 };
const GAP = 16;

/** How much room the title block takes above the drawing. */
export function titleHeight(process: Process, width: number, line: readonly string[] = []): number {
  return NAME.height + below(process, width, line).length * LINE.leading + GAP;
}

/**
 * The process's name, the first lines of its description, and whatever else is to stand there.
 *
 * @param line - As in ["Version 2", "1 May 2026", "Ann Lee"].
 */
export function title(process: Process, at: Rect, palette: Palette, line: readonly string[] = []): string {
  return (
    textBlock([shortened(process.name, at.width, NAME.size)], at.x, at.y + NAME.size, 0, {
      size: NAME.size,
      weight: 700,
      fill: palette.ink,
    }) +
    textBlock(below(process, at.width, line), at.x, at.y + NAME.height + LINE.size, LINE.leading, {
      size: LINE.size,
      fill: palette.muted,
    })
  );
}

function below(process: Process, width: number, line: readonly string[]): readonly string[] {
  const words = line.map((part) => part.replace(/\s+/g, " ").trim()).filter((part) => part !== "");
  return [
    ...description(process, width),
    ...(words.length === 0 ? [] : [shortened(words.join(" · "), Math.min(width, 900), LINE.size)]),
  ];
}

function description(process: Process, width: number): readonly string[] {
  const text = process.description?.trim() ?? "";
  if (text === "") return [];
  const room = Math.min(width, 900);
  return atMost(wrap(text, room, LINE.size), LINE.most, room, LINE.size);
}
