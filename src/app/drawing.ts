import { type AssociationOptions, associations } from "../layout/things/associations.ts";
import type { Associations, Direction, Drawing, Point, Rect } from "../model/geometry.ts";
import type { Process, ProcessNode } from "../model/process.ts";
import { nodeSize, SHAPES } from "../model/shape.ts";
import { derived as derive } from "./placing.ts";

/** Where nodes are for now, by id, while somebody drags them. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

const known = new WeakMap<Process, Drawing>();

let last: Process | undefined;

/** From so many nodes on, a move routes only the flows of what has moved: routing all takes too long to wait for. */
const MANY = 150;

/** From so many nodes on, flows are not even routed while a node is dragged: that no longer fits into a frame. */
const SKETCHED = 250;

/** Where everything of a process is drawn; worked out once for all processes that look the same. */
export function drawingOf(process: Process): Drawing {
  const drawing = known.get(process) ?? derivedFrom(process, last);
  known.set(process, drawing);
  last = process;
  return drawing;
}

function derivedFrom(process: Process, before: Process | undefined): Drawing {
  const previous = before && known.get(before);
  const moved = before && movedSince(before, process);
  if (!previous || !moved) return derive(process);
  if (moved.size === 0) return previous;
  if (process.nodes.length < MANY) return derive(process);
  return derive(process, { previous, moved });
}

/** The nodes that lie elsewhere or look otherwise from outside; undefined if more than that has changed. */
function movedSince(before: Process, now: Process): ReadonlySet<string> | undefined {
  const same =
    before.flows === now.flows &&
    before.departments === now.departments &&
    before.fields === now.fields &&
    before.stages === now.stages &&
    before.direction === now.direction &&
    before.nodes.length === now.nodes.length &&
    now.nodes.every(({ id, kind }, i) => before.nodes[i]?.id === id && before.nodes[i].kind === kind);
  if (!same) return undefined;
  return new Set(now.nodes.filter((node, i) => !sameOutline(node, before.nodes[i])).map(({ id }) => id));
}

function sameOutline(a: ProcessNode, b: ProcessNode | undefined): boolean {
  if (a === b) return true;
  if (!b || a.x !== b.x || a.y !== b.y || a.department !== b.department || a.stage !== b.stage) return false;
  // The captions of gateways stand outside of them, where flows pass.
  if (SHAPES[a.kind].outline === "gateway") return a.name === b.name;
  const [before, now] = [nodeSize(a), nodeSize(b)];
  return before.width === now.width && before.height === now.height;
}

/** Documents and systems beside the steps of a process, as drawn; worked out anew with every call. */
export function associationsOf(process: Process, options: AssociationOptions): Associations {
  return associations(process, drawingOf(process), options);
}

/** Where a flow runs and its label is while a node at one of its ends is dragged. */
export interface MovedRoute {
  readonly route: readonly Point[];
  /** Nothing where the label goes to the middle. */
  readonly label: Point | undefined;
}

/** The flows that run otherwise for now, by id. */
export type MovedRoutes = ReadonlyMap<string, MovedRoute>;

const NONE: MovedRoutes = new Map();

/** What is tied to a moving node among many is drawn by plain elbows, and routed after the drop. */
function sketched({ flows }: Process, { nodes, direction }: Drawing, places: Places): MovedRoutes {
  const rectOf = (id: string) => nodes[id] && { ...nodes[id], ...places.get(id) };
  const routes = new Map<string, MovedRoute>();
  for (const { id, from, to } of flows) {
    if (!places.has(from) && !places.has(to)) continue;
    const [a, b] = [rectOf(from), rectOf(to)];
    if (a && b) routes.set(id, { route: elbow(a, b, direction), label: undefined });
  }
  return routes;
}

/** A drawing in motion of many nodes. */
function sketchWith(process: Process, previous: Drawing, places: Places): Drawing {
  const nodes = { ...previous.nodes };
  for (const [id, { x, y }] of places) if (nodes[id]) nodes[id] = { ...nodes[id], x, y };
  const routes = { ...previous.routes };
  const labels = { ...previous.labels };
  for (const [id, { route }] of sketched(process, previous, places)) {
    routes[id] = route;
    delete labels[id];
  }
  return { ...previous, nodes, routes, labels };
}

function elbow(a: Rect, b: Rect, direction: Direction): readonly Point[] {
  const [ax, ay, bx, by] = [a.x + a.width / 2, a.y + a.height / 2, b.x + b.width / 2, b.y + b.height / 2];
  if (direction === "down") {
    const [y1, y2] = [a.y + a.height, b.y];
    return [
      [ax, y1],
      [ax, (y1 + y2) / 2],
      [bx, (y1 + y2) / 2],
      [bx, y2],
    ];
  }
  const [x1, x2] = [a.x + a.width, b.x];
  return [
    [x1, ay],
    [(x1 + x2) / 2, ay],
    [(x1 + x2) / 2, by],
    [x2, by],
  ];
}

/** The drawing with some nodes moved for now; lanes stay where they are until the nodes are dropped. */
export function drawingWith(process: Process, places: Places): Drawing {
  const previous = drawingOf(process);
  if (![...places.keys()].some((id) => previous.nodes[id])) return previous;
  if (process.nodes.length >= SKETCHED) return sketchWith(process, previous, places);
  const nodes = process.nodes.map((node) => {
    const at = places.get(node.id) ?? previous.nodes[node.id];
    return at ? { ...node, x: at.x, y: at.y } : node;
  });
  return derive({ ...process, nodes }, { previous, moved: new Set(places.keys()), still: true });
}

/** The flows that run otherwise in one drawing than in another. */
export function routesBetween(before: Drawing, after: Drawing): MovedRoutes {
  return new Map(
    Object.entries(after.routes).flatMap(([id, route]) =>
      samePoints(route, before.routes[id]) ? [] : [[id, { route, label: after.labels[id] }] as const],
    ),
  );
}

function samePoints(a: readonly Point[], b: readonly Point[] | undefined): boolean {
  return a === b || (a.length === b?.length && a.every(([x, y], i) => x === b[i]![0] && y === b[i]![1]));
}

/** The flows that run otherwise with some nodes moved for now: nothing else of a drawing changes until they are dropped. */
export function routesWith(process: Process, places: Places): MovedRoutes {
  const previous = drawingOf(process);
  if (![...places.keys()].some((id) => previous.nodes[id])) return NONE;
  if (process.nodes.length >= SKETCHED) return sketched(process, previous, places);
  return routesBetween(previous, drawingWith(process, places));
}
