import { flowLabel, labelSize } from "../model/flow-label.ts";
import type { Direction, Point, Rect } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { Cells } from "./cells.ts";

/** How big a label is, in pixels. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

/** By flow, how much room its label takes up along and across the flow; nothing for flows without one. */
export function labelSizes(process: Process, ids: readonly string[]): readonly (LabelSize | undefined)[] {
  const flows = new Map(process.flows.map((flow) => [flow.id, flow]));
  return ids.map((id) => {
    const label = flowLabel(flows.get(id)!, process);
    return label === "" ? undefined : alongFlow(labelSize(label), process.direction);
  });
}

/** A size as layout sees it: exchanged where the process flows down. */
function alongFlow({ width, height }: LabelSize, direction: Direction | undefined): LabelSize {
  return direction === "down" ? { width: height, height: width } : { width, height };
}

/** Where along a stretch a label is tried, best first. */
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9];
/** A stretch that a label fits on counts this much longer than one where it covers the corners. */
const FITS = 1000;
/** What it counts against a place that a lane's border runs through it, and each line of another flow that it covers. */
const ASTRIDE = 250;
const COVERED = 5000;
/** How many rings of 12 pixels around its flow are looked at for a label that would cover another line. */
const NEARBY = 12;
const AIR = 3;
/** A flow runs through its label at least so far from the label's edge, in pixels. */
const RIM = 7;

/**
 * Places labels on the longest stretch of their flows that has room: never over a node or another label, nor over
 * another flow unless there is no free place near. A label that fits nowhere on its flow goes beside it.
 *
 * @param boxes - What labels must not cover: nodes and their captions.
 * @param routes - By flow, its points.
 * @param sizes - By flow, how big its label is; nothing for flows without one.
 * @param kept - By flow, the middle of a label that stays where it is.
 * @param borders - Heights of borders between lanes: labels keep off them where they can.
 * @returns By flow, the middle of its label.
 */
export function placeLabels(
  boxes: readonly Rect[],
  routes: readonly (readonly Point[] | undefined)[],
  sizes: readonly (LabelSize | undefined)[],
  kept: readonly (Point | undefined)[] = [],
  borders: readonly number[] = [],
): readonly (Point | undefined)[] {
  const middles = routes.map((_, flow) => (sizes[flow] ? kept[flow] : undefined));
  // Short flows have the fewest places to choose from.
  const turns = routes.flatMap((route, flow) =>
    route && sizes[flow] && !middles[flow] ? [{ flow, length: lengthOf(route) }] : [],
  );
  if (turns.length === 0) return middles;
  const taken = new Cells(boxes, AIR);
  const lines = new Cells(
    routes.flatMap((route, flow) => stretchesOf(route ?? [], flow)),
    AIR,
  );
  middles.forEach((middle, flow) => {
    if (middle) taken.add(centred(middle, sizes[flow]!));
  });
  turns.sort((a, b) => a.length - b.length || a.flow - b.flow);
  for (const { flow } of turns) {
    const size = sizes[flow]!;
    const middle = choose(routes[flow]!, flow, size, taken, lines, borders);
    middles[flow] = middle;
    taken.add(centred(middle, size));
  }
  return middles;
}

function choose(
  route: readonly Point[],
  flow: number,
  size: LabelSize,
  taken: Cells<Rect>,
  lines: Cells<Line>,
  borders: readonly number[],
): Point {
  let best: Point | undefined;
  let bestWorth = Number.NEGATIVE_INFINITY;
  const others = (box: Rect) => lines.count(box, (line) => line.flow !== flow);
  for (const stretch of stretchesOf(route, flow)) {
    const level = stretch.height === 0;
    const length = Math.max(stretch.width, stretch.height);
    const needed = level ? size.width : size.height;
    for (const [rank, share] of ALONG.entries()) {
      const on: Point = [stretch.x + stretch.width * share, stretch.y + stretch.height * share];
      const spare = length * Math.min(share, 1 - share) - needed / 2;
      for (const middle of [level ? offBorders(on, size, borders) : on, ...aside(on, level, size)]) {
        const box = centred(middle, size);
        if (taken.hits(box)) continue;
        const across = borders.some((border) => border > box.y && border < box.y + box.height);
        const covered = others(box);
        const worth =
          length + (spare >= 4 ? FITS : 0) - covered * COVERED - (across ? ASTRIDE : 0) - rank * 2 - far(middle, on);
        if (worth > bestWorth + 0.01) [best, bestWorth] = [middle, worth];
        // What is drawn on its line need not go aside.
        if (covered === 0) break;
      }
    }
  }
  if (best && others(centred(best, size)) === 0) return best;
  const off = beside(route, size, (box) => taken.hits(box) || lines.count(box, () => true) > 0, NEARBY);
  return off ?? best ?? beside(route, size, (box) => taken.hits(box), Number.POSITIVE_INFINITY)!;
}

/** Where a label's middle may go so that its flow runs through it near one of its edges. */
function aside([x, y]: Point, level: boolean, { width, height }: LabelSize): readonly Point[] {
  const by = (level ? height : width) / 2 - RIM;
  if (by <= 0) return [];
  return level
    ? [
        [x, y - by],
        [x, y + by],
      ]
    : [
        [x - by, y],
        [x + by, y],
      ];
}

const far = ([x, y]: Point, [toX, toY]: Point) => Math.abs(x - toX) + Math.abs(y - toY);

/** A label's middle off the border that it would lie across, as far aside as its flow can still run through it. */
function offBorders([x, y]: Point, { height }: LabelSize, borders: readonly number[]): Point {
  const border = borders.find((each) => Math.abs(each - y) < height / 2 + AIR);
  if (border === undefined) return [x, y];
  const by = height / 2 + AIR - Math.abs(border - y);
  if (by > height / 2 - RIM) return [x, y];
  return [x, y < border ? y - by : y + by];
}

/** The free place nearest to the middle of the longest stretch, on up to so many rings around it. */
function beside(
  route: readonly Point[],
  size: LabelSize,
  hits: (box: Rect) => boolean,
  rings: number,
): Point | undefined {
  const longest = stretchesOf(route, 0).reduce((a, b) => (b.width + b.height > a.width + a.height ? b : a));
  const [x, y] = [longest.x + longest.width / 2, longest.y + longest.height / 2];
  for (let ring = 1; ring <= rings; ring++) {
    for (let turn = 0; turn < 8 * ring; turn++) {
      const angle = (turn / (8 * ring)) * 2 * Math.PI - Math.PI / 2;
      const middle: Point = [Math.round(x + Math.cos(angle) * ring * 12), Math.round(y + Math.sin(angle) * ring * 12)];
      if (!hits(centred(middle, size))) return middle;
    }
  }
  return undefined;
}

interface Line extends Rect {
  readonly flow: number;
}

function stretchesOf(route: readonly Point[], flow: number): readonly Line[] {
  return route.slice(1).map(([x, y], i): Line => {
    const [px, py] = route[i]!;
    return { flow, x: Math.min(x, px), y: Math.min(y, py), width: Math.abs(x - px), height: Math.abs(y - py) };
  });
}

const lengthOf = (route: readonly Point[]) =>
  stretchesOf(route, 0).reduce((sum, { width, height }) => sum + width + height, 0);

/** The box of a size around its middle. */
export function centred([x, y]: Point, { width, height }: LabelSize): Rect {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
