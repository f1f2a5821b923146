// Sides of a node and ways to go are numbers, clockwise: 0 right, 1 down, 2 left, 3 up.

/** A flow's way over the grid: from the vertex beside one node to the vertex beside the other. */
export interface Path {
  /** Every vertex on the way, neighbours in the grid; at least one. */
  readonly vertices: Int32Array;
  /** The sides where it leaves and arrives. */
  readonly out: number;
  readonly in: number;
  /** What it costs by itself: its length, its bends and its sides. */
  readonly cost: number;
}

/** The way from one vertex to a neighbour: right, down, left or up. */
export function way(from: number, to: number, width: number): number {
  const step = to - from;
  return step === 1 ? 0 : step === width ? 1 : step === -1 ? 2 : 3;
}

/** The opposite way, or side. */
export const opposite = (way: number): number => way ^ 2;

/** The way from vertex `i` of a path to the one before it, or to the node it comes from. */
export function backward(path: Path, i: number, width: number): number {
  return i === 0 ? opposite(path.out) : way(path.vertices[i]!, path.vertices[i - 1]!, width);
}

/** The way from vertex `i` of a path to the next one, or to the node it leads to. */
export function forward(path: Path, i: number, width: number): number {
  const next = path.vertices[i + 1];
  return next === undefined ? opposite(path.in) : way(path.vertices[i]!, next, width);
}
