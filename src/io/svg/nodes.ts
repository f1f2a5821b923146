import type { Rect } from "../../model/geometry.ts";
import type { Process, ProcessNode } from "../../model/process.ts";
import { NAME_FONT, nameLines, SHAPES, type Shape } from "../../model/shape.ts";
import { textWidth } from "../../model/text.ts";
import { KIND_WORDS, titleOf } from "../../model/words.ts";
import { element, escapeXml, round } from "./element.ts";
import { footOf } from "./foot.ts";
import { pillColour, pillIcon } from "./icons.ts";
import { heatColours, type Palette, type StepHeat } from "./look.ts";
import { firstBaseline, shortened, textBlock } from "./text.ts";

const SMALL = 11;
const ICON = { size: 18, gap: 8 };

/** What is drawn besides the node itself. */
interface Drawn {
  readonly process: Process;
  readonly palette: Palette;
  /** What the last run said of it; `"none"` if it said nothing, `undefined` if there is no run to show. */
  readonly heat: StepHeat | "none" | undefined;
}

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
  box,
  diamond,
  gateway,
  pill,
};

function box(node: ProcessNode, at: Rect, { process, palette, heat }: Drawn): string {
  const pressed = heat === undefined || heat === "none" ? undefined : heat;
  const colours = pressed?.level === undefined ? { fill: palette.card, ink: palette.ink } : heatColours(pressed.level);
  const border = pressed ? palette.ink : palette.border;
  const { left, right } = pressed ? { left: pressed.text, right: "" } : footOf(node, process);
  const row = at.y + at.height - 11;
  const small = { size: SMALL, fill: pressed ? colours.ink : palette.muted };
  const room = at.width - 20 - (right === "" ? 0 : textWidth(right, SMALL) + 6);
  const rule = { x1: at.x + 1, x2: at.x + at.width - 1, y1: at.y + at.height - 26, y2: at.y + at.height - 26 };
  return [
    element("rect", { ...at, rx: 8, fill: colours.fill, stroke: border, "stroke-width": 1.4 }),
    heat === "none" ? hatch(at, palette) : "",
    left + right === "" ? "" : element("line", { ...rule, stroke: border, "stroke-opacity": 0.35 }),
    name(node, { ...at, height: left + right === "" ? at.height : at.height - 26 }, colours.ink),
    left === ""
      ? ""
      : textBlock([shortened(left, room, SMALL)], at.x + 10, row, 0, { ...small, weight: pressed ? 700 : 400 }),
    right === "" ? "" : textBlock([right], at.x + at.width - 10, row, 0, { ...small, anchor: "end" }),
    pressed?.badge === undefined ? "" : badge(pressed.badge, at, palette),
  ].join("");
}

function badge(text: string, at: Rect, palette: Palette): string {
  const width = textWidth(text, SMALL) + 16;
  const x = at.x + at.width - width + 8;
  const y = at.y - 11;
  return (
    element("rect", {
      x,
      y,
      width,
      height: 20,
      rx: 10,
      fill: palette.ink,
      stroke: palette.paper,
      "stroke-width": 1.5,
    }) +
    textBlock([text], x + width / 2, y + 14, 0, { size: SMALL, weight: 700, anchor: "middle", fill: palette.paper })
  );
}

/** Slanting lines, drawn one by one: patterns are lost in some programs. */
function hatch({ x, y, width, height }: Rect, palette: Palette): string {
  const lines: string[] = [];
  for (let c = 10; c < width + height; c += 10) {
    const from = [x + Math.max(0, c - height), y + Math.min(height, c)];
    const to = [x + Math.min(width, c), y + Math.max(0, c - width)];
    lines.push(`M${from.map(round).join(" ")} L${to.map(round).join(" ")}`);
  }
  return element("path", { d: lines.join(" "), stroke: palette.border, "stroke-opacity": 0.3, fill: "none" });
}

function diamond(node: ProcessNode, at: Rect, { palette }: Drawn): string {
  const d = `M${at.x + at.width / 2} ${at.y} l${at.width / 2} ${at.height / 2} l${-at.width / 2} ${at.height / 2} l${-at.width / 2} ${-at.height / 2} Z`;
  return (
    element("path", {
      d,
      fill: palette.card,
      stroke: palette.border,
      "stroke-width": 1.4,
      "stroke-linejoin": "round",
    }) + name(node, at, palette.ink)
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
    name(node, { ...at, x: left + ICON.size + ICON.gap, width }, palette.ink)
  );
}

function name(node: ProcessNode, { x, y, width, height }: Rect, fill: string): string {
  const lines = nameLines(node);
  const baseline = firstBaseline(y + height / 2, lines.length, NAME_FONT.size, NAME_FONT.leading);
  const type = { size: NAME_FONT.size, weight: NAME_FONT.weight, anchor: "middle", fill } as const;
  return textBlock(lines, x + width / 2, baseline, NAME_FONT.leading, type);
}
