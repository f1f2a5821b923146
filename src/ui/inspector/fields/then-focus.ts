import { flushSync } from "react-dom";

/** What can be typed into or chosen from, in one of several rows. */
const FIELDS = "input, textarea, select";

/** For each place that the focus can go to after something was added or taken away: where it is in its list. */
const PLACES = {
  /** The first field of the row that was added, which is the last. */
  row: (list: Element) => [...list.querySelectorAll(":scope > [data-row]")].at(-1)?.querySelector(FIELDS),
  /** The first field of all. */
  field: (list: Element) => list.querySelector(FIELDS),
  /** The button that adds one more. */
  add: (list: Element) => list.querySelector(":scope > [data-add]"),
};

/**
 * Changes what is shown and moves the focus on, so that keys do not end up nowhere: what was pressed may be gone.
 *
 * @param list - What is looked in, once the change is on the page.
 */
export function thenFocus(list: Element | null, place: keyof typeof PLACES, change: () => void): void {
  flushSync(change);
  const found = list && PLACES[place](list);
  if (!(found instanceof HTMLElement)) return;
  found.focus();
  if (found instanceof HTMLInputElement && found.type === "text") found.select();
}
