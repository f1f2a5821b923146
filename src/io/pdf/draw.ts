import type { jsPDF } from "jspdf";
import type { Point } from "../../model/geometry.ts";
import { textWidth } from "../../model/text.ts";
import type { FontFace } from "../codec.ts";
import { isWestern, writable } from "./letters.ts";
import { outlineOf, type Stroke } from "./outline.ts";
import type { Tree } from "./tree.ts";

/** The names that the cuts of the embedded font have inside a PDF. */
export const EMBEDDED_FONTS: Readonly<Record<FontFace, string>> = { regular: "DejaVuSans", bold: "DejaVuSans-Bold" };

/** Where a group lies: turned by `angle` (degrees, counter-clockwise), then moved, all of it scaled in the end. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly scale: number;
}

/** Draws a picture of ours with lines, curves and real text. */
export function drawTree(pdf: jsPDF, svg: Tree, scale: number): void {
  const [left = 0, top = 0] = (svg.attributes.viewBox ?? "").split(" ").map(Number);
  new Pen(pdf, opacityOf(pdf)).element(svg, { x: -left, y: -top, angle: 0, scale });
}

type Opacity = (opacity: number) => void;

/** Sets how much of a stroke shows. */
function opacityOf(pdf: jsPDF): Opacity {
  let now = 1;
  return (opacity) => {
    if (opacity === now) return;
    now = opacity;
    pdf.setGState(pdf.GState({ "stroke-opacity": opacity }));
  };
}

class Pen {
  private readonly pdf: jsPDF;
  private readonly opacity: Opacity;

  constructor(pdf: jsPDF, opacity: Opacity) {
    this.pdf = pdf;
    this.opacity = opacity;
  }

  element(tree: Tree, place: Place): void {
    const { name, attributes, children } = tree;
    const outline = outlineOf(tree);
    if (name === "text") this.text(tree, place);
    else if (outline) this.shape(outline, attributes, place);
    else if (name === "svg" || name === "g") {
      const inner = within(place, attributes.transform ?? "");
      for (const child of children) if (typeof child !== "string") this.element(child, inner);
    }
  }

  private shape(outline: readonly Stroke[], attributes: Tree["attributes"], place: Place): void {
    const { fill = "#000000", stroke = "none" } = attributes;
    if (fill === "none" && stroke === "none") return;
    const at = (point: Point) => moved(point, place);
    for (const part of outline) {
      if (part.kind === "close") this.pdf.close();
      else if (part.kind === "curve") this.pdf.curveTo(...at(part.by[0]), ...at(part.by[1]), ...at(part.to));
      else if (part.kind === "move") this.pdf.moveTo(...at(part.to));
      else this.pdf.lineTo(...at(part.to));
    }
    if (fill !== "none") this.pdf.setFillColor(fill);
    if (stroke !== "none") {
      this.pdf.setDrawColor(stroke);
      this.pdf.setLineWidth(Number(attributes["stroke-width"] ?? 1) * place.scale);
      this.pdf.setLineCap(attributes["stroke-linecap"] === "round" ? "round" : "butt");
      this.pdf.setLineJoin(attributes["stroke-linejoin"] === "round" ? "round" : "miter");
      const dashes = attributes["stroke-dasharray"]?.split(/[ ,]+/).map((each) => Number(each) * place.scale);
      this.pdf.setLineDashPattern(dashes ?? [], 0);
      this.opacity(Number(attributes["stroke-opacity"] ?? 1));
    }
    if (fill === "none") this.pdf.stroke();
    else if (stroke === "none") this.pdf.fill();
    else this.pdf.fillStroke();
  }

  private text({ attributes, children }: Tree, place: Place): void {
    const size = Number(attributes["font-size"] ?? 12) * place.scale;
    this.pdf.setTextColor(attributes.fill ?? "#000000");
    for (const span of children) {
      if (typeof span === "string") continue;
      const words = span.children.filter((child) => typeof child === "string").join("");
      const western = isWestern(words);
      const bold = Number(attributes["font-weight"]) >= 600;
      if (western) this.pdf.setFont("helvetica", bold ? "bold" : "normal");
      else this.pdf.setFont(EMBEDDED_FONTS[bold ? "bold" : "regular"], "normal");
      this.pdf.setFontSize(size);
      const shown = western ? words : writable(words);
      const wide = this.pdf.getTextWidth(shown);
      // The embedded font is wider than the one that lines were broken for: it is set as narrow as they are.
      const narrow = western ? 1 : Math.min(1, textWidth(shown, size) / wide);
      const back = BACK[attributes["text-anchor"] ?? "start"] ?? 0;
      const shift = (wide * narrow * back) / place.scale;
      const turned = turn([-shift, 0], place.angle);
      const [x, y] = moved([Number(span.attributes.x), Number(span.attributes.y)], place);
      this.pdf.text(shown, x + turned[0] * place.scale, y + turned[1] * place.scale, {
        angle: place.angle,
        ...(narrow < 1 ? { horizontalScale: narrow } : {}),
      });
    }
  }
}

/** How much of its width a text lies before its anchor. */
const BACK: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

/** The place of what is inside a group. */
function within(place: Place, transform: string): Place {
  const [, x, y] = /translate\(([-\d.e]+)[ ,]+([-\d.e]+)\)/.exec(transform) ?? [];
  const [, angle] = /rotate\(([-\d.e]+)\)/.exec(transform) ?? [];
  const [dx, dy] = turn([Number(x ?? 0), Number(y ?? 0)], place.angle);
  return { ...place, x: place.x + dx, y: place.y + dy, angle: place.angle - Number(angle ?? 0) };
}

function moved(point: Point, { x, y, angle, scale }: Place): [number, number] {
  const [dx, dy] = turn(point, angle);
  return [(x + dx) * scale, (y + dy) * scale];
}

/** Turns a point round the origin, counter-clockwise as seen on a page whose y grows downwards. */
function turn([x, y]: Point, degrees: number): Point {
  if (degrees === 0) return [x, y];
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return [x * cos + y * sin, y * cos - x * sin];
}
