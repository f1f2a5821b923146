import { connect as connected, erase, setShare } from "../model/edit/flows.ts";
import { freshId, freshName } from "../model/edit/ids.ts";
import { insertOnFlow, moveNodes as moved, newNode, placed, setDepartment } from "../model/edit/nodes.ts";
import { add, patch, remove } from "../model/edit.ts";
import type { Point } from "../model/geometry.ts";
import type { NodeKind, Process, ProcessNode } from "../model/process.ts";
import { nodeSize } from "../model/shape.ts";
import { edit } from "./document.ts";
import { drawingOf, type Places } from "./drawing.ts";
import { flowUnder, flowUnderDrop, putInto } from "./into-flow.ts";
import { removeLane } from "./lanes.ts";
import { notePlaces, notesMoved } from "./notes.ts";
import { settle } from "./placing.ts";
import { departmentAt, farOn, freePlace, madeRoom, placeAfter } from "./room.ts";
import { onlyNode, select } from "./selection.ts";
import { type AppState, presentProcess, useApp } from "./store.ts";

/** A place on the drawing, in pixels at zoom 1. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

const present = () => presentProcess(useApp.getState());
const grid = (value: number) => Math.round(value / 8) * 8;

/** The process with all nodes where they are drawn, even those that the file gives no place. */
function fixed(process: Process): Process {
  const free = process.nodes.some(({ x, y }) => x === undefined || y === undefined);
  return free ? placed(process, drawingOf(process)) : process;
}

/**
 * Adds a node and opens the field for its name. With one node selected and no place given, it comes after that one;
 * dropped on a flow, it goes into it.
 *
 * @param at - Where its middle is to be.
 */
export function addNode(kind: NodeKind, at?: Spot): void {
  const process = present();
  const before = onlyNode(useApp.getState().selection);
  const leads = before !== undefined && process.nodes.find(({ id }) => id === before)?.kind !== "end";
  if (!at && leads && kind !== "start") {
    growFrom(before, undefined, kind);
    return;
  }

  const drawing = drawingOf(process);
  const draft = newNode(process, kind);
  const size = nodeSize(draft);
  const wish: Point = at ? [grid(at.x - size.width / 2), grid(at.y - size.height / 2)] : farOn(drawing, size);
  const [x, y] = at ? wish : freePlace(drawing, { x: wish[0], y: wish[1], ...size });
  const node = inLane({ ...draft, x, y }, departmentAt(drawing, [x + size.width / 2, y + size.height / 2]));
  const flow = at && flowUnder(process, kind, at);
  edit((now) => {
    const ready = fixed(now);
    return settle(flow === undefined ? add(ready, "nodes", node) : putInto(ready, drawing, flow, { ...node, x, y }));
  }, newGesture(node.id));
  name(node.id);
  // What is dropped stays under the pointer, also on an empty canvas.
  if (process.nodes.length === 0 && !at) useApp.setState({ view: { kind: "fit" } });
}

/** Adds a step after a node, or between it and what follows, and opens the field for its name. */
export function appendStep(from: string): void {
  growFrom(from);
}

/**
 * Adds a node that a flow leads to from another. Without a place, it goes after the other, right or below: into the flow
 * that leads on from there if there is just one, with what follows moved aside; out of decisions and forks as one
 * more branch.
 *
 * @param at - Where its left side is to be, or its top where the process flows down.
 */
export function growFrom(from: string, at?: Spot, kind: NodeKind = "step"): void {
  const process = fixed(present());
  const drawing = drawingOf(process);
  const source = process.nodes.find(({ id }) => id === from);
  const rect = drawing.nodes[from];
  if (!source || !rect || source.kind === "end") return;

  const draft = newNode(process, kind);
  const size = nodeSize(draft);
  const onward = at || kind === "end" ? undefined : soleFlowOf(process, source);
  const next = onward && drawing.nodes[onward.to];
  const wish = at
    ? drawing.direction === "down"
      ? { x: grid(at.x - size.width / 2), y: grid(at.y) }
      : { x: grid(at.x), y: grid(at.y - size.height / 2) }
    : placeAfter(drawing, rect, size);
  const pushed = madeRoom(process, drawing, rect, { ...wish, ...size }, next);
  const [x, y] = at ? [wish.x, wish.y] : freePlace(drawingOf(pushed), { ...wish, ...size });
  const department = at ? departmentAt(drawing, [at.x, at.y]) : source.department;
  const node = inLane({ ...draft, x, y }, department);
  edit(
    () => settle(onward ? insertOnFlow(pushed, onward.id, node) : connected(add(pushed, "nodes", node), from, node.id)),
    newGesture(node.id),
  );
  name(node.id);
}

/** The one flow by which records go on from a node, unless it is there to have several. */
function soleFlowOf({ flows }: Process, { id, kind }: ProcessNode) {
  if (kind === "decision" || kind === "fork") return undefined;
  const onward = flows.filter((flow) => flow.from === id && (flow.on ?? "done") === "done");
  return onward.length === 1 ? onward[0] : undefined;
}

function inLane(node: ProcessNode, department: string | undefined): ProcessNode {
  return department === undefined ? node : { ...node, department };
}

/** A new thing and its first name are one undo step. */
const newGesture = (id: string) => `new ${id}`;

function name(id: string): void {
  select([id]);
  useApp.setState({ naming: { kind: "node", id }, view: { kind: "reveal", node: id } });
}

/** Names a node; an empty name changes nothing. */
export function renameNode(id: string, to: string): void {
  if (to !== "") edit((process) => patch(process, "nodes", id, { name: to }), gestureOfNew(id));
}

/** Names a department; an empty name changes nothing. */
export function renameDepartment(id: string, to: string): void {
  if (to !== "") edit((process) => patch(process, "departments", id, { name: to }), gestureOfNew(id));
}

function gestureOfNew(id: string): string | undefined {
  const { gesture } = useApp.getState().document;
  return gesture === newGesture(id) ? gesture : undefined;
}

/**
 * Writes a label beside a flow. A share such as “30 %” typed at a flow that has one becomes its share, and the other
 * flows of the decision share the rest; nothing typed takes the label away.
 */
export function labelFlow(id: string, to: string): void {
  const flow = present().flows.find((each) => each.id === id);
  const share = /^(\d+(?:[.,]\d+)?) ?%$/.exec(to)?.[1];
  if (flow?.share !== undefined && share !== undefined && flow.label === undefined)
    edit((process) => setShare(process, id, Number(share.replace(",", ".")) / 100));
  else edit((process) => patch(process, "flows", id, { label: to === "" ? undefined : to }));
}

/** Adds a lane below the others and opens the field for its name. */
export function addDepartment(): void {
  const process = present();
  const title = freshName(process, "departments", "Department");
  const id = freshId(process, title);
  edit((now) => settle(add(fixed(now), "departments", { id, name: title })), newGesture(id));
  useApp.setState({ naming: { kind: "department", id }, view: { kind: "fit" } });
}

/** The nodes that the one selected node could be connected to and is not yet: where "Connect to…" can lead. */
export function connectable(state: AppState): readonly ProcessNode[] {
  const { nodes, flows } = presentProcess(state);
  const from = nodes.find(({ id }) => id === onlyNode(state.selection));
  if (!from || from.kind === "end") return [];
  const known = new Set(flows.filter((flow) => flow.from === from.id).map(({ to }) => to));
  return nodes.filter(({ id, kind }) => id !== from.id && kind !== "start" && !known.has(id));
}

/** Draws a flow from one node to another and selects it. */
export function connect(from: string, to: string): void {
  const before = new Set(present().flows.map(({ id }) => id));
  edit((process) => connected(process, from, to));
  const made = present().flows.find(({ id }) => !before.has(id));
  if (made) select([], [made.id]);
}

/**
 * Puts nodes and notes where they were dropped. One that now lies in another lane joins its department, and lanes make room.
 *
 * @param gesture - Moves in a row with the same gesture become one undo step.
 */
export function moveNodes(all: Places, gesture?: string): void {
  edit((before) => {
    const process = notesMoved(before, all);
    const drawing = drawingOf(process);
    const places = new Map([...all].filter(([id]) => drawing.nodes[id] !== undefined));
    if (places.size === 0) return process;
    const corners = new Map<string, Point>([...places].map(([id, { x, y }]) => [id, [x, y]]));
    const there = moved(fixed(process), corners);
    const settled = [...places].reduce((now, [id, { x, y }]) => {
      const { width, height } = drawing.nodes[id] ?? { width: 0, height: 0 };
      return setDepartment(now, [id], departmentAt(drawing, [x + width / 2, y + height / 2]));
    }, there);
    return settle(intoFlow(settled, process, places));
  }, gesture);
}

/** A node without flows that is dropped on a flow goes into it. */
function intoFlow(process: Process, before: Process, places: Places): Process {
  const flow = flowUnderDrop(before, places);
  const [only] = places;
  const node = process.nodes.find(({ id }) => id === only?.[0]);
  return flow && node && only ? putInto(process, drawingOf(before), flow, { ...node, ...only[1] }) : process;
}

/** Moves the selected nodes and notes a little, as arrow keys do; moves in a row are one undo step. */
export function nudge(dx: number, dy: number): void {
  const { nodes, notes } = useApp.getState().selection;
  const drawing = drawingOf(present());
  const rects = [
    ...[...nodes].flatMap((id) => (drawing.nodes[id] ? [{ id, ...drawing.nodes[id] }] : [])),
    ...notePlaces(present()).flatMap(({ note, x, y }) => (notes.has(note.id) ? [{ id: note.id, x, y }] : [])),
  ];
  const places = new Map(rects.map(({ id, x, y }) => [id, { x: x + dx, y: y + dy }]));
  moveNodes(places, `nudge ${[...places.keys()].join(" ")}`);
}

/** Moves the selected nodes into the lane above (-1) or below (1), where there is one. */
export function moveLane(by: -1 | 1): void {
  const { nodes } = useApp.getState().selection;
  edit((process) => {
    const ids = process.departments.map(({ id }) => id);
    const chosen = process.nodes.filter(({ id }) => nodes.has(id));
    return settle(
      chosen.reduce((now, node) => {
        // “No department” lies below all others.
        const at = node.department === undefined ? ids.length : ids.indexOf(node.department);
        const target = ids[at + by];
        const drawing = drawingOf(now);
        const rect = drawing.nodes[node.id];
        const band = target === undefined ? undefined : drawing.lanes[target];
        if (!rect || !band) return now;
        const wish =
          drawing.direction === "down"
            ? { ...rect, x: grid(band.x + (band.width - rect.width) / 2) }
            : { ...rect, y: grid(band.y + (band.height - rect.height) / 2) };
        const place = freePlace(drawing, wish, new Set([node.id]));
        return setDepartment(moved(now, new Map([[node.id, place]])), [node.id], target);
      }, fixed(process)),
    );
  });
}

/** Takes away what is selected, and the flows of nodes that go. */
export function removeSelection(): void {
  const { nodes, flows, notes, lane } = useApp.getState().selection;
  if (lane !== undefined) removeLane();
  edit((process) => remove(erase(process, { nodes, flows }), "notes", notes));
}
