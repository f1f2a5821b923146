import type { Process } from "../model/process.ts";
import { crossingsIn } from "./crossings.ts";
import { derive } from "./drawing.ts";
import { linksOf } from "./flows.ts";
import { laneIndices } from "./lanes.ts";
import { layers } from "./layers.ts";
import { placed } from "./place/place.ts";
import { turned } from "./turn.ts";

/** Up to so many departments every order is looked at. */
const EXACT = 7;
/** How many of the best orders are laid out in full, to count what really crosses: more where that takes no time. */
const TRIED = { least: 6, most: 12, nodes: 400 };
/** What a flow that runs through a lane costs for each flow of that lane in its way, and just for the way. */
const CROSSED = 4;
const PASSED = 1;

/**
 * The order of departments whose drawing has the fewest crossings.
 *
 * An order is judged by the hand-offs that have to run through other lanes and by what lies in their way there: all
 * orders up to seven departments, beyond that those that moving one department after the other leads to. The best few
 * and today's are laid out, and the one with the fewest crossings wins; among equals, the one nearer to today's.
 *
 * @param onProgress - Told how much is done, from 0 to 1, now and then.
 * @returns The ids of the departments.
 */
export function departmentOrder(process: Process, onProgress: (done: number) => void = () => {}): readonly string[] {
  const ids = process.departments.map(({ id }) => id);
  const count = ids.length;
  const today = ids.map((_, i) => i);
  if (count < 3) return ids;
  const passing = passages(process);
  const orders = count <= EXACT ? permutations(today) : neighbours(today, passing);
  const judged = orders
    .map((order) => ({ order, cost: costOf(order, passing), moved: inversions(order) }))
    .sort((a, b) => a.cost - b.cost || a.moved - b.moved);
  const most = Math.min(TRIED.most, Math.max(TRIED.least, Math.round(TRIED.nodes / process.nodes.length)));
  const tried = [today, ...judged.slice(0, most).map(({ order }) => order)];
  let best: readonly number[] = today;
  let fewest = Number.POSITIVE_INFINITY;
  tried.forEach((order, i) => {
    onProgress(i / tried.length);
    const departments = order.map((each) => process.departments[each]!);
    const crossings = crossingsIn(derive(placed(turned({ ...process, departments }), false)));
    // The shorter way through fewer lanes decides only between orders with as many crossings.
    const cost = crossings + costOf(order, passing) / 1e6;
    if (cost < fewest) [best, fewest] = [order, cost];
  });
  return best.map((each) => ids[each]!);
}

/** By two departments and a third one: what it costs if the third lies between them. */
type Passages = readonly (readonly Float64Array[])[];

function passages(process: Process): Passages {
  const links = linksOf(process);
  const count = process.departments.length;
  const ids = process.departments.map(({ id }) => id);
  // Nodes without a department lie below all others, whatever the order.
  const lane = laneIndices(process.nodes, [...ids, ""]);
  const { column } = layers(process.nodes.length, links);
  const cost = ids.map(() => ids.map(() => new Float64Array(count)));
  links.from.forEach((from, flow) => {
    const to = links.to[flow]!;
    const [a, b] = [lane[from]!, lane[to]!];
    if (a === b || a >= count || b >= count) return;
    const at = (column[from]! + column[to]!) / 2;
    for (let between = 0; between < count; between++) {
      if (between === a || between === b) continue;
      let crossed = 0;
      links.from.forEach((start, other) => {
        const end = links.to[other]!;
        if (lane[start] !== between || lane[end] !== between) return;
        const [low, high] = [Math.min(column[start]!, column[end]!), Math.max(column[start]!, column[end]!)];
        if (low <= at && at <= high) crossed++;
      });
      const more = PASSED + CROSSED * crossed;
      cost[a]![b]![between]! += more;
      cost[b]![a]![between]! += more;
    }
  });
  return cost;
}

/** What an order costs: everything that has to run through lanes between its own. */
function costOf(order: readonly number[], passing: Passages): number {
  let cost = 0;
  for (let i = 0; i < order.length; i++) {
    for (let j = i + 2; j < order.length; j++) {
      const through = passing[order[i]!]![order[j]!]!;
      for (let k = i + 1; k < j; k++) cost += through[order[k]!]!;
    }
  }
  return cost;
}

/** How many pairs of departments are the other way round than today. */
function inversions(order: readonly number[]): number {
  return order.reduce((sum, each, i) => sum + order.slice(i + 1).filter((later) => later < each).length, 0);
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((first, i) => permutations(items.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}

/** Better and better orders, each by moving one department to where it costs least, until no move helps. */
function neighbours(today: readonly number[], passing: Passages): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  let [order, cost] = [today, costOf(today, passing)];
  for (let better = true; better; ) {
    better = false;
    for (const each of today) {
      const rest = order.filter((other) => other !== each);
      for (let at = 0; at <= rest.length; at++) {
        const moved = rest.toSpliced(at, 0, each);
        const movedCost = costOf(moved, passing);
        if (movedCost < cost - 1e-9) {
          [order, cost, better] = [moved, movedCost, true];
          found.push(order);
        }
      }
    }
  }
  return found;
}
