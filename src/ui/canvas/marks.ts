import { createContext } from "react";
import type { Mark } from "./heat.ts";

/** By step id: what the last run says of it, as far as that is shown. */
export type Marks = ReadonlyMap<string, Mark>;

/**
 * The marks on the drawing. They come to the nodes past React Flow, which would draw all nodes again in one go: this way
 * they are drawn in slices, behind what people do.
 */
export const MarksContext = createContext<Marks | undefined>(undefined);

/** The marks as they are now; the same object as before where they say the same. */
export function sameMarks(before: Marks | undefined, now: Marks | undefined): Marks | undefined {
  return before && now && JSON.stringify([...before]) === JSON.stringify([...now]) ? before : now;
}
