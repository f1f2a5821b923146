import { type PointerEvent, useEffect, useRef, useState } from "react";

/** A place on the page, in pixels from the upper left corner of what is in sight. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How far a pointer has pulled something. */
export interface Pull {
  readonly from: Spot;
  readonly to: Spot;
  /** Which way it went first. */
  readonly way: "x" | "y";
}

interface Acts {
  /** A pointer that moved less than this, in pixels, clicks. */
  readonly least: number;
  /** Whether this pointer may pull; without it, whichever presses its first button. */
  readonly takes?: (event: PointerEvent) => boolean;
  readonly onPull?: (pull: Pull) => void;
  readonly onDrop: (pull: Pull) => void;
  /** Called instead of `onDrop` where the browser takes the pointer away, or Escape is pressed. */
  readonly onCancel?: () => void;
}

interface Held {
  readonly pointer: number;
  readonly from: Spot;
  way?: Pull["way"];
}

/**
 * Lets a pointer pull something, and drops it where the pointer lifts, which what is shown may not have come to yet.
 *
 * @returns How far it is pulled, to show; nothing while it is not. And what the element listens to.
 */
export function usePull({ least, takes = presses, onPull, onDrop, onCancel }: Acts) {
  const held = useRef<Held | undefined>(undefined);
  const [pull, setPull] = useState<Pull | undefined>();

  const letGo = () => {
    held.current = undefined;
    setPull(undefined);
  };
  const cancel = () => {
    if (held.current?.way) onCancel?.();
    letGo();
  };
  const follow = ({ pointerId, clientX: x, clientY: y }: PointerEvent): Pull | undefined => {
    const hold = held.current;
    if (hold?.pointer !== pointerId) return undefined;
    const [dx, dy] = [Math.abs(x - hold.from.x), Math.abs(y - hold.from.y)];
    if (!hold.way && Math.hypot(dx, dy) < least) return undefined;
    hold.way ??= dx >= dy ? "x" : "y";
    const now: Pull = { from: hold.from, to: { x, y }, way: hold.way };
    setPull(now);
    onPull?.(now);
    return now;
  };

  const onPointerDown = (event: PointerEvent) => {
    if (held.current || !takes(event)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { pointer: event.pointerId, from: { x: event.clientX, y: event.clientY } };
  };
  const onPointerUp = (event: PointerEvent) => {
    if (held.current?.pointer !== event.pointerId) return;
    const last = follow(event);
    letGo();
    if (last) onDrop(last);
  };
  const onPointerCancel = ({ pointerId }: PointerEvent) => {
    if (held.current?.pointer === pointerId) cancel();
  };

  useEffect(() => {
    if (!pull) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      cancel();
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  });

  return { pull, listeners: { onPointerDown, onPointerMove: follow, onPointerUp, onPointerCancel } };
}

const presses = ({ button }: PointerEvent) => button === 0;
