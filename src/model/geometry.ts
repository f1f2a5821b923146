/** A point on the drawing, in pixels at zoom 1; y grows downwards. */
export type Point = readonly [x: number, y: number];

/** A box on the drawing: its top left corner and its size, in pixels at zoom 1. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything of a process is drawn. Derived from the process, never the truth about it. */
export interface Drawing {
  /** By node id. */
  readonly nodes: Readonly<Record<string, Rect>>;
  /** By department id, top to bottom; `""` is the lane of nodes without a department. */
  readonly lanes: Readonly<Record<string, { readonly y: number; readonly height: number }>>;
  /** By flow id: from the border of one node to the border of the other, horizontal and vertical stretches only. */
  readonly routes: Readonly<Record<string, readonly Point[]>>;
  /** By flow id, for flows with something to say: the middle of the label. */
  readonly labels: Readonly<Record<string, Point>>;
}

/** The lane of nodes that name no department. */
export const NO_DEPARTMENT = "";

/**
 * Measures of lanes, in pixels at zoom 1: the strip with the name at the left, the least room between a lane's border
 * and its nodes, and the height of a lane without nodes.
 */
export const LANE = { header: 40, padding: 32, thin: 40 } as const;

/** The box around everything drawn, lanes with their headers included; all zero for a drawing of nothing. */
export function frameOf(drawing: Drawing): Rect {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const { x, y, width, height } of Object.values(drawing.nodes)) {
    xs.push(x, x + width);
    ys.push(y, y + height);
  }
  for (const route of Object.values(drawing.routes)) {
    for (const [x, y] of route) {
      xs.push(x);
      ys.push(y);
    }
  }
  const lanes = Object.values(drawing.lanes);
  for (const lane of lanes) ys.push(lane.y, lane.y + lane.height);
  if (ys.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const margin = lanes.length > 0 ? LANE.padding : 0;
  const header = lanes.length > 0 ? LANE.header : 0;
  const left = least(xs) - margin - header;
  const top = least(ys);
  return { x: left, y: top, width: most(xs) + margin - left, height: most(ys) - top };
}

/**
 * The lane at a height, for something dropped there: the nearest one if it lies above or below them all.
 *
 * @returns A department's id, or `NO_DEPARTMENT`.
 */
export function laneAt(drawing: Drawing, y: number): string {
  let best = NO_DEPARTMENT;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [id, lane] of Object.entries(drawing.lanes)) {
    const distance = Math.max(lane.y - y, y - lane.y - lane.height, 0);
    if (distance < nearest) [best, nearest] = [id, distance];
  }
  return best;
}

// Spreading a long list into Math.min would overflow the stack.
const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), values[0] ?? 0);
