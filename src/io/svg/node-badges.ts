import type { Rect } from "../../model/geometry.ts";
import { SHAPES } from "../../model/shape.ts";
import { textWidth } from "../../model/text.ts";
import { element } from "./element.ts";
import type { Palette } from "./look.ts";
import { shortened, textBlock } from "./text.ts";

const SIZE = 11;
/** How thick a badge is, and how far it stands out over the edges and beside the corner. */
const BADGE = { height: 18, above: 11, below: 12, beside: 8 };
/** Half of what an arrowhead needs. */
const ARROW = 6;

/** A word or two at an edge of a step. */
export interface NodeBadge {
  readonly text: string;
  readonly corner: "top-left" | "top-right" | "bottom-left";
  /** Whether it is dark on light, the other way round than the picture: what people should see first. */
  readonly weighs: boolean;
  /** Whether it names the first bottleneck, which is hot. */
  readonly first?: boolean;
  /** Whether it is not what people should see first. */
  readonly quiet?: boolean;
}

/** Whether a badge in a corner ends before the middle of a step, where flows come in from above. */
export function isShort(text: string): boolean {
  return widthOf(text) + BADGE.beside <= SHAPES.step.width / 2 - ARROW;
}

const widthOf = (text: string) => textWidth(text, SIZE) + 16;

/**
 * The stage of a node that stands in no band, at its edge.
 *
 * @param beside - Whether something else stands in the upper left corner.
 */
export function stageChip(stage: string, at: Rect, beside: boolean, palette: Palette): string {
  const text = shortened(stage, at.width - 32, SIZE);
  const corner = beside || !isShort(text) ? "bottom-left" : "top-left";
  return edgeBadge({ text, corner, weighs: false, quiet: true }, at, palette);
}

/** Draws a badge at an edge of a node. */
export function edgeBadge({ text, corner, weighs, first, quiet }: NodeBadge, at: Rect, palette: Palette): string {
  const width = widthOf(text);
  const x = corner === "top-right" ? at.x + at.width - width + BADGE.beside : at.x + BADGE.beside;
  const y = corner === "bottom-left" ? at.y + at.height + BADGE.below - BADGE.height : at.y - BADGE.above;
  const fill = first ? palette.hot : weighs ? palette.ink : palette.paper;
  const ink = first || weighs ? palette.paper : quiet ? palette.muted : palette.ink;
  return (
    element("rect", {
      x,
      y,
      width,
      height: BADGE.height,
      rx: BADGE.height / 2,
      fill,
      stroke: first || weighs ? palette.paper : palette.border,
      "stroke-width": first || weighs ? 1.5 : 1,
    }) +
    textBlock([text], x + width / 2, y + 13, 0, { size: SIZE, weight: quiet ? 400 : 700, anchor: "middle", fill: ink })
  );
}
