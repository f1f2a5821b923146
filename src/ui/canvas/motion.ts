import { create } from "zustand";
import type { MovedRoutes } from "../../app/drawing.ts";

/**
 * The routes of flows while a node at one of their ends is dragged. They go past React Flow, which would look through
 * all flows again with every one that is another object.
 */
export const useMotion = create<{ readonly routes: MovedRoutes }>(() => ({ routes: new Map() }));

/** Shows flows on other routes than the process has, until it is called with none. */
export function showMotion(routes: MovedRoutes): void {
  if (routes !== useMotion.getState().routes) useMotion.setState({ routes });
}
