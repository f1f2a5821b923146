import { type KeyboardEvent, useState } from "react";

/** How many rows a step with the page keys goes. */
const PAGE = 10;

/** Where keys lead from a row to, of so many. */
const KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  PageUp: (at) => at - PAGE,
  PageDown: (at) => at + PAGE,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * The row of a chart that somebody looks at, by pointer or by keys.
 *
 * @param places - Where the rows stand, in pixels, rising.
 */
export function useCursor(places: readonly number[]) {
  const [at, setAt] = useState<number>();
  const last = places.length - 1;
  const leave = () => setAt(undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    const key = KEYS[event.key];
    if (event.key === "Escape" && at !== undefined) leave();
    else if (key && !event.ctrlKey && !event.metaKey && !event.altKey)
      setAt(at === undefined ? 0 : Math.min(last, Math.max(0, key(at, last))));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    /** Nothing where nobody looks. A chart may have become shorter meanwhile. */
    at: at === undefined || last < 0 ? undefined : Math.min(at, last),
    /** Goes to the row nearest to a place. */
    point: (place: number) => setAt(nearest(places, place)),
    leave,
    handlers: { onKeyDown, onBlur: leave },
  };
}

/** Which of the rising places is nearest; nothing where there are none. */
export function nearest(places: readonly number[], place: number): number | undefined {
  let best: number | undefined;
  for (const [i, each] of places.entries())
    if (best === undefined || Math.abs(each - place) < Math.abs(places[best]! - place)) best = i;
  return best;
}
