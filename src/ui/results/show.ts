import { jumpTo, select } from "../../app/selection.ts";
import { presentProcess, useApp } from "../../app/store.ts";

/**
 * Selects these nodes on the canvas and brings the first of them into view. Nodes that have been deleted since the run
 * are left out.
 */
export function showNodes(ids: readonly string[]): void {
  const { nodes } = presentProcess(useApp.getState());
  const there = ids.filter((id) => nodes.some((node) => node.id === id));
  const [first] = there;
  if (first === undefined) return;
  jumpTo(first);
  if (there.length > 1) select(there);
}
