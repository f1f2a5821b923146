import { create } from "zustand";
import type { MovedRoutes } from "../../app/drawing.ts";
import type { Guide } from "./guides.ts";

const NO_ROUTES: MovedRoutes = new Map();
const NO_GUIDES: readonly Guide[] = [];

interface Motion {
  readonly routes: MovedRoutes;
  readonly guides: readonly Guide[];
  /** The flow that what is dragged would go into. */
  readonly into: string | undefined;
}

/**
 * What changes with every move of a drag: the routes of flows with a node at one of their ends that is dragged, the
 * lines it snaps to, and the flow it would go into. It goes past React Flow, which would look through all nodes and
 * flows again.
 */
export const useMotion = create<Motion>(() => ({ routes: NO_ROUTES, guides: NO_GUIDES, into: undefined }));

/** Shows flows on other routes than the process has, until it is called with none. */
export function showMotion(routes: MovedRoutes = NO_ROUTES): void {
  if (routes !== useMotion.getState().routes) useMotion.setState({ routes });
}

/** Shows the lines that something dragged has snapped to, until it is called with none. */
export function showGuides(guides: readonly Guide[] = NO_GUIDES): void {
  if (guides.length + useMotion.getState().guides.length > 0) useMotion.setState({ guides });
}

/** Shows the flow that something dragged would go into, until it is called with none. */
export function showInto(into?: string): void {
  if (into !== useMotion.getState().into) useMotion.setState({ into });
}
