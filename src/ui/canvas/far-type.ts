import type { ProcessNode } from "../../model/process.ts";
import { NAME_FONT, nameLines, nodeSize, SHAPES, type Shape } from "../../model/shape.ts";
import { textWidth } from "../../model/text.ts";

/** By outline: the largest type, and how much of a node's width a name may take up, in pixels at zoom 1. */
const FAR: Readonly<Record<Shape["outline"], { readonly largest: number; readonly room: (width: number) => number }>> =
  {
    pill: { largest: 18, room: (width) => width - 28 },
    box: { largest: 20, room: (width) => width - 20 },
    diamond: { largest: 20, room: (width) => width * 0.68 },
    gateway: { largest: 20, room: () => Number.POSITIVE_INFINITY },
  };

/**
 * The size of a name's type where the drawing is seen from afar, in pixels at zoom 1: large, unless a long word would
 * not fit into its node; never smaller than seen from near.
 */
export function farSize(node: ProcessNode): number {
  const { largest, room } = FAR[SHAPES[node.kind].outline];
  const words = nameLines(node).flatMap((line) => line.split(" "));
  const longest = words.reduce((most, word) => Math.max(most, textWidth(word, 1)), 0);
  return Math.max(NAME_FONT.size, Math.min(largest, Math.floor(room(nodeSize(node).width) / Math.max(longest, 1))));
}
