import { getViewportForBounds, type ReactFlowInstance, useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { useEffect, useState } from "react";
import { drawingOf } from "../../app/drawing.ts";
import { presentProcess, useApp, type ViewRequest } from "../../app/store.ts";
import { type Drawing, frameOf } from "../../model/geometry.ts";

/** How far the canvas zooms. */
export const ZOOM = { least: 0.08, most: 2.5, fit: 1.1 } as const;

/** Does with the view what the rest of the app asks for, each request once. */
export function useViewRequests(): void {
  const view = useApp((state) => state.view);
  const flow = useReactFlow();
  const store = useStoreApi();
  const ready = useStore(({ width, height, panZoom }) => width > 0 && height > 0 && panZoom !== null);

  useEffect(() => {
    if (!view || !ready) return;
    const { width, height } = store.getState();
    const process = presentProcess(useApp.getState());
    follow(view, flow, drawingOf(process), { width, height });
    // Followed: a canvas shown later starts afresh instead of following it again.
    useApp.setState({ view: undefined });
  }, [view, ready, store, flow]);
}

function follow(
  request: ViewRequest,
  flow: ReactFlowInstance,
  drawing: Drawing,
  size: { readonly width: number; readonly height: number },
): void {
  const glide = { duration: stillPreferred() ? 0 : 240 };
  if (request.kind === "zoom") {
    if (request.by === "actual") flow.zoomTo(1, glide);
    else if (request.by === "in") flow.zoomIn(glide);
    else flow.zoomOut(glide);
  } else if (request.kind === "fit") {
    const frame = frameOf(drawing);
    if (frame.width === 0) flow.setViewport({ x: size.width / 2, y: size.height / 2, zoom: 1 });
    else
      flow.setViewport(getViewportForBounds(frame, size.width, size.height, ZOOM.least, ZOOM.fit, FIT_PADDING), glide);
  } else {
    const rect = drawing.nodes[request.node];
    if (!rect) return;
    const zoom = Math.max(0.8, Math.min(flow.getZoom(), 1.5));
    flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom, ...glide });
  }
}

/** Room for the tools that lie over the lower edge of the canvas. */
const FIT_PADDING = { top: "24px", right: "24px", bottom: "72px", left: "24px" } as const;

/** Whether the person has asked their system for less motion. */
export function stillPreferred(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Whether the drawing has just been laid out anew, so that nodes are to glide to their new places. */
export function useGlide(): boolean {
  const arranged = useApp((state) => state.arranged);
  const [seen, setSeen] = useState(arranged);
  useEffect(() => {
    if (seen === arranged) return;
    const timer = setTimeout(() => setSeen(arranged), 450);
    return () => clearTimeout(timer);
  }, [arranged, seen]);
  return seen !== arranged;
}
