import { type RefObject, useEffect, useLayoutEffect, useState } from "react";

/** The height of a row and of the headings, in pixels. */
export const ROW = 32;

/** How many rows are drawn beyond either edge, so that scrolling shows no gaps. */
const SPARE = 8;

/** The rows that are in sight of a scrolled box, and a few more. */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  rows: number,
): { readonly first: number; readonly end: number } {
  const [{ first, count }, setSight] = useState({ first: 0, count: 40 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const next = {
        first: Math.floor(element.scrollTop / ROW / SPARE) * SPARE,
        count: Math.ceil((element.clientHeight || 800) / ROW / SPARE) * SPARE,
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
  }, [box]);
  return { first: Math.max(0, first - SPARE), end: Math.min(rows, first + count + 2 * SPARE) };
}

/** Scrolls a box no further than it takes to have a cell in sight, clear of the headings and the columns that stay. */
export function useReveal(
  box: RefObject<HTMLElement | null>,
  row: number,
  left: number,
  width: number,
  stays: number,
): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const top = row * ROW;
    const { scrollTop, clientHeight, scrollLeft, clientWidth } = element;
    if (top < scrollTop) element.scrollTop = top;
    else if (top + 2 * ROW > scrollTop + clientHeight) element.scrollTop = top + 2 * ROW - clientHeight;
    if (left < stays) element.scrollLeft = 0;
    else if (left < scrollLeft + stays) element.scrollLeft = left - stays;
    else if (left + width > scrollLeft + clientWidth) element.scrollLeft = left + width - clientWidth;
  }, [box, row, left, width, stays]);
}
