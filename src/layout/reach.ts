/** From where to where something reaches along one axis, in pixels. */
export type Reach = readonly [from: number, to: number];
