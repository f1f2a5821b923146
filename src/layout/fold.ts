import { type Associations, type Drawing, LANE, NO_DEPARTMENT, type Point, type Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";

/** How a drawing whose lanes are folded maps to the one in full, point by point. */
export interface Fold {
  /** Where a point of the full drawing is seen. */
  readonly shown: (at: Point) => Point;
  /** Which point of the full drawing is seen there: the other way round. */
  readonly full: (at: Point) => Point;
  /** Whether a point of the full drawing lies in a folded lane, where only flows that pass through are seen. */
  readonly hides: (at: Point) => boolean;
}

/** From where to where a folded lane reached, across the flow, and how thick it is left. */
interface Crease {
  readonly from: number;
  readonly to: number;
  readonly left: number;
}

/**
 * Folds lanes of a drawing to thin strips: what lies beyond them moves up, or left where the process flows down.
 * Lengths inside of a folded lane shrink alike, so that flows that pass through it stay straight.
 *
 * @param lanes - Ids of the lanes to fold; `NO_DEPARTMENT` may be one. Others than the drawing has are passed over.
 */
export function foldOf({ direction, lanes: all }: Drawing, lanes: ReadonlySet<string>): Fold {
  const creases = Object.entries(all)
    .filter(([id]) => lanes.has(id))
    .map(([, { x, y, width, height }]): Crease => {
      const [from, length] = direction === "right" ? [y, height] : [x, width];
      return { from, to: from + length, left: Math.min(length, LANE.thin) };
    })
    .sort((a, b) => a.from - b.from);
  const along = (map: (value: number) => number) =>
    direction === "right" ? ([x, y]: Point): Point => [x, map(y)] : ([x, y]: Point): Point => [map(x), y];
  return {
    shown: along((value) => shown(value, creases)),
    full: along((value) => full(value, creases)),
    hides: ([x, y]) => {
      const value = direction === "right" ? y : x;
      return creases.some(({ from, to }) => value > from && value < to);
    },
  };
}

function shown(value: number, creases: readonly Crease[]): number {
  let gone = 0;
  for (const { from, to, left } of creases) {
    if (value <= from) break;
    if (value < to) return from - gone + ((value - from) * left) / (to - from);
    gone += to - from - left;
  }
  return value - gone;
}

function full(value: number, creases: readonly Crease[]): number {
  let gone = 0;
  for (const { from, to, left } of creases) {
    if (value <= from - gone) break;
    if (value < from - gone + left) return from + ((value - from + gone) * (to - from)) / left;
    gone += to - from - left;
  }
  return value + gone;
}

/**
 * A drawing with some of its lanes folded: without the nodes in them and without what runs between these. A flow from
 * or to such a node ends at the edge of the lane.
 *
 * @param drawing - Of this same process, in full.
 */
export function folded(process: Process, drawing: Drawing, lanes: ReadonlySet<string>): Drawing {
  const fold = foldOf(drawing, lanes);
  const laneOf = new Map(
    process.nodes.map(({ id, department = NO_DEPARTMENT }) => [
      id,
      department in drawing.lanes ? department : NO_DEPARTMENT,
    ]),
  );
  const hidden = (node: string) => lanes.has(laneOf.get(node) ?? NO_DEPARTMENT);
  const routes: Record<string, readonly Point[]> = {};
  for (const { id, from, to } of process.flows) {
    const route = drawing.routes[id];
    const [source, target] = [laneOf.get(from), laneOf.get(to)];
    if (!route || (source === target && hidden(from))) continue;
    let seen = route;
    if (hidden(to)) seen = cut(seen, drawing, drawing.lanes[target!]!);
    if (hidden(from)) seen = cut(seen.toReversed(), drawing, drawing.lanes[source!]!).toReversed();
    const [first, last] = [seen[0], seen.at(-1)];
    if (first && last && (first[0] !== last[0] || first[1] !== last[1])) routes[id] = seen.map(fold.shown);
  }
  return {
    direction: drawing.direction,
    nodes: pick(
      drawing.nodes,
      (id) => !hidden(id),
      (rect) => moved(fold, rect),
    ),
    lanes: pick(
      drawing.lanes,
      () => true,
      (rect) => pressed(fold, rect),
    ),
    stages: pick(
      drawing.stages,
      () => true,
      (rect) => pressed(fold, rect),
    ),
    routes,
    labels: pick(drawing.labels, (id, at) => id in routes && !fold.hides(at), fold.shown),
  };
}

/** What is drawn beside the steps of a drawing, without what a fold hides. */
export function foldedThings({ things, lines }: Associations, fold: Fold, nodes: Drawing["nodes"]): Associations {
  const left = things.filter(({ rect }) => !fold.hides(middleOf(rect)));
  const keys = new Set(left.map(({ key }) => key));
  return {
    things: left.map((thing) => ({ ...thing, rect: moved(fold, thing.rect) })),
    lines: lines
      .filter(({ thing, node }) => keys.has(thing) && nodes[node] !== undefined)
      .map((each) => ({ ...each, line: each.line.map(fold.shown) })),
  };
}

/** Where a box as a whole is seen: it keeps its size. */
export function moved(fold: Pick<Fold, "shown">, rect: Rect): Rect {
  const [x, y] = middleOf(rect);
  const [toX, toY] = fold.shown([x, y]);
  return { ...rect, x: rect.x + toX - x, y: rect.y + toY - y };
}

/** Where a box is seen whose edges go with what is beside them. */
function pressed(fold: Fold, { x, y, width, height }: Rect): Rect {
  const [left, top] = fold.shown([x, y]);
  const [right, bottom] = fold.shown([x + width, y + height]);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const middleOf = ({ x, y, width, height }: Rect): Point => [x + width / 2, y + height / 2];

/** A route up to where it enters a lane for good. */
function cut(route: readonly Point[], { direction }: Drawing, { x, y, width, height }: Rect): readonly Point[] {
  const [from, to] = direction === "right" ? [y, y + height] : [x, x + width];
  const at = ([px, py]: Point) => (direction === "right" ? py : px);
  const last = route.findLastIndex((point) => at(point) < from || at(point) > to);
  const [outside, inside] = [route[last], route[last + 1]];
  if (!outside || !inside) return last < 0 ? route.slice(0, 1) : route;
  const edge = at(outside) < from ? from : to;
  return [...route.slice(0, last + 1), direction === "right" ? [inside[0], edge] : [edge, inside[1]]];
}

function pick<T>(
  values: Readonly<Record<string, T>>,
  keeps: (id: string, value: T) => boolean,
  map: (value: T) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => (keeps(id, value) ? [[id, map(value)]] : [])),
  );
}
