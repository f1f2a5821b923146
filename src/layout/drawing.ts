import { flowLabel, labelSize } from "../model/flow-label.ts";
import { type Drawing, LANE, type Point } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { linksOf } from "./flows.ts";
import { placeLabels } from "./labels.ts";
import { type Band, bandsOf, extentsOf, laneIds, laneIndices } from "./lanes.ts";
import { route } from "./route/route.ts";
import { outer, type Site, siteOf } from "./route/site.ts";

/** What a drawing may take over from the one before it, while nodes are being dragged. */
export interface DrawingOptions {
  /** The last drawing of the same process with other positions. */
  readonly previous?: Drawing;
  /** The nodes that have moved since; only their flows are routed again. */
  readonly moved?: ReadonlySet<string>;
}

/** The drawing of a process all of whose nodes have a place. */
export function derive(process: Process, { previous, moved }: DrawingOptions = {}): Drawing {
  const { nodes } = process;
  const sites = nodes.map((node) => siteOf(node, node.x ?? 0, node.y ?? 0));
  const lanes = laneIds(process);
  const lane = laneIndices(nodes, lanes);
  const bands = bandsOf(extentsOf(sites.map(outer), lane, lanes.length));
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
  const routes = route(sites, links, bands, lane, again).map((line, i) => line ?? previous?.routes[links.ids[i]!]);
  const kept = links.ids.map((id, i) => (again && !again.has(i) ? previous?.labels[id] : undefined));
  const labels = placeLabels(boxesOf(sites), routes, sizesOf(process, links.ids), kept);
  return {
    nodes: Object.fromEntries(nodes.map(({ id }, i) => [id, sites[i]!.rect])),
    lanes: previous && moved ? previous.lanes : lanesAround(lanes, bands, routes),
    routes: named(links.ids, routes),
    labels: named(links.ids, labels),
  };
}

/** The lanes by their ids; the outermost ones reach round the routes that run outside of all nodes. */
function lanesAround(
  ids: readonly string[],
  bands: readonly Band[],
  routes: readonly (readonly Point[] | undefined)[],
) {
  const first = bands[0];
  const last = bands.at(-1);
  if (!first || !last) return {};
  let [top, bottom] = [first.y, last.y + last.height];
  for (const [, y] of routes.flatMap((route) => route ?? [])) {
    top = Math.min(top, y - LANE.padding / 2);
    bottom = Math.max(bottom, y + LANE.padding / 2);
  }
  return Object.fromEntries(
    bands.map((band, i) => {
      const y = i === 0 ? top : band.y;
      return [ids[i]!, { y, height: (i === bands.length - 1 ? bottom : band.y + band.height) - y }];
    }),
  );
}

function boxesOf(sites: readonly Site[]) {
  return sites.flatMap(({ rect, caption }) => (caption ? [rect, caption] : [rect]));
}

function sizesOf(process: Process, ids: readonly string[]) {
  const flows = new Map(process.flows.map((flow) => [flow.id, flow]));
  return ids.map((id) => {
    const label = flowLabel(flows.get(id)!, process);
    return label === "" ? undefined : labelSize(label);
  });
}

function named<T extends Point | readonly Point[]>(
  ids: readonly string[],
  values: readonly (T | undefined)[],
): Record<string, T> {
  return Object.fromEntries(ids.flatMap((id, i) => (values[i] === undefined ? [] : [[id, values[i]] as const])));
}
