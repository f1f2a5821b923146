import type { ProcessNode } from "../../model/process.ts";
import { NAME_FONT, nameLines, nodeSize, SHAPES, type Shape } from "../../model/shape.ts";
import { textWidth } from "../../model/text.ts";

/** The type of a name where the drawing is seen from afar, in pixels at zoom 1. */
export interface FarType {
  readonly size: number;
  readonly leading: number;
}

/** By outline: the largest type, and how much of a node's width a name may take up, in pixels at zoom 1. */
const FAR: Readonly<Record<Shape["outline"], { readonly largest: number; readonly room: (width: number) => number }>> =
  {
    pill: { largest: 18, room: (width) => width - 28 },
    box: { largest: 20, room: (width) => width - 20 },
    diamond: { largest: 20, room: (width) => width * 0.68 },
    gateway: { largest: 20, room: () => Number.POSITIVE_INFINITY },
  };

/** The largest type of a name that has several lines from near: as large as short ones it would not fit into its node. */
const LONG = 17;

/**
 * How large a name is where the drawing is seen from afar: large, unless it is long or one of its words would not fit
 * into its node; never smaller than seen from near.
 */
export function farType(node: ProcessNode): FarType {
  const { largest, room } = FAR[SHAPES[node.kind].outline];
  const lines = nameLines(node);
  const longest = lines
    .flatMap((line) => line.split(" "))
    .reduce((most, word) => Math.max(most, textWidth(word, 1)), 0);
  const fitting = Math.floor(room(nodeSize(node).width) / Math.max(longest, 1));
  const size = Math.max(NAME_FONT.size, Math.min(lines.length > 1 ? Math.min(LONG, largest) : largest, fitting));
  return { size, leading: Math.round(size * 1.08) };
}
