import type { Direction } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { type Links, linksOf } from "../flows.ts";
import { labelSizes } from "../labels.ts";
import { laneIds, laneIndices, thinLanes } from "../lanes.ts";
import { layers } from "../layers.ts";
import { siteOf } from "../route/site.ts";
import { settle } from "../settle.ts";
import { stagesOf } from "../stages.ts";
import { Board, type Spot } from "./board.ts";
import { layAll } from "./improve.ts";
import { measure } from "./measure.ts";
import { rows } from "./rows.ts";
import { best, same } from "./search.ts";

/**
 * How much work the search for a better arrangement may take from each start, in states of the finder (about a million in a second): for
 * drawings of up to so many nodes, and beyond, at the least and by node.
 */
const WORK = { nodes: 60, small: 200_000, large: 12_000, each: 120 };
/** Nodes whose middles are nearer than this, in pixels, stand in one column, or in one row. */
const COLUMN = 90;
const LINE = 40;

/**
 * The process with every node at its place in a new layout.
 *
 * @param tidy - Whether to keep the columns and rows that people chose.
 * @param onProgress - Told how much is done, from 0 to 1, now and then.
 */
export function placed(process: Process, tidy: boolean, onProgress: (done: number) => void = () => {}): Process {
  const { nodes } = process;
  const lanes = laneIds(process);
  const lane = laneIndices(nodes, lanes);
  const links = linksOf(process);
  const board = tidy
    ? chosen(settle(process), links, lane, lanes.length)
    : arranged(process, links, lane, lanes.length, onProgress);
  const places = measure(board, nodes, thinLanes(process, lanes), labelSizes(process, links.ids), directionOf(process));
  return {
    ...process,
    nodes: nodes.map((node, i) => ({ ...node, x: Math.round(places[i]![0]), y: Math.round(places[i]![1]) })),
  };
}

/** The best arrangement that is found with some work: from one start, or from two that differ where that takes no time. */
function arranged(
  process: Process,
  links: Links,
  lane: readonly number[],
  lanes: number,
  onProgress: (done: number) => void,
): Board {
  const { nodes } = process;
  const { of, leaning } = stagesOf(process, links);
  const { column, back, stage } = layers(nodes.length, links, of.some((each) => each >= 0) ? [leaning, of] : []);
  const row = rows(lane, links, { column, back });
  const boardAt = (spots: readonly Spot[]) => {
    const board = new Board(nodes, links, lane, lanes, spots, directionOf(process), stage);
    layAll(board);
    return board;
  };
  const small = nodes.length <= WORK.nodes;
  const work = small ? WORK.small : Math.max(WORK.large, nodes.length * WORK.each);
  const startAt = (side: number) => nodes.map((_, i): Spot => ({ column: column[i]!, row: side * row[i]! }));
  const [start, mirrored] = [startAt(1), startAt(-1)];
  const again = small && !same(start, mirrored);
  return best({ boardAt, back, work }, again ? [start, mirrored] : [start], onProgress);
}

/** The arrangement that people chose: what stands about in line is a column or a row. */
function chosen(process: Process, links: Links, lane: readonly number[], lanes: number): Board {
  const { nodes } = process;
  const sites = nodes.map((node) => siteOf(node, node.x ?? 0, node.y ?? 0, directionOf(process)).rect);
  const column = inLine(
    sites.map(({ x, width }) => x + width / 2),
    COLUMN,
  );
  const row = new Int32Array(nodes.length);
  for (let each = 0; each < lanes; each++) {
    const own = nodes.flatMap((_, i) => (lane[i] === each ? [i] : []));
    const ranks = inLine(
      own.map((i) => sites[i]!.y + sites[i]!.height / 2),
      LINE,
    );
    own.forEach((i, k) => {
      row[i] = ranks[k]!;
    });
  }
  const taken = new Set<string>();
  const spots = nodes.map((_, i): Spot => {
    const key = (at: number) => `${lane[i]} ${column[i]} ${at}`;
    let at = row[i]!;
    while (taken.has(key(at))) at++;
    taken.add(key(at));
    return { column: column[i]!, row: at };
  });
  const board = new Board(nodes, links, lane, lanes, spots, directionOf(process));
  layAll(board);
  return board;
}

/** By value, its rank among those that differ by more than so much. */
function inLine(values: readonly number[], apart: number): readonly number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const ranks = values.map(() => 0);
  let [rank, first] = [-1, Number.NEGATIVE_INFINITY];
  for (const i of order) {
    if (values[i]! - first > apart) [rank, first] = [rank + 1, values[i]!];
    ranks[i] = rank;
  }
  return ranks;
}

const directionOf = ({ direction }: Process): Direction => direction ?? "right";
