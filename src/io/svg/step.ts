import type { StepHeat } from "../../analyse/heat.ts";
import type { Rect } from "../../model/geometry.ts";
import type { NodeLook } from "../../model/lens/view.ts";
import type { Process, ProcessNode } from "../../model/process.ts";
import { textWidth } from "../../model/text.ts";
import { type Attributes, element, round } from "./element.ts";
import { footOf } from "./foot.ts";
import { heatOn, mix, type Palette } from "./look.ts";
import { edgeBadge, isShort, type NodeBadge } from "./node-badges.ts";
import { nodeName } from "./node-name.ts";
import { shortened, textBlock } from "./text.ts";

const SMALL = 11;
const RADIUS = 8;
/** How much of a system's colour a step takes on, from 0 to 1. */
const TINT = 0.15;

/** What is drawn besides the node itself. */
export interface Drawn {
  readonly process: Process;
  readonly palette: Palette;
  /** What the last run said of it; `"none"` if it said nothing, `undefined` if there is no run to show. */
  readonly heat: StepHeat | "none" | undefined;
  /** What the lens makes of it. */
  readonly look: NodeLook | undefined;
}

/** Draws a step: its card, its name, who does it and how long it takes, and what a lens or the last run says of it. */
export function stepBox(node: ProcessNode, at: Rect, { process, palette, heat, look = {} }: Drawn): string {
  const pressed = heat === undefined || heat === "none" ? undefined : heat;
  const plain = { fill: palette.card, ink: palette.ink };
  const colours = pressed?.level === undefined ? plain : heatOn(pressed.level, palette);
  const first = pressed?.rank === FIRST;
  const stroke = first ? palette.hot : pressed || look.stands ? palette.ink : palette.border;
  const rim = { stroke, "stroke-width": first || look.stands ? 2.4 : 1.4 };
  const { left, right } = pressed ? { left: pressed.text, right: "" } : footOf(node, process);
  const row = at.y + at.height - 11;
  const small = { size: SMALL, fill: pressed ? colours.ink : palette.muted };
  const room = at.width - 20 - (right === "" ? 0 : textWidth(right, SMALL) + 6);
  const rule = { x1: at.x + 1, x2: at.x + at.width - 1, y1: at.y + at.height - 26, y2: at.y + at.height - 26 };
  const inside = [
    look.colours === undefined || pressed?.level !== undefined ? "" : stripes(look.colours, at, palette),
    look.colours === undefined ? "" : spine(look.colours, at),
    heat === "none" || look.bare ? hatch(at, palette) : "",
  ].join("");
  return [
    ...card(at, colours.fill, { ...rim, "stroke-dasharray": look.bare ? "5 4" : undefined }, inside),
    left + right === "" ? "" : element("line", { ...rule, stroke: palette.border, "stroke-opacity": 0.35 }),
    nodeName(node, { ...at, height: left + right === "" ? at.height : at.height - 26 }, colours.ink),
    left === ""
      ? ""
      : textBlock([shortened(left, room, SMALL)], at.x + 10, row, 0, { ...small, weight: pressed ? 700 : 400 }),
    right === "" ? "" : textBlock([right], at.x + at.width - 10, row, 0, { ...small, anchor: "end" }),
    ...badgesOf(pressed, look).map((badge) => edgeBadge(badge, at, palette)),
  ].join("");
}

/** A card with something inside, its rim over that. */
function card(at: Rect, fill: string, rim: Attributes, inside: string): readonly string[] {
  if (inside === "") return [element("rect", { ...at, rx: RADIUS, fill, ...rim })];
  return [
    element("rect", { ...at, rx: RADIUS, fill }),
    inside,
    element("rect", { ...at, rx: RADIUS, fill: "none", ...rim }),
  ];
}

/** What the badge of the first bottleneck says. */
const FIRST = "Bottleneck";

/** What stands at the edges of a step: what the lens says, which bottleneck it is, and who waits. */
function badgesOf(heat: StepHeat | undefined, { badge, stands }: NodeLook): readonly NodeBadge[] {
  const badges: NodeBadge[] = [];
  // Where a run names a bottleneck, or flows come in, what a lens says goes to the lower edge.
  if (badge !== undefined)
    badges.push({
      text: badge,
      corner: heat?.rank === undefined && isShort(badge) ? "top-left" : "bottom-left",
      weighs: stands === true,
    });
  if (heat?.rank !== undefined)
    badges.push({ text: heat.rank, corner: "top-left", weighs: false, first: heat.rank === FIRST });
  if (heat?.badge !== undefined) badges.push({ text: heat.badge, corner: "top-right", weighs: true });
  return badges;
}

/** Tints of several colours, one below the other, in the outline of the card. */
function stripes(colours: readonly string[], { x, y, width, height }: Rect, palette: Palette): string {
  const each = height / colours.length;
  return colours
    .map((colour, i) => {
      const top = i === 0 ? RADIUS : 0;
      const bottom = i === colours.length - 1 ? RADIUS : 0;
      const d = rounded({ x, y: y + i * each, width, height: each }, top, bottom);
      return element("path", { d, fill: mix(colour, palette.card, TINT) });
    })
    .join("");
}

/** A box with rounded corners above and below. */
function rounded({ x, y, width, height }: Rect, top: number, bottom: number): string {
  const [right, foot] = [x + width, y + height];
  const at = (...numbers: readonly number[]) => numbers.map(round).join(" ");
  return [
    `M${at(x, y + top)} Q${at(x, y, x + top, y)} L${at(right - top, y)} Q${at(right, y, right, y + top)}`,
    `L${at(right, foot - bottom)} Q${at(right, foot, right - bottom, foot)}`,
    `L${at(x + bottom, foot)} Q${at(x, foot, x, foot - bottom)} Z`,
  ].join(" ");
}

/** The colours at full strength along the left edge. */
function spine(colours: readonly string[], { x, y, height }: Rect): string {
  const [from, each] = [y + RADIUS / 2, (height - RADIUS) / colours.length];
  return colours
    .map((fill, i) => element("rect", { x: x + 0.7, y: from + i * each, width: 5, height: each, fill }))
    .join("");
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
