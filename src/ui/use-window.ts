import { type RefObject, useEffect, useState } from "react";

/** How many rows are drawn beyond either edge, so that scrolling shows no gaps. */
const SPARE = 8;

/**
 * The rows that are in sight of a scrolled box, and a few more.
 *
 * @param height - Of each row, in pixels.
 */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  rows: number,
  height: number,
): { readonly first: number; readonly end: number } {
  const [{ first, count }, setSight] = useState({ first: 0, count: 40 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const next = {
        first: Math.floor(element.scrollTop / height / SPARE) * SPARE,
        count: Math.ceil((element.clientHeight || 800) / height / SPARE) * SPARE,
      };
      setSight((before) => (before.first === next.first && before.count === next.count ? before : next));
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      sizes.disconnect();
    };
  }, [box, height]);
  return { first: Math.max(0, first - SPARE), end: Math.min(rows, first + count + 2 * SPARE) };
}
