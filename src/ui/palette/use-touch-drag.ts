import { type PointerEvent, useRef } from "react";
import { type Spot, usePull } from "../use-pull.ts";
import { type Dragged, dragKind } from "./drag.ts";

/** A finger that moved less than this, in pixels, taps. */
const A_TAP = 8;

/**
 * Lets a palette entry be dragged by a finger, for which browsers send no drag events: the place under the finger is
 * told of them as if a mouse dragged.
 *
 * @returns Where the finger is on the page while it drags, and what the entry listens to.
 */
export function useTouchDrag(kind: Dragged | undefined) {
  const over = useRef<{ readonly place: Element; readonly spot: Spot } | undefined>(undefined);

  const tell = (type: "dragover" | "dragleave" | "drop") => {
    if (kind === undefined || !over.current) return;
    const { place, spot } = over.current;
    const dataTransfer = new DataTransfer();
    dragKind(dataTransfer, kind);
    const { x: clientX, y: clientY } = spot;
    place.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, clientX, clientY, dataTransfer }));
  };
  const { pull, listeners } = usePull({
    least: A_TAP,
    takes: ({ pointerType }: PointerEvent) => kind !== undefined && pointerType === "touch",
    onPull: ({ to: spot }) => {
      const place = document.elementFromPoint(spot.x, spot.y) ?? undefined;
      if (place !== over.current?.place) tell("dragleave");
      over.current = place && { place, spot };
      tell("dragover");
    },
    onDrop: () => {
      tell("drop");
      over.current = undefined;
    },
    onCancel: () => {
      tell("dragleave");
      over.current = undefined;
    },
  });
  return { at: pull?.to, listeners };
}
