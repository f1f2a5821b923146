import { useEffect, useState } from "react";

/** A part of the window, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How long it is until the page is looked at again, in milliseconds. */
const PAUSE = 100;

/**
 * Where something on the page is, followed while it moves, comes and goes.
 *
 * @param names - What it is called in `data-tour`; the first that is on the page counts.
 */
export function useAnchor(names: readonly string[]): Box | undefined {
  const [box, setBox] = useState<Box>();
  const key = names.join(" ");
  useEffect(() => {
    let frame = 0;
    let last = "";
    let looked = Number.NEGATIVE_INFINITY;
    const look = (now = performance.now()) => {
      frame = requestAnimationFrame(look);
      // Asking where something is makes the browser lay out the page: not with every frame of a drag.
      if (now - looked < PAUSE) return;
      looked = now;
      const found = key === "" ? undefined : boxOf(key.split(" "));
      const text = JSON.stringify(found);
      if (text === last) return;
      last = text;
      setBox(found);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [key]);
  return box;
}

function boxOf(names: readonly string[]): Box | undefined {
  const found = names
    .flatMap((name) => [...document.querySelectorAll(`[data-tour="${name}"]`)])
    .find((element) => element.getClientRects().length > 0);
  if (!found) return undefined;
  const { left, top, width, height } = found.getBoundingClientRect();
  return { left, top, width, height };
}

/** How wide the card is, and how far it stays from what it points at and from the edges of the window. */
export const CARD = { width: 340, gap: 12, edge: 16 } as const;

/**
 * Where the card goes: below what it points at, else above it, else, where that is too large for either, inside of it
 * at the bottom right; where it points at nothing, at the bottom right of the window.
 *
 * @param card - How high the card is.
 */
export function placeOf(box: Box | undefined, card: number, view: { readonly width: number; readonly height: number }) {
  const { width, gap, edge } = CARD;
  const right = view.width - width - edge;
  const bottom = view.height - card - edge;
  if (!box) return { left: right, top: bottom };
  const left = Math.max(edge, Math.min(box.left + box.width / 2 - width / 2, right));
  const below = box.top + box.height + gap;
  const above = box.top - gap - card;
  if (below <= bottom) return { left, top: below };
  if (above >= edge) return { left, top: above };
  return {
    left: Math.max(edge, Math.min(box.left + box.width - width - gap, right)),
    top: Math.max(edge, Math.min(box.top + box.height - card - gap, bottom)),
  };
}
