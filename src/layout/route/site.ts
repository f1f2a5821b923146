import type { Direction, Rect } from "../../model/geometry.ts";
import type { ProcessNode } from "../../model/process.ts";
import { NAME_FONT, nodeSize, SHAPES } from "../../model/shape.ts";
import { textWidth } from "../../model/text.ts";

/** A node as the router sees it: boxes to go round and sides to dock at. */
export interface Site {
  readonly rect: Rect;
  /** The name below a symbol; lines go round it, too. */
  readonly caption: Rect | undefined;
  /** Whether it has corners where others have sides: a line docks there in the middle only. */
  readonly pointed: boolean;
}

/** The room that a node's caption takes up below it, in pixels; nothing for nodes that carry their name inside. */
function captionOf(node: ProcessNode): { readonly width: number; readonly height: number } | undefined {
  if (SHAPES[node.kind].textWidth > 0 || node.name.trim() === "") return undefined;
  return { width: Math.ceil(textWidth(node.name, NAME_FONT.size)) + 4, height: NAME_FONT.leading + 6 };
}

/**
 * A node at a place, as the router sees it: flows run to the right. Where they are drawn running down, what is wide is
 * high here, and a caption that is drawn to the right of its symbol lies below it.
 */
export function siteOf(node: ProcessNode, x: number, y: number, direction: Direction): Site {
  const size = nodeSize(node);
  const down = direction === "down";
  const rect = { x, y, width: down ? size.height : size.width, height: down ? size.width : size.height };
  const text = captionOf(node);
  const room = text && down ? { width: text.height, height: text.width + 8 } : text;
  const caption = room && { x: x + (rect.width - room.width) / 2, y: y + rect.height, ...room };
  const { outline } = SHAPES[node.kind];
  return { rect, caption, pointed: outline === "diamond" || outline === "gateway" };
}

/** The box around a node and its caption. */
export function outer({ rect, caption }: Site): Rect {
  if (caption === undefined) return rect;
  const x = Math.min(rect.x, caption.x);
  const right = Math.max(rect.x + rect.width, caption.x + caption.width);
  return { x, y: rect.y, width: right - x, height: caption.y + caption.height - rect.y };
}
