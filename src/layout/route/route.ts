import type { Point, Rect } from "../../model/geometry.ts";
import type { Links } from "../flows.ts";
import type { Band } from "../lanes.ts";
import { Finder, type Home } from "./find.ts";
import { gridOf, WIDE } from "./grid.ts";
import { nudge } from "./nudge.ts";
import type { Site } from "./site.ts";
import { Wires } from "./wires.ts";

/** By flow, the nodes at its two ends. */
export type Ends = Pick<Links, "from" | "to">;

/** What may be said about routing. */
export interface RouteOptions {
  /** The flows to route; the others are as if they were not there. */
  readonly only?: ReadonlySet<number> | undefined;
  /** Up to this height, in pixels, flows between two rows keep to the middle. */
  readonly wide?: number;
  /** Told how much is done, from 0 to 1, after each flow. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** How much of the time the first round takes. */
const FIRST = 0.5;

/** How often everything that crosses is taken up and laid again. */
const ROUNDS = 4;

/**
 * Routes flows around nodes: each on the way with the fewest bends and crossings, short ones first; then, round by
 * round, what crosses is laid anew among the others; last, what runs together is drawn side by side.
 *
 * @param bands - The lanes, top to bottom.
 * @param lane - By node, its lane.
 * @returns By flow, its points; nothing for those not asked for.
 */
export function route(
  sites: readonly Site[],
  links: Ends,
  bands: readonly Band[],
  lane: readonly number[],
  { only, wide = WIDE, onProgress = () => {} }: RouteOptions = {},
): readonly (readonly Point[] | undefined)[] {
  const borders = bands.slice(1).map(({ y }) => y);
  const homes = homesOf(links, bands, lane);
  const grid = gridOf(sites, borders, wide);
  const { from, to } = links;
  const wires = new Wires(
    grid.xs.length,
    grid.blocked.length,
    sites.map(({ pointed }) => pointed),
    from,
    to,
  );
  const finder = new Finder(grid, wires, sites);
  const flows = shortFirst(sites, links).filter((flow) => only === undefined || only.has(flow));
  flows.forEach((flow, i) => {
    const path = finder.find(from[flow]!, to[flow]!, homes[flow]!);
    if (path) wires.lay(flow, path);
    onProgress((FIRST * i) / flows.length);
  });
  untangle(flows, links, homes, wires, finder, ROUNDS);
  onProgress(0.9);
  const lines = nudge(grid, wires, sites, from, to, borders);
  const wanted = new Set(flows);
  return lines.map(
    (line, flow) => line ?? (wanted.has(flow) ? bluntly(sites[from[flow]!]!.rect, sites[to[flow]!]!.rect) : undefined),
  );
}

/** By flow, from where to where the lanes of its two ends reach. */
export function homesOf({ from, to }: Ends, bands: readonly Band[], lane: readonly number[]): readonly Home[] {
  return Array.from(from, (node, flow): Home => {
    const [a, b] = [bands[lane[node]!]!, bands[lane[to[flow]!]!]!];
    return [Math.min(a.y, b.y), Math.max(a.y + a.height, b.y + b.height)];
  });
}

/** The flows, those between near nodes first. */
export function shortFirst(sites: readonly Site[], { from, to }: Ends): number[] {
  const lengths = Float64Array.from(from, (node, flow) => {
    const [a, b] = [sites[node]!.rect, sites[to[flow]!]!.rect];
    const dx = b.x + b.width / 2 - a.x - a.width / 2;
    // Something that leads back goes round: the straight ways come first.
    return (dx < 0 ? -2 * dx : dx) + Math.abs(b.y + b.height / 2 - a.y - a.height / 2);
  });
  return [...lengths.keys()].sort((a, b) => lengths[a]! - lengths[b]! || a - b);
}

/** Takes up what crosses or shares a corner and lays it again, as long as that makes the drawing better. */
export function untangle(
  flows: readonly number[],
  { from, to }: Ends,
  homes: readonly Home[],
  wires: Wires,
  finder: Finder,
  rounds: number,
): void {
  for (let round = 0; round < rounds; round++) {
    let better = false;
    for (const flow of flows) {
      const path = wires.paths[flow];
      if (path === undefined || (wires.crossings(path, flow) === 0 && !wires.cramped(flow, path))) continue;
      wires.lift(flow);
      const before = wires.costOf(flow, path);
      let best = path;
      let least = before;
      for (const shared of [1, 8]) {
        const other = finder.find(from[flow]!, to[flow]!, homes[flow]!, shared);
        const cost = other ? wires.costOf(flow, other) : Number.POSITIVE_INFINITY;
        if (other && cost < least - 0.01) [best, least] = [other, cost];
      }
      wires.lay(flow, best);
      if (best !== path) better = true;
      else if (exchange(flow, from, to, homes, wires, finder)) better = true;
    }
    if (!better) return;
  }
}

/** Lays a flow before one of those that it crosses, if both together are the better for it. */
function exchange(
  flow: number,
  from: Int32Array,
  to: Int32Array,
  homes: readonly Home[],
  wires: Wires,
  finder: Finder,
): boolean {
  const path = wires.paths[flow]!;
  const rivals = new Set(
    wires.meet(path, flow).flatMap(([other, { before, after }]) => (before * after < 0 ? [other] : [])),
  );
  for (const other of rivals) {
    const theirs = wires.paths[other]!;
    wires.lift(flow);
    const ours = wires.costOf(flow, path);
    wires.lift(other);
    const before = ours + wires.costOf(other, theirs);
    const first = finder.find(from[flow]!, to[flow]!, homes[flow]!);
    if (first) {
      const firstCost = wires.costOf(flow, first);
      wires.lay(flow, first);
      const second = finder.find(from[other]!, to[other]!, homes[other]!);
      if (second && firstCost + wires.costOf(other, second) < before - 0.01) {
        wires.lay(other, second);
        return true;
      }
      wires.lift(flow);
    }
    wires.lay(other, theirs);
    wires.lay(flow, path);
  }
  return false;
}

/** The way between nodes that lie on each other, where nothing else is possible. */
function bluntly(a: Rect, b: Rect): readonly Point[] {
  const from: Point = [a.x + a.width, a.y + a.height / 2];
  const to: Point = [b.x + b.width, b.y + b.height / 2];
  const x = Math.max(from[0], to[0]) + 16;
  return [from, [x, from[1]], [x, to[1]], to];
}
