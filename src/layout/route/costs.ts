/**
 * What makes a drawing hard to read, in hundredths of a bend. Found by measuring on lane diagrams: see bench/layout.ts.
 */
export const COSTS = {
  bend: 100,
  crossing: 320,
  /** A pixel of length. */
  length: 0.08,
  /** The same in a lane that neither end belongs to, and going there. */
  abroad: 0.1,
  border: 45,
  /** A vertex so close to a node that a line there nearly touches it. */
  close: 18,
  /** An edge of the grid that another flow runs along already: they will lie side by side. */
  shared: 9,
  /** By side (right, down, left, up), leaving there and arriving there. */
  out: [0, 14, 90, 14],
  in: [90, 14, 0, 14],
  /** One more flow the same way at a side, and one the other way; more at a corner, where they cannot spread. */
  company: 30,
  opposing: 90,
  pointed: 5,
} as const;

/** What it costs that so many flows leave and arrive at one side of a node. */
export function crowding(leaving: number, arriving: number, pointed: boolean): number {
  const same = leaving > 0 && arriving > 0 ? leaving + arriving - 2 : Math.max(leaving, arriving, 1) - 1;
  const opposing = leaving > 0 && arriving > 0 ? COSTS.opposing : 0;
  return (same * COSTS.company + opposing) * (pointed ? COSTS.pointed : 1);
}
