import { boxed } from "../../src/layout/route/boxed.ts";
import { flowLabel, labelSize } from "../../src/model/flow-label.ts";
import type { Drawing, Point, Rect } from "../../src/model/geometry.ts";
import { NO_DEPARTMENT } from "../../src/model/geometry.ts";
import type { NodeKind, Process } from "../../src/model/process.ts";

/** What is wrong with every route of a drawing, in words: where it ends, how it runs, what it runs through. */
export function routeFaults(process: Process, drawing: Drawing): string[] {
  const nodes = Object.entries(drawing.nodes);
  const kinds = new Map(process.nodes.map(({ id, kind }) => [id, kind]));
  return process.flows.flatMap(({ id, from, to }) => {
    const [a, b] = [drawing.nodes[from], drawing.nodes[to]];
    const route = drawing.routes[id];
    if (!a || !b) return route ? [`${id} leads nowhere and is drawn`] : [];
    if (!route || route.length < 2) return [`${id} is not drawn`];
    const faults: string[] = [];
    if (!onOutline(route[0]!, a, kinds.get(from))) faults.push(`${id} does not start on the border of ${from}`);
    if (!onOutline(route.at(-1)!, b, kinds.get(to))) faults.push(`${id} does not end on the border of ${to}`);
    const whole = boxed(route, a, b);
    whole.slice(1).forEach((point, i) => {
      const line = boxOf(whole[i]!, point);
      if (line.width > 0 && line.height > 0) faults.push(`${id} slants`);
      for (const [node, box] of nodes) if (overlap(line, box)) faults.push(`${id} runs through ${node}`);
    });
    return faults;
  });
}

/** What is wrong with the places of nodes, lanes and labels. */
export function placeFaults(process: Process, drawing: Drawing): string[] {
  const faults: string[] = [];
  const nodes = Object.entries(drawing.nodes);
  pairs(nodes, ([a, box], [b, other]) => {
    if (overlap(box, other)) faults.push(`${a} lies on ${b}`);
  });
  pairs(Object.entries(drawing.lanes), ([a, lane], [b, other]) => {
    if (overlap(lane, other)) faults.push(`lane ${a} lies on lane ${b}`);
  });
  pairs(Object.entries(drawing.stages), ([a, band], [b, other]) => {
    if (overlap(band, other)) faults.push(`stage ${a} lies on stage ${b}`);
  });
  for (const { id, stage = "" } of process.nodes) {
    const [box, band] = [drawing.nodes[id]!, drawing.stages[stage]];
    if (band && !overlap(box, band)) faults.push(`${id} lies outside its stage`);
    for (const [other, each] of Object.entries(drawing.stages)) {
      if (other !== stage && stage in drawing.stages && overlap(box, each)) faults.push(`${id} lies in stage ${other}`);
    }
  }
  const known = new Set(process.departments.map(({ id }) => id));
  for (const { id, department } of process.nodes) {
    const box = drawing.nodes[id]!;
    const lane = drawing.lanes[department !== undefined && known.has(department) ? department : NO_DEPARTMENT]!;
    const inside =
      drawing.direction === "right"
        ? box.y >= lane.y && box.y + box.height <= lane.y + lane.height
        : box.x >= lane.x && box.x + box.width <= lane.x + lane.width;
    if (!inside) faults.push(`${id} lies outside its lane`);
  }
  return faults;
}

/** Labels that lie on nodes or on each other, or are missing. */
export function labelFaults(process: Process, drawing: Drawing): string[] {
  const labels = process.flows.flatMap((flow): [string, Rect][] => {
    const text = flowLabel(flow, process);
    if (text === "" || !drawing.routes[flow.id]) return [];
    const middle = drawing.labels[flow.id];
    if (!middle) return [[`missing label of ${flow.id}`, { x: 0, y: 0, width: 0, height: 0 }]];
    const { width, height } = labelSize(text);
    return [[flow.id, { x: middle[0] - width / 2, y: middle[1] - height / 2, width, height }]];
  });
  const faults = labels.filter(([id]) => id.startsWith("missing")).map(([id]) => id);
  pairs(labels, ([a, box], [b, other]) => {
    if (overlap(box, other)) faults.push(`the labels of ${a} and ${b} overlap`);
  });
  for (const [id, box] of labels) {
    for (const [node, other] of Object.entries(drawing.nodes))
      if (overlap(box, other)) faults.push(`the label of ${id} lies on ${node}`);
  }
  return faults;
}

/** Labels that lie on the line of another flow. */
export function coveringLabels(process: Process, drawing: Drawing): string[] {
  return process.flows.flatMap((flow) => {
    const [text, middle] = [flowLabel(flow, process), drawing.labels[flow.id]];
    if (text === "" || !middle) return [];
    const { width, height } = labelSize(text);
    const box = { x: middle[0] - width / 2, y: middle[1] - height / 2, width, height };
    return Object.entries(drawing.routes).flatMap(([id, route]) =>
      id !== flow.id && route.slice(1).some((point, i) => overlap(boxOf(route[i]!, point), box))
        ? [`the label of ${flow.id} lies on ${id}`]
        : [],
    );
  });
}

/** What lies on the border between two lanes: the labels of flows within one lane, and stretches of any flow. */
export function borderFaults(process: Process, drawing: Drawing): string[] {
  const right = drawing.direction === "right";
  const borders = Object.values(drawing.lanes)
    .slice(1)
    .map(({ x, y }) => (right ? y : x));
  const at = ([x, y]: Point) => (right ? y : x);
  const laneOf = new Map(process.nodes.map(({ id, department = NO_DEPARTMENT }) => [id, department]));
  const known = (id: string) => (id in drawing.lanes ? id : NO_DEPARTMENT);
  return process.flows.flatMap((flow) => {
    const { id, from, to } = flow;
    const route = drawing.routes[id] ?? [];
    const along = route.slice(1).filter((point, i) => borders.some((b) => at(point) === b && at(route[i]!) === b));
    const faults = along.map(() => `${id} runs on a border`);
    const [middle, text] = [drawing.labels[id], flowLabel(flow, process)];
    if (!middle || text === "" || known(laneOf.get(from)!) !== known(laneOf.get(to)!)) return faults;
    const { width, height } = labelSize(text);
    const half = (right ? height : width) / 2;
    return borders.some((b) => Math.abs(b - at(middle)) < half - SLACK)
      ? [...faults, `the label of ${id} lies on a border`]
      : faults;
  });
}

function pairs<T>(items: readonly T[], visit: (a: T, b: T) => void): void {
  items.forEach((a, i) => {
    for (const b of items.slice(i + 1)) visit(a, b);
  });
}

function boxOf([ax, ay]: Point, [bx, by]: Point): Rect {
  return { x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(ax - bx), height: Math.abs(ay - by) };
}

const SLACK = 0.01;

function overlap(a: Rect, b: Rect): boolean {
  return (
    a.x < b.x + b.width - SLACK &&
    b.x < a.x + a.width - SLACK &&
    a.y < b.y + b.height - SLACK &&
    b.y < a.y + a.height - SLACK
  );
}

function onOutline(point: Point, box: Rect, kind: NodeKind | undefined): boolean {
  const diamond = kind === "decision" || kind === "fork" || kind === "join";
  if (!diamond) return onBorder(point, box);
  const across = Math.abs(point[0] - box.x - box.width / 2) / (box.width / 2);
  const down = Math.abs(point[1] - box.y - box.height / 2) / (box.height / 2);
  return near(across + down, 1);
}

function onBorder([x, y]: Point, { x: left, y: top, width, height }: Rect): boolean {
  const [inX, inY] = [x >= left - SLACK && x <= left + width + SLACK, y >= top - SLACK && y <= top + height + SLACK];
  const [onX, onY] = [near(x, left) || near(x, left + width), near(y, top) || near(y, top + height)];
  return (onX && inY) || (onY && inX);
}

const near = (a: number, b: number) => Math.abs(a - b) < SLACK;
