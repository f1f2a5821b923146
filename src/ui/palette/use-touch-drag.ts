import { type PointerEvent, useRef, useState } from "react";
import { type Dragged, dragKind } from "./drag.ts";

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A finger that moved less than this, in pixels, taps. */
const A_TAP = 8;

/**
 * Lets a palette entry be dragged by a finger, for which browsers send no drag events: the place under the finger is
 * told of them as if a mouse dragged.
 *
 * @returns Where the finger is on the page while it drags, and what the entry listens to.
 */
export function useTouchDrag(kind: Dragged | undefined) {
  const from = useRef<Spot | undefined>(undefined);
  const over = useRef<Element | null>(null);
  // Known at once: what is shown may be some moves behind when the finger lifts.
  const dragging = useRef(false);
  const [at, setAt] = useState<Spot | undefined>();

  const tell = (type: "dragover" | "dragleave" | "drop", spot: Spot) => {
    if (kind === undefined) return;
    const dataTransfer = new DataTransfer();
    dragKind(dataTransfer, kind);
    const { x: clientX, y: clientY } = spot;
    over.current?.dispatchEvent(
      new DragEvent(type, { bubbles: true, cancelable: true, clientX, clientY, dataTransfer }),
    );
  };
  const end = () => {
    from.current = undefined;
    over.current = null;
    dragging.current = false;
    setAt(undefined);
  };

  const onPointerDown = (event: PointerEvent) => {
    if (kind !== undefined && event.pointerType === "touch") from.current = { x: event.clientX, y: event.clientY };
  };
  const follow = ({ clientX: x, clientY: y }: PointerEvent) => {
    if (!from.current) return;
    dragging.current ||= Math.hypot(x - from.current.x, y - from.current.y) >= A_TAP;
    if (!dragging.current) return;
    const under = document.elementFromPoint(x, y);
    if (under !== over.current) tell("dragleave", { x, y });
    over.current = under;
    tell("dragover", { x, y });
    setAt({ x, y });
  };
  const onPointerUp = (event: PointerEvent) => {
    follow(event);
    if (dragging.current) tell("drop", { x: event.clientX, y: event.clientY });
    end();
  };
  const onPointerCancel = ({ clientX: x, clientY: y }: PointerEvent) => {
    if (dragging.current) tell("dragleave", { x, y });
    end();
  };
  return { at, listeners: { onPointerDown, onPointerMove: follow, onPointerUp, onPointerCancel } };
}
