import type { Rect } from "../../model/geometry.ts";
import type { Swatch } from "../../model/lens/view.ts";
import { element, round } from "./element.ts";
import { mix, type Palette } from "./look.ts";
import { textBlock } from "./text.ts";

/** Draws what marks a line of a legend. */
export function swatchShape(swatch: Swatch, at: Rect, palette: Palette): string {
  if (swatch.kind === "colour") return element("rect", { ...at, rx: 3, fill: swatch.colour });
  if (swatch.kind === "rank") return rank(String(swatch.rank), at, palette);
  return SIGNS[swatch.kind](at, palette);
}

function rank(text: string, at: Rect, palette: Palette): string {
  const type = { size: 10, weight: 700, anchor: "middle", fill: palette.paper } as const;
  return (
    element("rect", { ...at, rx: at.height / 2, fill: palette.ink }) +
    textBlock([text], at.x + at.width / 2, at.y + 10.6, 0, type)
  );
}

type Sign = Exclude<Swatch["kind"], "colour" | "rank">;

/** By kind: a small picture of what it stands for. */
const SIGNS: Readonly<Record<Sign, (at: Rect, palette: Palette) => string>> = {
  hatched: (at, palette) =>
    element("path", { d: slanting(at), stroke: palette.border, "stroke-opacity": 0.6, fill: "none" }) +
    element("rect", { ...at, fill: "none", stroke: palette.border, "stroke-dasharray": "4 3" }),
  stands: (at, palette) =>
    element("rect", { ...at, rx: 3, fill: palette.card, stroke: palette.ink, "stroke-width": 2.4 }),
  heavy: (at, palette) => line(at, { stroke: palette.ink, "stroke-width": 3.4 }),
  dashed: (at, palette) => line(at, { stroke: palette.muted, "stroke-width": 1.4, "stroke-dasharray": "4 3" }),
  document: (at, palette) => sheet(at, palette.border, 1.2, palette),
  outside: (at, palette) => sheet(at, palette.hot, 1.8, palette),
  cylinder: (at, palette) => element("rect", { ...at, rx: 6, fill: palette.card, stroke: palette.border }),
  band: (at, palette) =>
    element("rect", {
      ...at,
      fill: mix(palette.ink, palette.paper, 0.05),
      stroke: mix(palette.ink, palette.paper, 0.3),
      "stroke-dasharray": "2 3",
    }),
};

function line({ x, y, width, height }: Rect, stroke: Readonly<Record<string, string | number>>): string {
  return element("line", { x1: x, y1: y + height / 2, x2: x + width, y2: y + height / 2, ...stroke });
}

function sheet({ x, y, width, height }: Rect, stroke: string, thick: number, palette: Palette): string {
  const d = `M${round(x)} ${round(y)} h${width - 6} l6 6 v${height - 6} h${-width} Z`;
  return element("path", { d, fill: palette.card, stroke, "stroke-width": thick, "stroke-linejoin": "round" });
}

function slanting({ x, y, width, height }: Rect): string {
  const strokes: string[] = [];
  for (let c = 6; c < width + height; c += 6) {
    const from = [x + Math.max(0, c - height), y + Math.min(height, c)];
    const to = [x + Math.min(width, c), y + Math.max(0, c - width)];
    strokes.push(`M${from.map(round).join(" ")} L${to.map(round).join(" ")}`);
  }
  return strokes.join(" ");
}
