import type { Point, Rect } from "../geometry.ts";

/** The ways to line things up: by an edge or by their middles. */
export const ALIGNMENTS = ["left", "centre", "right", "top", "middle", "bottom"] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

type Boxes = ReadonlyMap<string, Rect>;
type Corners = ReadonlyMap<string, Point>;

const LINES: Readonly<Record<Alignment, (around: Rect, box: Rect) => Point>> = {
  left: (around, { y }) => [around.x, y],
  centre: (around, { y, width }) => [around.x + (around.width - width) / 2, y],
  right: (around, { y, width }) => [around.x + around.width - width, y],
  top: (around, { x }) => [x, around.y],
  middle: (around, { x, height }) => [x, around.y + (around.height - height) / 2],
  bottom: (around, { x, height }) => [x, around.y + around.height - height],
};

/** Where boxes go to be in line with the box around all of them: their top left corners, by id. */
export function aligned(boxes: Boxes, by: Alignment): Corners {
  const around = boxAround([...boxes.values()]);
  return new Map([...boxes].map(([id, box]) => [id, LINES[by](around, box)]));
}

/**
 * Where boxes go to have the same room between them; the outer two stay.
 *
 * @param along - Across the drawing, or down.
 * @param gap - The room between two, in pixels; left out = what there is, in equal parts. Then only the first stays.
 */
export function distributed(boxes: Boxes, along: "x" | "y", gap?: number): Corners {
  const size = along === "x" ? "width" : "height";
  const sorted = [...boxes].sort(([, a], [, b]) => a[along] + a[size] / 2 - b[along] - b[size] / 2);
  const first = sorted[0]?.[1];
  const last = sorted.at(-1)?.[1];
  if (!first || !last) return new Map();
  const filled = sorted.reduce((sum, [, box]) => sum + box[size], 0);
  const room = gap ?? (last[along] + last[size] - first[along] - filled) / Math.max(1, sorted.length - 1);
  let at = first[along];
  return new Map(
    sorted.map(([id, box]) => {
      const corner: Point = along === "x" ? [Math.round(at), box.y] : [box.x, Math.round(at)];
      at += box[size] + room;
      return [id, corner];
    }),
  );
}

function boxAround(boxes: readonly Rect[]): Rect {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
