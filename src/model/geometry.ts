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
