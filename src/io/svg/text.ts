import { textWidth } from "../../model/text.ts";
import { element, escapeXml } from "./element.ts";

/** How a run of text is set. */
export interface Type {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  /** @default "start" */
  readonly anchor?: "start" | "middle" | "end";
}

/**
 * Sets lines of text one below the other, each at its own absolute place.
 *
 * @param x - Where the lines start, have their middle or end, by `type.anchor`.
 * @param baseline - The baseline of the first line.
 */
export function textBlock(lines: readonly string[], x: number, baseline: number, leading: number, type: Type): string {
  const spans = lines.map((line, i) => element("tspan", { x, y: baseline + i * leading }, escapeXml(line)));
  return element(
    "text",
    {
      "font-size": type.size,
      "font-weight": type.weight,
      "text-anchor": type.anchor === "start" ? undefined : type.anchor,
      fill: type.fill,
    },
    ...spans,
  );
}

/** The first baseline of lines that stand centred on `middle`. */
export function firstBaseline(middle: number, lines: number, size: number, leading: number): number {
  // Capitals of Helvetica are 0.72 em high, so their middle is 0.36 em above the baseline.
  return middle + size * 0.36 - ((lines - 1) * leading) / 2;
}

/** The text, or as much of it as fits into `room` with an ellipsis; at least one character. */
export function shortened(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  let left = room - textWidth("…", size);
  let kept = "";
  for (const character of text) {
    left -= textWidth(character, size);
    if (left < 0 && kept !== "") break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The lines, or the first of them with the last one shortened. */
export function atMost(lines: readonly string[], count: number, room: number, size: number): readonly string[] {
  if (lines.length <= count) return lines;
  return [...lines.slice(0, count - 1), shortened(lines.slice(count - 1).join(" "), room, size)];
}
