import type { Association, Associations, Point, Thing } from "../../model/geometry.ts";
import { systemColour } from "../../model/lens/systems.ts";
import type { Process } from "../../model/process.ts";
import { THING_FONT, thingLines } from "../../model/shape.ts";
import { nameOf } from "../../model/words.ts";
import { element, escapeXml, round } from "./element.ts";
import { mix, type Palette } from "./look.ts";
import { firstBaseline, textBlock } from "./text.ts";

/** The fold of a document and the height of a cylinder's lid, in pixels. */
const FOLD = 9;
const LID = 5;
/** How far the handles of a curve reach that is nearly a quarter of an ellipse, as a part of its radius. */
const QUARTER = 0.5523;
const HEAD = { length: 6, half: 3.5 };

/** The dashed lines between steps and what they make, need or use: below the nodes. */
export function associationLines({ lines }: Associations, palette: Palette): string {
  return lines.map((line) => association(line, palette)).join("");
}

/** Documents and cylinders beside the steps. */
export function thingShapes(process: Process, { things }: Associations, palette: Palette): string {
  return things.map((thing) => shape(thing, process, palette)).join("");
}

function association({ line, role }: Association, palette: Palette): string {
  const [tip, before] = [line.at(-1), line.at(-2)];
  if (tip === undefined || before === undefined) return "";
  const stroke = { fill: "none", stroke: palette.muted, "stroke-width": 1.2 };
  const d = line.map(([x, y], i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join(" ");
  return (
    element("path", { d, ...stroke, "stroke-dasharray": "4 3" }) +
    (role === "uses" ? "" : element("path", { d: head(before, tip), ...stroke }))
  );
}

/** An open arrowhead: two strokes, from side to side over the tip. */
function head([bx, by]: Point, [x, y]: Point): string {
  const far = Math.hypot(x - bx, y - by) || 1;
  const [dx, dy] = [(x - bx) / far, (y - by) / far];
  const [fromX, fromY] = [x - dx * HEAD.length, y - dy * HEAD.length];
  const [sideX, sideY] = [-dy * HEAD.half, dx * HEAD.half];
  const side = (sign: number) => `${round(fromX + sign * sideX)} ${round(fromY + sign * sideY)}`;
  return `M${side(1)} L${round(x)} ${round(y)} L${side(-1)}`;
}

function shape({ kind, of, rect, outside }: Thing, process: Process, palette: Palette): string {
  const name = nameOf(process, of);
  const lines = thingLines(name);
  const { size, leading } = THING_FONT;
  const middle = rect.y + rect.height / 2 + (kind === "system" ? LID / 2 : 0);
  const type = { size, anchor: "middle", fill: palette.ink } as const;
  return element(
    "g",
    {},
    element("title", {}, escapeXml(outside ? `${name}, from outside` : name)),
    kind === "data"
      ? sheet(rect, outside ? palette.hot : palette.border, outside ? 1.8 : 1.2, palette)
      : cylinder(rect, systemColour(process, of), palette),
    textBlock(lines, rect.x + rect.width / 2, firstBaseline(middle, lines.length, size, leading), leading, type),
  );
}

function sheet({ x, y, width, height }: Thing["rect"], stroke: string, thick: number, palette: Palette): string {
  const line = { stroke, "stroke-width": thick, "stroke-linejoin": "round" };
  const edge = `M${x} ${y} h${width - FOLD} l${FOLD} ${FOLD} v${height - FOLD} h${-width} Z`;
  return (
    element("path", { d: edge, fill: palette.card, ...line }) +
    element("path", { d: `M${x + width - FOLD} ${y} v${FOLD} h${FOLD}`, fill: "none", ...line })
  );
}

/** A cylinder out of curves that every program draws: half an ellipse for its foot, a whole one for its lid. */
function cylinder({ x, y, width, height }: Thing["rect"], colour: string, palette: Palette): string {
  const [rx, right, top, foot] = [width / 2, x + width, y + LID, y + height - LID];
  const line = { fill: mix(colour, palette.card, 0.18), stroke: colour, "stroke-width": 1.2 };
  const [kx, ky] = [rx * QUARTER, LID * QUARTER];
  const arc = (fromX: number, fromY: number, down: number, toX: number) => {
    const [middle, way] = [(fromX + toX) / 2, Math.sign(toX - fromX)];
    const first = `C${round(fromX)} ${round(fromY + down * ky)} ${round(middle - way * kx)} ${round(fromY + down * LID)} ${round(middle)} ${round(fromY + down * LID)}`;
    const second = `C${round(middle + way * kx)} ${round(fromY + down * LID)} ${round(toX)} ${round(fromY + down * ky)} ${round(toX)} ${round(fromY)}`;
    return `${first} ${second}`;
  };
  const body = `M${round(x)} ${round(top)} L${round(x)} ${round(foot)} ${arc(x, foot, 1, right)} L${round(right)} ${round(top)}`;
  const lid = `M${round(x)} ${round(top)} ${arc(x, top, -1, right)} ${arc(right, top, 1, x)} Z`;
  return element("path", { d: body, ...line }) + element("path", { d: lid, ...line });
}
