/** A point on the drawing, in pixels at zoom 1; y grows downwards. */
export type Point = readonly [x: number, y: number];

/** A box on the drawing: its top left corner and its size, in pixels at zoom 1. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Which way a process flows on its drawing: to the right, its lanes being rows; or down, its lanes being columns. */
export type Direction = "right" | "down";

/** Where everything of a process is drawn. Derived from the process, never the truth about it. */
export interface Drawing {
  readonly direction: Direction;
  /** By node id. */
  readonly nodes: Readonly<Record<string, Rect>>;
  /**
   * By department id, in the order of the file; `""` is the lane of nodes without a department. The strip with the
   * name, `LANE.header` pixels, is a part of it: at the left, or at the top where the process flows down.
   */
  readonly lanes: Readonly<Record<string, Rect>>;
  /**
   * By stage id, in the order of the file: bands across all lanes, without overlaps. The strip with the name,
   * `STAGE.header` pixels, is a part of it: above the lanes, or left of them where the process flows down. A stage that
   * no node names has no band, and neither has one whose nodes do not stand by themselves in the order of the stages:
   * none before a node of an earlier stage ends, none after a node of a later one begins.
   */
  readonly stages: Readonly<Record<string, Rect>>;
  /** By flow id: from the border of one node to the border of the other, horizontal and vertical stretches only. */
  readonly routes: Readonly<Record<string, readonly Point[]>>;
  /** By flow id, for flows with something to say: the middle of the label. */
  readonly labels: Readonly<Record<string, Point>>;
}

/** A document or a system drawn beside the steps that use it: derived, like the drawing that it is put into. */
export interface Thing {
  /** Unique among the things of a drawing: what is used in several far places is drawn once in each. */
  readonly key: string;
  readonly kind: "data" | "system";
  /** The id of the data item or the system. */
  readonly of: string;
  readonly rect: Rect;
  /** Whether some step needs it that comes after none that makes it: it comes from outside. Never for a system. */
  readonly outside: boolean;
}

/** A dashed line between a thing and a step. */
export interface Association {
  readonly thing: string;
  /** The step's id. */
  readonly node: string;
  /** What the step does with it. Lines run from who makes something to it, and from it to who needs or uses it. */
  readonly role: "makes" | "needs" | "uses";
  /** Straight stretches of any direction, from border to border, round nodes and other things. */
  readonly line: readonly Point[];
}

/** What can be drawn beside the steps of a drawing. */
export interface Associations {
  readonly things: readonly Thing[];
  readonly lines: readonly Association[];
}

/** The drawing of nothing. */
export const NO_DRAWING: Drawing = { direction: "right", nodes: {}, lanes: {}, stages: {}, routes: {}, labels: {} };

/** The lane of nodes that name no department. */
export const NO_DEPARTMENT = "";

/**
 * Measures of lanes, in pixels at zoom 1: the strip with the name, the least room between a lane's border and its
 * nodes, and how thick a lane without nodes is.
 */
export const LANE = { header: 40, padding: 32, thin: 40 } as const;

/** Measures of stages, in pixels at zoom 1: the strip with the name. */
export const STAGE = { header: 28 } as const;

/** The box around everything drawn, lanes and stages with their names included; all zero for a drawing of nothing. */
export function frameOf({ nodes, lanes, stages, routes }: Drawing): Rect {
  const points = Object.values(routes).flat();
  return around([
    ...[nodes, lanes, stages].flatMap((boxes) => Object.values(boxes)),
    ...points.map(([x, y]) => ({ x, y, width: 0, height: 0 })),
  ]);
}

/** The box around boxes; all zero around none. */
export function around(boxes: readonly Rect[]): Rect {
  const [first] = boxes;
  if (first === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [first.x, first.y, first.x + first.width, first.y + first.height];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * The lane at a point, for something dropped there: the nearest one if it lies before or beyond them all.
 *
 * @returns A department's id, or `NO_DEPARTMENT`.
 */
export function laneAt({ direction, lanes }: Drawing, [x, y]: Point): string {
  let best = NO_DEPARTMENT;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [id, lane] of Object.entries(lanes)) {
    const distance = direction === "right" ? outside(y, lane.y, lane.height) : outside(x, lane.x, lane.width);
    if (distance < nearest) [best, nearest] = [id, distance];
  }
  return best;
}

const outside = (at: number, from: number, length: number) => Math.max(from - at, at - from - length, 0);
