import type { Rect } from "../../model/geometry.ts";
import type { ProcessNode } from "../../model/process.ts";
import { NAME_FONT, nameLines } from "../../model/shape.ts";
import { firstBaseline, textBlock } from "./text.ts";

/** Sets a node's name into the middle of a box, in the lines that it takes everywhere. */
export function nodeName(node: ProcessNode, { x, y, width, height }: Rect, fill: string): string {
  const lines = nameLines(node);
  const baseline = firstBaseline(y + height / 2, lines.length, NAME_FONT.size, NAME_FONT.leading);
  const type = { size: NAME_FONT.size, weight: NAME_FONT.weight, anchor: "middle", fill } as const;
  return textBlock(lines, x + width / 2, baseline, NAME_FONT.leading, type);
}
