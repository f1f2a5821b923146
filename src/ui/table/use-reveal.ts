import { type RefObject, useLayoutEffect } from "react";

/** The height of a row and of the headings, in pixels. */
export const ROW = 32;

/**
 * Scrolls a box no further than it takes to have a cell in sight, clear of the headings and the columns that stay.
 *
 * @param onScroll - Called once the box has been scrolled up or down.
 */
export function useReveal(
  box: RefObject<HTMLElement | null>,
  row: number,
  left: number,
  width: number,
  stays: number,
  onScroll: () => void,
): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const top = row * ROW;
    const { scrollTop, clientHeight, scrollLeft, clientWidth } = element;
    if (top < scrollTop) element.scrollTop = top;
    else if (top + 2 * ROW > scrollTop + clientHeight) element.scrollTop = top + 2 * ROW - clientHeight;
    if (element.scrollTop !== scrollTop) onScroll();
    if (left < stays) element.scrollLeft = 0;
    else if (left < scrollLeft + stays) element.scrollLeft = left - stays;
    else if (left + width > scrollLeft + clientWidth) element.scrollLeft = left + width - clientWidth;
  }, [box, row, left, width, stays, onScroll]);
}
