import { around, type Direction, type Drawing, LANE, type Point, type Rect, STAGE } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { type Links, linksOf } from "./flows.ts";
import { centred, labelSizes, placeLabels } from "./labels.ts";
import { type Band, bandsOf, extentsOf, laneIds, laneIndices, thinLanes } from "./lanes.ts";
import { routeNear } from "./route/near.ts";
import { type RouteOptions, route } from "./route/route.ts";
import { outer, type Site, siteOf } from "./route/site.ts";
import { stageBands, stagesOf } from "./stages.ts";

/** What a drawing may take over from the one before it, while nodes are being dragged. */
export interface DrawingOptions {
  /** The last drawing of the same process with other positions. */
  readonly previous?: Drawing;
  /** The nodes that have moved since; only their flows are routed again. */
  readonly moved?: ReadonlySet<string>;
  /**
   * Leaves the lanes and stages of the last drawing where they were.
   *
   * @default false
   */
  readonly still?: boolean;
  /** Told how much is done, from 0 to 1, now and then. */
  readonly onProgress?: (done: number) => void;
}

/** Labels of flows that run down are as wide as the channels that they run through must be. */
const ROUTING: Readonly<Record<Direction, RouteOptions>> = { right: {}, down: { wide: 180 } };

/** The drawing of a process all of whose nodes have a place, as if it flowed to the right: see `turned`. */
export function derive(process: Process, { previous, moved, still = false, onProgress }: DrawingOptions = {}): Drawing {
  const { nodes } = process;
  const direction = process.direction ?? "right";
  const sites = nodes.map((node) => siteOf(node, node.x ?? 0, node.y ?? 0, direction));
  const lanes = laneIds(process);
  const lane = laneIndices(nodes, lanes);
  const least = process.departments.map(({ thickness }) => thickness);
  const bands = bandsOf(extentsOf(sites.map(outer), lane, lanes.length), thinLanes(process, lanes), least);
  const links = linksOf(process);
  const again =
    previous &&
    moved &&
    new Set(
      links.ids.flatMap((id, i) => {
        const [a, b] = [nodes[links.from[i]!]!.id, nodes[links.to[i]!]!.id];
        return moved.has(a) || moved.has(b) || previous.routes[id] === undefined ? [i] : [];
      }),
    );
  const options = { onProgress, ...ROUTING[direction] };
  const found = again
    ? routeNear(sites, links, bands, lane, { ...options, only: again })
    : route(sites, links, bands, lane, options);
  const routes = found.map((line, i) => line ?? previous?.routes[links.ids[i]!]);
  const kept = links.ids.map((id, i) => (again && !again.has(i) ? previous?.labels[id] : undefined));
  const sizes = labelSizes(process, links.ids);
  const labels = placeLabels(
    boxesOf(sites),
    routes,
    sizes,
    kept,
    bands.slice(1).map(({ y }) => y),
  );
  const written = labels.flatMap((at, i) => (at ? [centred(at, sizes[i]!)] : []));
  return {
    direction,
    nodes: Object.fromEntries(nodes.map(({ id }, i) => [id, sites[i]!.rect])),
    ...(previous && still
      ? { lanes: previous.lanes, stages: previous.stages }
      : bandsAround(process, links, lanes, bands, sites, routes, written)),
    routes: named(links.ids, routes),
    labels: named(links.ids, labels),
  };
}

/** Room between a label and the border of a lane, in pixels. */
const LABEL_AIR = 4;

/** Lanes and stages by their ids; the outermost ones reach round the routes and labels that lie outside of all nodes. */
function bandsAround(
  process: Process,
  links: Links,
  ids: readonly string[],
  bands: readonly Band[],
  sites: readonly Site[],
  routes: readonly (readonly Point[] | undefined)[],
  labels: readonly Rect[],
): Pick<Drawing, "lanes" | "stages"> {
  const [first, last] = [bands[0], bands.at(-1)];
  if (!first || !last) return { lanes: {}, stages: {} };
  const points = routes.flatMap((route) => route ?? []);
  const drawn = around([...sites.map(outer), ...labels, ...points.map(([x, y]) => ({ x, y, width: 0, height: 0 }))]);
  const x = drawn.x - LANE.padding - LANE.header;
  const width = drawn.width + 2 * LANE.padding + LANE.header;
  const ends = [
    ...points.flatMap(([, y]) => [y - LANE.padding / 2, y + LANE.padding / 2]),
    ...labels.flatMap(({ y, height }) => [y - LABEL_AIR, y + height + LABEL_AIR]),
  ];
  const top = ends.reduce((a, b) => Math.min(a, b), first.y);
  const bottom = ends.reduce((a, b) => Math.max(a, b), last.y + last.height);
  const lanes = bands.map((band, i): readonly [string, Rect] => {
    const y = i === 0 ? top : band.y;
    return [ids[i]!, { x, y, width, height: (i === bands.length - 1 ? bottom : band.y + band.height) - y }];
  });
  const stages = stagesOf(process, links);
  const uprights = routes.flatMap(uprightsOf);
  const reaches = stageBands(stages, sites.map(outer), uprights, [x + LANE.header, x + width]);
  const across = { y: top - STAGE.header, height: bottom - top + STAGE.header };
  return {
    lanes: Object.fromEntries(lanes),
    stages: Object.fromEntries(
      reaches.flatMap((reach, i) =>
        reach ? [[stages.ids[i]!, { x: reach[0], width: reach[1] - reach[0], ...across }]] : [],
      ),
    ),
  };
}

/** Where a route runs up or down. */
function uprightsOf(route: readonly Point[] | undefined): readonly number[] {
  return (route ?? []).slice(1).flatMap(([x, y], i) => (route![i]![0] === x && route![i]![1] !== y ? [x] : []));
}

function boxesOf(sites: readonly Site[]) {
  return sites.flatMap(({ rect, caption }) => (caption ? [rect, caption] : [rect]));
}

function named<T extends Point | readonly Point[]>(
  ids: readonly string[],
  values: readonly (T | undefined)[],
): Record<string, T> {
  return Object.fromEntries(ids.flatMap((id, i) => (values[i] === undefined ? [] : [[id, values[i]] as const])));
}
