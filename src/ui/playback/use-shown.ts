import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps one thing of a list that is scrolled sideways in sight.
 *
 * @param at - Its place in the list; −1 for none.
 * @returns What the list is to be known by.
 */
export function useShown(at: number): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const [item, box] = [list.current?.children[at], list.current];
    if (!(item instanceof HTMLElement) || box === null) return;
    const [from, to] = [item.offsetLeft - box.offsetLeft, item.offsetLeft - box.offsetLeft + item.offsetWidth];
    // By itself, as the whole page may be scrolled otherwise.
    if (from < box.scrollLeft || to > box.scrollLeft + box.clientWidth) box.scrollLeft = from - AIR;
  }, [at]);
  return list;
}

/** As much of what comes before is to be seen, in pixels. */
const AIR = 48;
