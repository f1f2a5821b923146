import { insertOnFlow, moveNodes, setDepartment } from "../model/edit/nodes.ts";
import { add } from "../model/edit.ts";
import { flowLabel, labelSize } from "../model/flow-label.ts";
import type { Drawing } from "../model/geometry.ts";
import type { NodeKind, Process, ProcessNode } from "../model/process.ts";
import { nodeSize } from "../model/shape.ts";
import { drawingOf, type Places } from "./drawing.ts";
import { departmentAt, flowNear, madeRoom, placeInto } from "./room.ts";

/** A place on the drawing, in pixels at zoom 1. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The flow that something new goes into if it is dropped with its middle at a point. Starts and ends go into none. */
export function flowUnder(process: Process, kind: NodeKind, { x, y }: Spot): string | undefined {
  return kind === "start" || kind === "end" ? undefined : flowNear(drawingOf(process), [x, y]);
}

/** The flow that nodes go into if they are dropped: there is one for a single node without flows of its own. */
export function flowUnderDrop(process: Process, places: Places): string | undefined {
  const [only] = places;
  if (!only || places.size > 1) return undefined;
  const [id, { x, y }] = only;
  const node = process.nodes.find((each) => each.id === id);
  if (!node || process.flows.some(({ from, to }) => from === id || to === id)) return undefined;
  const { width, height } = nodeSize(node);
  return flowUnder(process, node.kind, { x: x + width / 2, y: y + height / 2 });
}

/**
 * Puts a node into a flow, near where it was dropped: on the flow's line, with what follows moved on as far as room is
 * missing.
 *
 * @param drawing - As it was seen when the node was dropped, not yet led around it.
 * @param node - With the place of its upper left corner. It may be in the process already.
 */
export function putInto(process: Process, drawing: Drawing, id: string, node: ProcessNode & Spot): Process {
  const flow = process.flows.find((each) => each.id === id);
  const source = flow && drawing.nodes[flow.from];
  if (!source) return process;
  const next = drawing.nodes[flow.to];
  const size = nodeSize(node);
  const [x, y] = placeInto(drawing, flow, { x: node.x, y: node.y, ...size }, labelSize(flowLabel(flow, process)));
  const roomy = madeRoom(process, drawing, source, { x, y, ...size }, next);
  const known = roomy.nodes.some((each) => each.id === node.id) ? roomy : add(roomy, "nodes", node);
  const there = moveNodes(insertOnFlow(known, id, node), new Map([[node.id, [x, y]]]));
  return setDepartment(there, [node.id], departmentAt(drawing, [x + size.width / 2, y + size.height / 2]));
}
