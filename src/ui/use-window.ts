import { type RefObject, useCallback, useEffect, useState } from "react";

/** How many rows are drawn beyond either edge, so that scrolling shows no gaps. */
const SPARE = 8;

/**
 * The rows that are in sight of a scrolled box, and a few more.
 *
 * @param height - Of each row, in pixels.
 * @returns The first of them, the one after the last, and what to call when the box has been scrolled by us: then they
 * are there in the same frame.
 */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  rows: number,
  height: number,
): { readonly first: number; readonly end: number; readonly look: () => void } {
  const [{ first, count }, setSight] = useState({ first: 0, count: 40 });
  const look = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const next = {
      first: Math.floor(element.scrollTop / height / SPARE) * SPARE,
      count: Math.ceil((element.clientHeight || 800) / height / SPARE) * SPARE,
    };
    setSight((before) => (before.first === next.first && before.count === next.count ? before : next));
  }, [box, height]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    look();
    element.addEventListener("scroll", look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      sizes.disconnect();
    };
  }, [box, look]);
  return { look, first: Math.max(0, first - SPARE), end: Math.min(rows, first + count + 2 * SPARE) };
}
