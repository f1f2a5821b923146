import { getViewportForBounds, type Viewport } from "@xyflow/react";
import { type Drawing, frameOf, LANE, type Rect } from "../../model/geometry.ts";

/** How far the canvas zooms. */
export const ZOOM = { least: 0.08, most: 2.5, fit: 1.1 } as const;

/** What lies over the canvas in one of its corners, in pixels from the upper left corner of the canvas. */
export interface Overlay extends Rect {
  readonly corner: "top-right" | "bottom-left";
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room around a drawing that is fitted, in pixels on screen; below it, for the tools that lie there. */
const PADDING = { top: 24, right: 24, bottom: 72, left: 24 } as const;

/** Room between the drawing and what lies over the canvas. */
const AIR = 12;

/** A drawing becomes no smaller than this part of what would fit, for the sake of what lies over it. */
const WORTH = 0.8;

/**
 * The view that has the whole drawing in sight. If something would lie over a node or the name of a lane, the drawing
 * keeps beside or below it, whichever leaves it larger.
 */
export function fitted(drawing: Drawing, size: Size, overlays: readonly Overlay[]): Viewport {
  const frame = frameOf(drawing);
  const plain = viewOf(frame, size, PADDING);
  const boxes = [...Object.values(drawing.nodes), ...headersOf(drawing)];
  const over = overlays.filter((overlay) => boxes.some((box) => covers(overlay, seen(box, plain))));
  if (over.length === 0) return plain;
  const best = over
    .reduce<readonly (typeof PADDING)[]>(
      (all, overlay) =>
        all.flatMap((padding) => waysRound(overlay, size).map((way) => ({ ...padding, ...way }) as typeof PADDING)),
      [PADDING],
    )
    .map((padding) => viewOf(frame, size, padding))
    .reduce((a, b) => (b.zoom > a.zoom ? b : a));
  return best.zoom < plain.zoom * WORTH ? plain : best;
}

/** What keeps a drawing clear of something: to begin below it, or to end beside it. */
function waysRound({ corner, x, y, width, height }: Overlay, size: Size) {
  return corner === "top-right"
    ? [{ top: y + height + AIR }, { right: size.width - x + AIR }]
    : [{ bottom: size.height - y + AIR }, { left: x + width + AIR }];
}

function viewOf(
  frame: Rect,
  { width, height }: Size,
  { top, right, bottom, left }: Readonly<Record<keyof typeof PADDING, number>>,
): Viewport {
  return getViewportForBounds(frame, width, height, ZOOM.least, ZOOM.fit, {
    top: `${top}px`,
    right: `${right}px`,
    bottom: `${bottom}px`,
    left: `${left}px`,
  });
}

/** The boxes in which the names of lanes stand. */
function headersOf({ lanes, direction }: Drawing): readonly Rect[] {
  return Object.values(lanes).map((lane) =>
    direction === "down" ? { ...lane, height: LANE.header } : { ...lane, width: LANE.header },
  );
}

const seen = ({ x, y, width, height }: Rect, view: Viewport): Rect => ({
  x: x * view.zoom + view.x,
  y: y * view.zoom + view.y,
  width: width * view.zoom,
  height: height * view.zoom,
});

const covers = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** What lies over the canvas now: panels say so by `data-over`, their corner. */
export function overlaysOn(canvas: HTMLElement | null): readonly Overlay[] {
  if (!canvas) return [];
  const ground = canvas.getBoundingClientRect();
  return [...canvas.querySelectorAll<HTMLElement>("[data-over]")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const corner = element.dataset.over === "top-right" ? "top-right" : "bottom-left";
    return { corner, x: x - ground.x, y: y - ground.y, width, height };
  });
}
