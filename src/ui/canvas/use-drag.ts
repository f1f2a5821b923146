import { type NodeChange, type ReactFlowState, useStoreApi } from "@xyflow/react";
import { type MouseEvent, type PointerEvent, useEffect, useMemo, useState } from "react";
import { moveNodes } from "../../app/draw.ts";
import type { Places } from "../../app/drawing.ts";
import { foldedLanes, fullPlaces, seenDrawing, seenRoutes } from "../../app/fold.ts";
import { flowUnderDrop } from "../../app/into-flow.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { laneAt } from "../../model/geometry.ts";
import { nodeSize } from "../../model/shape.ts";
import type { Spot } from "../use-pull.ts";
import { type Carried, carry } from "./carry.ts";
import { snapped } from "./guides.ts";
import { showGuides, showInto, showMotion } from "./motion.ts";

/** What is dragged moves in steps of this, in pixels at zoom 1. */
export const GRID = 8;

const STILL: Places = new Map();
const NOWHERE: Spot = { x: 0, y: 0 };
const NOTHING: ReadonlySet<string> = new Set();

/**
 * Nodes and notes that are dragged. One alone is carried over the page itself, as long as the view rests; else React
 * renders each move. Either way the process is changed once, when they are dropped.
 *
 * @param setInto - Told the lane that what is dragged would drop into; nothing once it is dropped.
 */
export function useDrag(setInto: (lane: string | undefined) => void) {
  const store = useStoreApi();
  const [places, setPlaces] = useState<Places>(STILL);
  const [carried, setCarried] = useState(NOTHING);

  const drag = useMemo(() => {
    let lastSeen = STILL;
    let pressed = NOWHERE;
    let behind = NOWHERE;
    const hand = new Hand(setCarried);
    const onPointerDownCapture = ({ clientX: x, clientY: y }: PointerEvent) => {
      pressed = { x, y };
    };
    const stop = () => {
      behind = NOWHERE;
      if (useApp.getState().dragging) useApp.setState({ dragging: false });
    };
    const rest = () => {
      stop();
      hand.letGo();
      if (lastSeen === STILL) return;
      lastSeen = STILL;
      setPlaces(STILL);
      setInto(undefined);
      showGuides();
      showInto();
    };
    // React Flow tells nothing of the end where what is dragged, or all of the canvas, goes away meanwhile. Where it
    // does tell, it drops first.
    const afterwards = () => setTimeout(rest);
    const start = (event: Pressed) => {
      // React Flow takes a node up where the pointer is once it is sure of a drag: as far behind it would stay.
      const { x, y } = pointOf(event);
      const zoom = store.getState().transform[2];
      behind = { x: onGrid((x - pressed.x) / zoom), y: onGrid((y - pressed.y) / zoom) };
      useApp.setState({ dragging: true });
      for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, afterwards, { once: true });
    };

    const move = (moving: Places) => {
      if (!hand.follows(moving, store.getState(), lastSeen === STILL))
        setPlaces((before) => new Map([...before, ...moving]));
      lastSeen = moving;
      setInto(laneUnder(moving));
      showInto(flowUnderDrop(presentProcess(useApp.getState()), fullPlaces(moving)));
    };
    const drop = (moved: Places) => {
      // Where it was seen last, snapped to its guides, is where it is dropped.
      const to = lastSeen.size === moved.size ? lastSeen : moved;
      rest();
      moveNodes(fullPlaces(to));
    };

    /** Takes over where React Flow says that nodes are. */
    const onChanges = (changes: readonly NodeChange[]) => {
      const moving = new Map<string, { x: number; y: number }>();
      const moved = new Map<string, { x: number; y: number }>();
      for (const change of changes) {
        if (change.type !== "position" || !change.position) continue;
        const { x, y } = change.position;
        (change.dragging ? moving : moved).set(change.id, { x: x + behind.x, y: y + behind.y });
      }
      if (moving.size > 0) move(linedUp(moving));
      if (moved.size > 0) drop(moved);
    };
    const handlers = {
      onPointerDownCapture,
      onNodeDragStart: start,
      onNodeDragStop: stop,
      onSelectionDragStart: start,
      onSelectionDragStop: stop,
    };
    return { onChanges, handlers, rest };
  }, [store, setInto]);

  useEffect(() => drag.rest, [drag]);

  return { places, carried, drag, preview: setPlaces };
}

const onGrid = (length: number) => Math.round(length / GRID) * GRID;

type Pressed = MouseEvent | globalThis.MouseEvent | TouchEvent;

/** Where a mouse or a finger is, in pixels on the page. */
export function pointOf(event: Pressed): Spot {
  if (!("changedTouches" in event)) return { x: event.clientX, y: event.clientY };
  const touch = event.changedTouches[0];
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}

/** What carries a single node or note over the page. React Flow draws only what it knows to be in view, so a moving view ends it. */
class Hand {
  private held: (Carried & { readonly view: ReactFlowState["transform"] }) | undefined;
  private readonly setCarried: (ids: ReadonlySet<string>) => void;

  constructor(setCarried: (ids: ReadonlySet<string>) => void) {
    this.setCarried = setCarried;
  }

  /**
   * Shows what is dragged where it has come to.
   *
   * @param fresh - Whether the drag has just begun: only then something is taken up.
   * @returns Whether it does; React has to where it does not.
   */
  follows(moving: Places, { domNode, transform, nodesSelectionActive }: ReactFlowState, fresh: boolean): boolean {
    const [only] = moving;
    const alone = moving.size === 1 && only && !nodesSelectionActive;
    if (this.held && (!alone || this.held.id !== only[0] || this.held.view !== transform)) this.letGo();
    else if (alone && fresh) this.takeUp(domNode, only[0], transform);
    if (!this.held || !only) return false;
    this.held.show(only[1]);
    const state = useApp.getState();
    showMotion(seenRoutes(presentProcess(state), moving, foldedLanes(state)));
    return true;
  }

  letGo(): void {
    if (!this.held) return;
    this.held.letGo();
    this.held = undefined;
    this.setCarried(NOTHING);
    showMotion();
  }

  private takeUp(canvas: HTMLElement | null, id: string, view: ReactFlowState["transform"]): void {
    const taken = carry(canvas, id);
    this.held = taken && { ...taken, view };
    if (taken) this.setCarried(new Set([id]));
  }
}

/** One node alone lines up with others; several keep their places to each other. */
function linedUp(moving: Places): Places {
  const [only] = moving;
  const drawing = seenDrawing(useApp.getState());
  const rect = only && drawing.nodes[only[0]];
  if (!rect || moving.size > 1) return moving;
  const { x, y, guides } = snapped(drawing, only[0], { ...rect, ...only[1] });
  showGuides(guides);
  return new Map([[only[0], { x, y }]]);
}

/** The lane that the node under the pointer would drop into. */
function laneUnder(moving: Places): string | undefined {
  const process = presentProcess(useApp.getState());
  const [first] = moving;
  const node = first && process.nodes.find(({ id }) => id === first[0]);
  if (!node) return undefined;
  const { width, height } = nodeSize(node);
  return laneAt(seenDrawing(useApp.getState()), [first[1].x + width / 2, first[1].y + height / 2]);
}
