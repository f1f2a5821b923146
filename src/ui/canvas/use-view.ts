import { type ReactFlowInstance, useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { foldedLanes, seenDrawing, seenNotes } from "../../app/fold.ts";
import { presentProcess, useApp, type ViewRequest } from "../../app/store.ts";
import { stillPreferred } from "../still.ts";
import { fitted, type Overlay, overlaysOn } from "./fit.ts";

/**
 * Does with the view what the rest of the app asks for, each request once. A view that fits the drawing goes on
 * fitting it when the canvas becomes larger or smaller, until somebody moves it.
 *
 * @returns What to call when somebody moves the view.
 */
export function useViewRequests(): (event: unknown) => void {
  const view = useApp((state) => state.view);
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const ready = useStore((state) => state.width > 0 && state.height > 0 && state.panZoom !== null);
  const fitting = useRef(false);
  // What lies over the canvas changes with these.
  const lens = useApp((state) => state.lens);
  const found = useApp(({ run }) => (run.kind === "finished" ? run.results : undefined));
  const store = useStoreApi();

  useEffect(() => {
    if (!view || !ready) return;
    follow(view, flow, { width, height, over: overlaysOn(store.getState().domNode) }, glides(view));
    // With nothing drawn there is nothing to go on fitting: what is dropped first would slip away from under the pointer.
    fitting.current = view.kind === "fit" && presentProcess(useApp.getState()).nodes.length > 0;
    // Followed: a canvas shown later starts afresh instead of following it again.
    useApp.setState({ view: undefined });
  }, [view, ready, flow, store, width, height]);

  const fit = useCallback(() => {
    if (!fitting.current || width === 0 || height === 0) return;
    follow({ kind: "fit" }, flow, { width, height, over: overlaysOn(store.getState().domNode) }, false);
  }, [flow, store, width, height]);
  useEffect(fit, [fit]);

  // With the next frame, which lays the page out anyway: measured at once, it would be laid out twice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another legend lies over the canvas elsewhere
  useEffect(() => {
    const frame = requestAnimationFrame(fit);
    return () => cancelAnimationFrame(frame);
  }, [fit, lens, found]);

  return useCallback((event: unknown) => {
    // Without an event it was us who moved it.
    if (event) fitting.current = false;
  }, []);
}

/** Whether the view moves to where it is asked, instead of being there. */
function glides(view: ViewRequest): boolean {
  return !stillPreferred() && !(view.kind === "fit" && view.atOnce);
}

function follow(
  request: ViewRequest,
  flow: ReactFlowInstance,
  size: { readonly width: number; readonly height: number; readonly over: readonly Overlay[] },
  gliding: boolean,
): void {
  const state = useApp.getState();
  const drawing = seenDrawing(state);
  const glide = { duration: gliding ? 240 : 0 };
  if (request.kind === "zoom") {
    if (request.by === "actual") flow.zoomTo(1, glide);
    else if (request.by === "in") flow.zoomIn(glide);
    else flow.zoomOut(glide);
  } else if (request.kind === "fit") {
    const empty = Object.keys(drawing.nodes).length + Object.keys(drawing.lanes).length === 0;
    if (empty) flow.setViewport({ x: size.width / 2, y: size.height / 2, zoom: 1 });
    else flow.setViewport(fitted(drawing, size, size.over), glide);
  } else {
    const notes = seenNotes(presentProcess(state), foldedLanes(state));
    const rect = drawing.nodes[request.node] ?? notes.find(({ note }) => note.id === request.node);
    if (!rect) return;
    if (request.kind === "reveal") {
      const { x, y, zoom } = flow.getViewport();
      const dx = shortfall(rect.x * zoom + x, rect.width * zoom, size.width);
      const dy = shortfall(rect.y * zoom + y, rect.height * zoom, size.height);
      if (dx !== 0 || dy !== 0) flow.setViewport({ x: x + dx, y: y + dy, zoom }, glide);
      return;
    }
    const zoom = Math.max(0.8, Math.min(flow.getZoom(), 1.5));
    flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, { zoom, ...glide });
  }
}

/** How far something must move to lie within the room with some air around it. */
function shortfall(from: number, length: number, room: number): number {
  if (from < AIR) return AIR - from;
  return Math.min(0, room - AIR - from - length);
}

/** Room left around a node that is brought in sight, in pixels on screen; enough for the button that adds the next. */
const AIR = 72;

/**
 * Whether the drawing has just been laid out anew, so that nodes are to glide to their new places. It ends with what
 * glides, however late that began; where nothing does, two frames later.
 */
export function useGlide(): boolean {
  const arranged = useApp((state) => state.arranged);
  const [seen, setSeen] = useState(arranged);
  const store = useStoreApi();
  useEffect(() => {
    if (seen === arranged) return;
    let over = false;
    // The places of a layout come to the page with the first frame, what glides there is to be found in the second.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(async () => {
        await Promise.allSettled(glidesIn(store.getState().domNode).map(({ finished }) => finished));
        if (!over) setSeen(arranged);
      });
    });
    return () => {
      over = true;
      cancelAnimationFrame(frame);
    };
  }, [arranged, seen, store]);
  return seen !== arranged;
}

/** What a new layout sets in motion: the nodes themselves, and the flows, which appear at the end. */
function glidesIn(canvas: HTMLElement | null): readonly Animation[] {
  return (canvas?.getAnimations({ subtree: true }) ?? []).filter(
    ({ effect }) => effect instanceof KeyframeEffect && effect.target?.matches(".react-flow__node, .react-flow__edges"),
  );
}
