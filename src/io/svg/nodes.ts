import type { Rect } from "../../model/geometry.ts";
import type { ProcessNode } from "../../model/process.ts";
import { NAME_FONT, nameLines, SHAPES, type Shape } from "../../model/shape.ts";
import { textWidth } from "../../model/text.ts";
import { KIND_WORDS, titleOf } from "../../model/words.ts";
import { element, escapeXml } from "./element.ts";
import { pillColour, pillIcon } from "./icons.ts";
import { nodeName } from "./node-name.ts";
import { type Drawn, stepBox } from "./step.ts";
import { firstBaseline, textBlock } from "./text.ts";

const ICON = { size: 18, gap: 8 };

/** Draws a node as its kind's outline says. */
export function nodeShape(node: ProcessNode, at: Rect, drawn: Drawn): string {
  return element(
    "g",
    {},
    element("title", {}, escapeXml(summary(node))),
    OUTLINES[SHAPES[node.kind].outline](node, at, drawn),
  );
}

function summary(node: ProcessNode): string {
  const name = `${KIND_WORDS[node.kind]}: ${titleOf(node)}`;
  return node.description ? `${name}. ${node.description}` : name;
}

const OUTLINES: Readonly<Record<Shape["outline"], (node: ProcessNode, at: Rect, drawn: Drawn) => string>> = {
  box: stepBox,
  diamond,
  gateway,
  pill,
};

function diamond(node: ProcessNode, at: Rect, { palette }: Drawn): string {
  const d = `M${at.x + at.width / 2} ${at.y} l${at.width / 2} ${at.height / 2} l${-at.width / 2} ${at.height / 2} l${-at.width / 2} ${-at.height / 2} Z`;
  return (
    element("path", {
      d,
      fill: palette.card,
      stroke: palette.border,
      "stroke-width": 1.4,
      "stroke-linejoin": "round",
    }) + nodeName(node, at, palette.ink)
  );
}

function gateway(node: ProcessNode, at: Rect, { process, palette }: Drawn): string {
  const caption = { size: 12, weight: NAME_FONT.weight, fill: palette.ink } as const;
  const [x, y, half] = [at.x + at.width / 2, at.y + at.height / 2, at.width / 2];
  return (
    element("path", {
      d: `M${x} ${at.y} L${x + half} ${y} L${x} ${at.y + at.height} L${at.x} ${y} Z`,
      fill: palette.card,
      stroke: palette.border,
      "stroke-width": 1.4,
      "stroke-linejoin": "round",
    }) +
    element("path", {
      d: `M${x - 9} ${y} h18 M${x} ${y - 9} v18`,
      stroke: palette.ink,
      "stroke-width": 2.6,
      fill: "none",
    }) +
    (node.name.trim() === ""
      ? ""
      : process.direction === "down"
        ? // Where flows leave downwards, the name stands beside.
          textBlock(nameLines(node), at.x + at.width + 6, firstBaseline(y, 1, 12, 0), 0, caption)
        : textBlock(nameLines(node), x, at.y + at.height + 15, 0, { ...caption, anchor: "middle" }))
  );
}

function pill(node: ProcessNode, at: Rect, { palette }: Drawn): string {
  const stroke = pillColour(node, palette);
  const width = Math.max(...nameLines(node).map((line) => textWidth(line, NAME_FONT.size)));
  // Icon and name stand in the middle together.
  const left = at.x + (at.width - ICON.size - ICON.gap - width) / 2;
  return (
    element("rect", {
      ...at,
      rx: Math.min(22, at.height / 2),
      fill: palette.card,
      stroke,
      "stroke-width": node.kind === "end" ? 2.6 : 1.6,
    }) +
    pillIcon(node, left + ICON.size / 2, at.y + at.height / 2, palette) +
    nodeName(node, { ...at, x: left + ICON.size + ICON.gap, width }, palette.ink)
  );
}
