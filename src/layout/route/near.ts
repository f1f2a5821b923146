import { around, type Point, type Rect } from "../../model/geometry.ts";
import type { Band } from "../lanes.ts";
import { type Ends, type RouteOptions, route } from "./route.ts";
import { outer, type Site } from "./site.ts";

/** Further than this from the nodes of a flow, in pixels, nothing is in its way. */
const REACH = 800;

/**
 * Routes a few flows among many nodes: the same as `route`, but of the nodes it looks only at those near the flows.
 *
 * @param only - The flows to route.
 * @returns By flow, its points; nothing for the others.
 */
export function routeNear(
  sites: readonly Site[],
  { from, to }: Ends,
  bands: readonly Band[],
  lane: readonly number[],
  { only, ...options }: RouteOptions & { readonly only: ReadonlySet<number> },
): readonly (readonly Point[] | undefined)[] {
  const routes: (readonly Point[] | undefined)[] = Array.from(from, () => undefined);
  if (only.size === 0) return routes;
  const flows = [...only];
  const boxes = sites.map(outer);
  const region = grown(around(flows.flatMap((flow) => [boxes[from[flow]!]!, boxes[to[flow]!]!])));
  const nearby = [...sites.keys()].filter((node) => overlap(boxes[node]!, region));
  const index = new Map(nearby.map((node, i) => [node, i]));
  const links = {
    from: Int32Array.from(flows, (flow) => index.get(from[flow]!)!),
    to: Int32Array.from(flows, (flow) => index.get(to[flow]!)!),
  };
  const found = route(
    nearby.map((node) => sites[node]!),
    links,
    bands,
    nearby.map((node) => lane[node]!),
    options,
  );
  flows.forEach((flow, i) => {
    routes[flow] = found[i];
  });
  return routes;
}

const grown = ({ x, y, width, height }: Rect): Rect => ({
  x: x - REACH,
  y: y - REACH,
  width: width + 2 * REACH,
  height: height + 2 * REACH,
});

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
