import type { Drawing, Point, Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";

// Layout thinks of processes that flow to the right. One that flows down is laid out with x and y exchanged, its nodes
// and labels as wide as they are high; exchanging them once more in what comes out makes lanes columns.

/** A process with x and y of its nodes exchanged, if it flows down; else the process itself. */
export function turned(process: Process): Process {
  if (process.direction !== "down") return process;
  const nodes = process.nodes.map((node) => {
    const { x, y, ...rest } = node;
    return { ...rest, ...(y === undefined ? {} : { x: y }), ...(x === undefined ? {} : { y: x }) } as typeof node;
  });
  return { ...process, nodes };
}

/** A drawing with x and y exchanged everywhere, if it is of a process that flows down; else the drawing itself. */
export function turnedDrawing(drawing: Drawing): Drawing {
  if (drawing.direction === "right") return drawing;
  return {
    direction: drawing.direction,
    nodes: each(drawing.nodes, turnedRect),
    lanes: each(drawing.lanes, turnedRect),
    stages: each(drawing.stages, turnedRect),
    routes: each(drawing.routes, (points) => points.map(turnedPoint)),
    labels: each(drawing.labels, turnedPoint),
  };
}

/** A box with x and y exchanged. */
export const turnedRect = ({ x, y, width, height }: Rect): Rect => ({ x: y, y: x, width: height, height: width });

const turnedPoint = ([x, y]: Point): Point => [y, x];

function each<T>(values: Readonly<Record<string, T>>, turn: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, turn(value)]));
}
