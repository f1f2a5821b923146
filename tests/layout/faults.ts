import { flowLabel, labelSize } from "../../src/model/flow-label.ts";
import type { Drawing, Point, Rect } from "../../src/model/geometry.ts";
import { NO_DEPARTMENT } from "../../src/model/geometry.ts";
import type { Process } from "../../src/model/process.ts";

/** What is wrong with every route of a drawing, in words: where it ends, how it runs, what it runs through. */
export function routeFaults(process: Process, drawing: Drawing): string[] {
  const nodes = Object.entries(drawing.nodes);
  return process.flows.flatMap(({ id, from, to }) => {
    const [a, b] = [drawing.nodes[from], drawing.nodes[to]];
    const route = drawing.routes[id];
    if (!a || !b) return route ? [`${id} leads nowhere and is drawn`] : [];
    if (!route || route.length < 2) return [`${id} is not drawn`];
    const faults: string[] = [];
    if (!onBorder(route[0]!, a)) faults.push(`${id} does not start on the border of ${from}`);
    if (!onBorder(route.at(-1)!, b)) faults.push(`${id} does not end on the border of ${to}`);
    route.slice(1).forEach((point, i) => {
      const line = boxOf(route[i]!, point);
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
  const known = new Set(process.departments.map(({ id }) => id));
  for (const { id, department } of process.nodes) {
    const box = drawing.nodes[id]!;
    const lane = drawing.lanes[department !== undefined && known.has(department) ? department : NO_DEPARTMENT]!;
    if (box.y < lane.y || box.y + box.height > lane.y + lane.height) faults.push(`${id} lies outside its lane`);
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

function onBorder([x, y]: Point, { x: left, y: top, width, height }: Rect): boolean {
  const [inX, inY] = [x >= left - SLACK && x <= left + width + SLACK, y >= top - SLACK && y <= top + height + SLACK];
  const [onX, onY] = [near(x, left) || near(x, left + width), near(y, top) || near(y, top + height)];
  return (onX && inY) || (onY && inX);
}

const near = (a: number, b: number) => Math.abs(a - b) < SLACK;
