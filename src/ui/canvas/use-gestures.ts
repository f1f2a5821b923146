import {
  type Connection,
  type Edge,
  type EdgeChange,
  type FinalConnectionState,
  type NodeChange,
  useReactFlow,
} from "@xyflow/react";
import { type DragEvent, type MouseEvent, useMemo, useState } from "react";
import { askToAttach } from "../../app/attach.ts";
import { addNode, connect } from "../../app/draw.ts";
import { fullSpot, seenDrawing } from "../../app/fold.ts";
import { flowUnder } from "../../app/into-flow.ts";
import { startNaming } from "../../app/naming.ts";
import { addNote } from "../../app/notes.ts";
import { flowNear } from "../../app/room.ts";
import { select, selectNothing } from "../../app/selection.ts";
import { type CanvasMenu, presentProcess, useApp } from "../../app/store.ts";
import { laneAt } from "../../model/geometry.ts";
import type { NodeKind } from "../../model/process.ts";
import { draggedKind, isNode } from "../palette/drag.ts";
import type { FoldNode } from "./fold-node.ts";
import { nodeAt } from "./hit.ts";
import { showInto } from "./motion.ts";
import type { SceneFlow, SceneNode, SceneNote } from "./scene.ts";
import { pointOf, useDrag } from "./use-drag.ts";

/** A handle pulled less far than this, in pixels at zoom 1, was a slip and offers nothing. */
const A_SLIP = 40;

/**
 * What people do on the canvas, handed on to the app: React Flow keeps a moving node to itself until it is dropped,
 * so that a drag is one change of the process.
 */
export function useGestures() {
  const flow = useReactFlow();
  const [into, setInto] = useState<string | undefined>();
  const [hovered, setHovered] = useState<string | undefined>();
  const { places, carried, preview, drag } = useDrag(setInto);

  const handlers = useMemo(() => {
    const onNodesChange = (changes: NodeChange<SceneNode | SceneNote | FoldNode>[]) => {
      drag.onChanges(changes);
      selectBy(changes, "nodes");
    };
    const onEdgesChange = (changes: EdgeChange<SceneFlow>[]) => selectBy(changes, "flows");

    const onConnect = ({ source, target }: Connection) => connect(source, target);
    const isValidConnection = ({ source, target }: Connection | Edge) =>
      source !== target && kindOf(source) !== "end" && kindOf(target) !== "start";

    const onConnectEnd = (event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) => {
      if (state.isValid || !state.fromNode || !state.from) return;
      const at = flow.screenToFlowPosition(pointOf(event));
      const under = nodeAt(at);
      if (under !== undefined) {
        if (isValidConnection({ source: state.fromNode.id, target: under, sourceHandle: null, targetHandle: null }))
          connect(state.fromNode.id, under);
      } else if (Math.hypot(at.x - state.from.x, at.y - state.from.y) > A_SLIP)
        useApp.setState({ menu: { of: { from: state.fromNode.id }, ...pointOf(event), at: fullSpot(at) } });
    };

    const onNodeDoubleClick = (_: MouseEvent, { id, type }: SceneNode | SceneNote | FoldNode) =>
      startNaming({ kind: type === "note" ? "note" : "node", id });
    const onEdgeDoubleClick = (_: MouseEvent, { id }: SceneFlow) => startNaming({ kind: "flow", id });
    // What is painted cannot be clicked by itself: the ground finds what is there.
    const onPaneClick = (event: MouseEvent) => {
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const node = nodeAt({ x, y });
      const near = node ?? flowNear(seenDrawing(useApp.getState()), [x, y]);
      if (near === undefined) selectNothing();
      else if (node !== undefined) select([node]);
      else select([], [near]);
    };
    let corner: { x: number; y: number } | undefined;
    const onSelectionStart = (event: MouseEvent) => {
      corner = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    };
    const onSelectionEnd = (event: MouseEvent) => {
      const end = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      if (corner)
        select(nodesBetween(corner, end), useApp.getState().selection.flows, useApp.getState().selection.notes);
      corner = undefined;
    };
    const onPaneMouseMove = (event: MouseEvent) => {
      if (event.buttons === 0) setHovered(nodeAt(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })));
    };
    const onDoubleClick = (event: MouseEvent) => {
      const onPane = event.target instanceof Element && event.target.classList.contains("react-flow__pane");
      if (onPane) addNode("step", fullSpot(flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })));
    };

    const onDragOver = (event: DragEvent) => {
      const kind = draggedKind(event.dataTransfer);
      if (!kind) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      setInto(laneAt(seenDrawing(useApp.getState()), [x, y]));
      showInto(isNode(kind) ? flowUnder(presentProcess(useApp.getState()), kind, fullSpot({ x, y })) : undefined);
    };
    const rest = () => {
      setInto(undefined);
      showInto();
    };
    const onDragLeave = ({ currentTarget, relatedTarget }: DragEvent) => {
      // From one thing on the canvas to another it does not leave.
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) rest();
    };
    const onDrop = (event: DragEvent) => {
      const kind = draggedKind(event.dataTransfer);
      rest();
      if (!kind) return;
      event.preventDefault();
      const seen = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      if (isNode(kind)) addNode(kind, fullSpot(seen));
      else if (kind === "note") addNote(fullSpot(seen));
      else askToAttach(kind, nodeAt(seen));
    };

    const openMenu = (of: CanvasMenu["of"], event: { clientX: number; clientY: number }) => {
      const { clientX: x, clientY: y } = event;
      useApp.setState({ menu: { of, x, y, at: fullSpot(flow.screenToFlowPosition({ x, y })) } });
    };
    const onNodeContextMenu = (event: MouseEvent, { id, type }: SceneNode | SceneNote | FoldNode) => {
      event.preventDefault();
      const { nodes, notes } = useApp.getState().selection;
      if (!nodes.has(id) && !notes.has(id)) select(type === "note" ? [] : [id], [], type === "note" ? [id] : []);
      openMenu("selection", event);
    };
    const onEdgeContextMenu = (event: MouseEvent, { id }: SceneFlow) => {
      event.preventDefault();
      select([], [id]);
      openMenu("selection", event);
    };
    const onSelectionContextMenu = (event: MouseEvent) => {
      event.preventDefault();
      openMenu("selection", event);
    };
    const onPaneContextMenu = (event: MouseEvent | globalThis.MouseEvent) => {
      event.preventDefault();
      openMenu("ground", event);
    };

    return {
      onNodeContextMenu,
      onEdgeContextMenu,
      onSelectionContextMenu,
      onPaneContextMenu,
      onNodesChange,
      ...drag.handlers,
      onEdgesChange,
      onConnect,
      isValidConnection,
      onConnectEnd,
      onNodeDoubleClick,
      onEdgeDoubleClick,
      onPaneClick,
      onPaneMouseMove,
      onSelectionStart,
      onSelectionEnd,
      onDoubleClick,
      onDragEnter: onDragOver,
      onDragOver,
      onDragLeave,
      onDrop,
    };
  }, [flow, drag]);

  return { places, carried, into, hovered, handlers, preview };
}

/** Takes over what React Flow selects and lets go. */
function selectBy(changes: readonly { readonly type: string }[], what: "nodes" | "flows"): void {
  const picked = changes.filter(
    (change): change is { type: "select"; id: string; selected: boolean } => change.type === "select",
  );
  if (picked.length === 0) return;
  const state = useApp.getState();
  const isNote = new Set(presentProcess(state).notes.map(({ id }) => id));
  const next = {
    nodes: new Set(state.selection.nodes),
    flows: new Set(state.selection.flows),
    notes: new Set(state.selection.notes),
  };
  for (const { id, selected } of picked) {
    const ids = next[what === "nodes" && isNote.has(id) ? "notes" : what];
    if (selected) ids.add(id);
    else ids.delete(id);
  }
  select(next.nodes, next.flows, next.notes);
}

function kindOf(id: string): NodeKind | undefined {
  return presentProcess(useApp.getState()).nodes.find((node) => node.id === id)?.kind;
}

/** The nodes that a box between two of its corners touches, painted ones too. */
function nodesBetween(a: { x: number; y: number }, b: { x: number; y: number }): readonly string[] {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return Object.entries(seenDrawing(useApp.getState()).nodes)
    .filter(([, { x, y, width, height }]) => x < right && x + width > left && y < bottom && y + height > top)
    .map(([id]) => id);
}
