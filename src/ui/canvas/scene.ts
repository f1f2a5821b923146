import { type Edge, type Node, type NodeHandle, Position } from "@xyflow/react";
import type { Places } from "../../app/drawing.ts";
import type { PlacedNote } from "../../io/svg/notes.ts";
import { chipOf } from "../../io/svg/stages.ts";
import { flowLabel } from "../../model/flow-label.ts";
import type { Drawing, Point, Rect } from "../../model/geometry.ts";
import type { FlowLook, LensView, NodeLook } from "../../model/lens/view.ts";
import type { Flow, Note, Process, ProcessNode } from "../../model/process.ts";
import { KIND_WORDS, nameOf, titleOf } from "../../model/words.ts";
import { type Foot, footOf } from "./foot.ts";

/** A node as React Flow holds it. */
export type SceneNode = Node<{
  readonly node: ProcessNode;
  readonly foot: Foot;
  /** The name of its stage, where that has no band to lie in. */
  readonly stage: string | undefined;
  /** What the lens in use makes of it. */
  readonly look: NodeLook | undefined;
}>;

/** A note as React Flow holds it. */
export type SceneNote = Node<{ readonly note: Note }, "note">;

/** A flow as React Flow holds it. */
export type SceneFlow = Edge<{
  readonly text: string;
  /** Whether it is what happens when something goes wrong: somebody gives up, or a queue is full. */
  readonly aside: boolean;
  readonly route: readonly Point[];
  readonly label: Point | undefined;
  readonly look: FlowLook | undefined;
}>;

/** Everything that the nodes on the canvas are made from. */
export interface NodeSource {
  readonly process: Process;
  readonly drawing: Drawing;
  readonly selected: ReadonlySet<string>;
  readonly lens: LensView;
}

/** The sides of a node that flows can be drawn from. */
export const SIDES = [Position.Right, Position.Left, Position.Top, Position.Bottom] as const;

/**
 * The nodes in reading order: lane by lane from the top, and in a lane from left to right.
 *
 * @param before - The nodes of the last time: what has not changed keeps its identity, so that it is not drawn again.
 */
export function sceneNodes(source: NodeSource, before: ReadonlyMap<string, SceneNode>): SceneNode[] {
  const { process, drawing } = source;
  const lanes = Object.entries(drawing.lanes).sort(([, a], [, b]) => a.y - b.y);
  const laneAt = new Map(lanes.map(([id], index) => [id, index]));
  const order = (node: ProcessNode) => laneAt.get(node.department ?? "") ?? lanes.length;
  const ordered = [...process.nodes].sort(
    (a, b) => order(a) - order(b) || (drawing.nodes[a.id]?.x ?? 0) - (drawing.nodes[b.id]?.x ?? 0),
  );
  return ordered.flatMap((node) => {
    const rect = drawing.nodes[node.id];
    return rect ? [sceneNode(node, rect, source, before.get(node.id))] : [];
  });
}

function sceneNode(node: ProcessNode, rect: Rect, source: NodeSource, before: SceneNode | undefined): SceneNode {
  const { process, selected, lens } = source;
  const foot = footOf(node, process);
  const look = lens.nodes.get(node.id);
  const stage = lens.bands ? chipOf(node, process, source.drawing) : undefined;
  const old = before?.data;
  const data =
    old && old.node === node && old.stage === stage && sameLook(old.look, look) && sameFoot(old.foot, foot)
      ? old
      : { node, foot, stage, look };
  const isSelected = selected.has(node.id);
  if (
    before &&
    before.data === data &&
    before.selected === isSelected &&
    before.position.x === rect.x &&
    before.position.y === rect.y &&
    before.width === rect.width &&
    before.height === rect.height
  )
    return before;
  const { width, height } = rect;
  return {
    id: node.id,
    type: node.kind,
    position: { x: rect.x, y: rect.y },
    data,
    width,
    height,
    // Without `measured` React Flow waits for a layout pass of the browser before it shows anything.
    measured: { width, height },
    handles: handlesOf(width, height),
    selected: isSelected,
    ariaLabel: spoken(node, process),
  };
}

/** Lenses make new looks with every edit, most of them like the last. */
function sameLook(a: NodeLook | FlowLook | undefined, b: NodeLook | FlowLook | undefined): boolean {
  return a === b || (!!a && !!b && JSON.stringify(a) === JSON.stringify(b));
}

function sameFoot(a: Foot, b: Foot): boolean {
  return a.left === b.left && a.right === b.right;
}

/** Where flows dock to a box of that size: the middle of each side. */
export function handlesOf(width: number, height: number): NodeHandle[] {
  const at: Readonly<Record<Position, readonly [number, number]>> = {
    [Position.Right]: [width, height / 2],
    [Position.Left]: [0, height / 2],
    [Position.Top]: [width / 2, 0],
    [Position.Bottom]: [width / 2, height],
  };
  return SIDES.map((position) => ({
    id: position,
    type: "source",
    position,
    x: at[position][0],
    y: at[position][1],
    width: 1,
    height: 1,
  }));
}

/**
 * The nodes with those at other places that are being dragged; all others keep their identity.
 *
 * @param carried - The ids of those dragged that the page moves by itself: they are said to be dragged, and stay.
 */
export function inMotion(nodes: SceneNode[], places: Places, carried: ReadonlySet<string>): SceneNode[] {
  if (places.size + carried.size === 0) return nodes;
  return nodes.map((node) => {
    const position = places.get(node.id);
    return position || carried.has(node.id) ? { ...node, position: position ?? node.position, dragging: true } : node;
  });
}

/**
 * The notes, each with the box it is drawn in.
 *
 * @param moving - Where notes are that are being dragged.
 * @param carried - The ids of those dragged that the page moves by itself.
 */
export function sceneNotes(
  placed: readonly PlacedNote[],
  moving: Places,
  carried: ReadonlySet<string>,
  selected: ReadonlySet<string>,
  before: ReadonlyMap<string, SceneNote>,
): SceneNote[] {
  return placed.map(({ note, x, y, width, height }) => {
    const old = before.get(note.id);
    const position = moving.get(note.id) ?? { x, y };
    const isSelected = selected.has(note.id);
    const dragging = moving.has(note.id) || carried.has(note.id);
    const same =
      old &&
      old.data.note === note &&
      old.selected === isSelected &&
      old.height === height &&
      old.dragging === dragging;
    if (same && old.position.x === position.x && old.position.y === position.y) return old;
    return {
      id: note.id,
      type: "note",
      position,
      data: old?.data.note === note ? old.data : { note },
      width,
      height,
      measured: { width, height },
      selected: isSelected,
      dragging,
      connectable: false,
      ariaLabel: `Note: ${note.text}`,
    };
  });
}

/** What a screen reader says of a node, as in “Step Qualify, Sales”. */
export function spoken(node: ProcessNode, process: Process): string {
  const title = titleOf(node);
  const kind = KIND_WORDS[node.kind];
  const name = title === kind ? kind : `${kind} ${title}`;
  return node.department === undefined ? name : `${name}, ${nameOf(process, node.department)}`;
}

/** The flows, in the order of the file. */
export function sceneFlows(
  { process, drawing, selected, lens }: Pick<NodeSource, "process" | "drawing" | "selected" | "lens">,
  before: ReadonlyMap<string, SceneFlow>,
): SceneFlow[] {
  return process.flows.flatMap((flow) => {
    const data = flowData(flow, flowLabel(flow, process), drawing, lens.flows.get(flow.id), before.get(flow.id));
    return data ? [sceneFlow(flow, data, selected.has(flow.id), before.get(flow.id))] : [];
  });
}

function flowData(
  flow: Flow,
  text: string,
  { routes, labels }: Drawing,
  look: FlowLook | undefined,
  before: SceneFlow | undefined,
): SceneFlow["data"] {
  const route = routes[flow.id];
  if (!route) return undefined;
  const label = labels[flow.id];
  const aside = flow.on !== undefined && flow.on !== "done";
  const old = before?.data;
  const same = old && old.text === text && old.aside === aside && sameLook(old.look, look);
  return same && samePoints(old.route, route) && samePoint(old.label, label)
    ? old
    : { text, aside, route, label, look };
}

function sceneFlow(
  flow: Flow,
  data: NonNullable<SceneFlow["data"]>,
  selected: boolean,
  before: SceneFlow | undefined,
): SceneFlow {
  if (
    before &&
    before.data === data &&
    before.selected === selected &&
    before.source === flow.from &&
    before.target === flow.to
  )
    return before;
  return {
    id: flow.id,
    type: "flow",
    source: flow.from,
    target: flow.to,
    sourceHandle: Position.Right,
    targetHandle: Position.Left,
    data,
    selected,
  };
}

function samePoints(a: readonly Point[], b: readonly Point[]): boolean {
  return a === b || (a.length === b.length && a.every((point, i) => samePoint(point, b[i])));
}

function samePoint(a: Point | undefined, b: Point | undefined): boolean {
  return a === b || (!!a && !!b && a[0] === b[0] && a[1] === b[1]);
}
