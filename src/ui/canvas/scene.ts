import { type Edge, type Node, type NodeHandle, Position } from "@xyflow/react";
import { flowLabel } from "../../model/flow-label.ts";
import type { Drawing, Point, Rect } from "../../model/geometry.ts";
import type { Flow, Process, ProcessNode } from "../../model/process.ts";
import { KIND_WORDS, nameOf, titleOf } from "../../model/words.ts";
import { type Foot, footOf } from "./foot.ts";
import type { Mark } from "./heat.ts";

/** A node as React Flow holds it. */
export type SceneNode = Node<{ readonly node: ProcessNode; readonly foot: Foot; readonly mark: Mark | undefined }>;

/** A flow as React Flow holds it. */
export type SceneFlow = Edge<{
  readonly text: string;
  /** Whether it is what happens when something goes wrong: somebody gives up, or a queue is full. */
  readonly aside: boolean;
  readonly route: readonly Point[];
  readonly label: Point | undefined;
}>;

/** Everything that the nodes on the canvas are made from. */
export interface NodeSource {
  readonly process: Process;
  readonly drawing: Drawing;
  readonly selected: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, Mark> | undefined;
  /** The nodes that are being dragged. */
  readonly moving: ReadonlySet<string>;
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
  const { process, selected, marks, moving } = source;
  const foot = footOf(node, process);
  const mark = marks?.get(node.id);
  const old = before?.data;
  const data =
    old && old.node === node && old.mark === mark && old.foot.left === foot.left && old.foot.right === foot.right
      ? old
      : { node, foot, mark };
  const isSelected = selected.has(node.id);
  const dragging = moving.has(node.id);
  if (
    before &&
    before.data === data &&
    before.selected === isSelected &&
    before.dragging === dragging &&
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
    handles: handles(width, height),
    selected: isSelected,
    dragging,
    ariaLabel: spoken(node, process),
  };
}

function handles(width: number, height: number): NodeHandle[] {
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

/** What a screen reader says of a node, as in “Step Qualify, Sales”. */
export function spoken(node: ProcessNode, process: Process): string {
  const title = titleOf(node);
  const kind = KIND_WORDS[node.kind];
  const name = title === kind ? kind : `${kind} ${title}`;
  return node.department === undefined ? name : `${name}, ${nameOf(process, node.department)}`;
}

/** The flows, in the order of the file. */
export function sceneFlows(
  { process, drawing, selected }: Pick<NodeSource, "process" | "drawing" | "selected">,
  before: ReadonlyMap<string, SceneFlow>,
): SceneFlow[] {
  return process.flows.flatMap((flow) => {
    const route = drawing.routes[flow.id];
    if (!route) return [];
    const text = flowLabel(flow, process);
    return [sceneFlow(flow, text, route, drawing.labels[flow.id], selected.has(flow.id), before.get(flow.id))];
  });
}

function sceneFlow(
  flow: Flow,
  text: string,
  route: readonly Point[],
  label: Point | undefined,
  selected: boolean,
  before: SceneFlow | undefined,
): SceneFlow {
  const aside = flow.on !== undefined && flow.on !== "done";
  const old = before?.data;
  const data =
    old && old.text === text && old.aside === aside && samePoints(old.route, route) && samePoint(old.label, label)
      ? old
      : { text, aside, route, label };
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
