import { type Direction, LANE } from "../../model/geometry.ts";
import type { ProcessNode } from "../../model/process.ts";
import { outer, type Site, siteOf } from "../route/site.ts";
import type { Board } from "./board.ts";

/**
 * Distances in pixels: between columns and between rows without any flows, for each flow that runs there, at a label's
 * ends, and for the border between two stages.
 */
const GAP = { column: 56, row: 36, track: 12, label: 30, stage: 24 };

/** How much more than a label's height there must be between nodes, or a node and its lane's border. */
const LABEL_AIR = 8;

/** How much more than a label's height a hand-off down to the next lane needs on its way to the border. */
const HAND_OFF = 14;

/** The widest part of a label on its flow, by flow; nothing for flows without one. */
export type Labels = readonly ({ readonly width: number; readonly height: number } | undefined)[];

/**
 * Turns cells into places: columns as wide and rows as high as what is in them, channels as wide as what runs through
 * them or is written there, lanes one below the other.
 *
 * @param thin - By lane, how thick it is without nodes.
 * @returns By node, its top left corner.
 */
export function measure(
  board: Board,
  nodes: readonly ProcessNode[],
  thin: readonly number[],
  labels: Labels,
  direction: Direction,
): readonly (readonly [x: number, y: number])[] {
  const spots = board.spots();
  const sites = nodes.map((node) => siteOf(node, 0, 0, direction));
  const boxes = sites.map(outer);
  const columns = Math.max(0, ...spots.map(({ column }) => column + 1));
  const widths = new Float64Array(columns);
  spots.forEach(({ column }, i) => {
    widths[column] = Math.max(widths[column]!, boxes[i]!.width);
  });
  const { beside, above, under } = tracks(board);
  const room = labelled(board, labels);
  const usedColumns = [...new Set(board.cells.map(({ column }) => column))].sort((a, b) => a - b);
  const gaps = usedColumns.map((column, rank) => {
    let most = 0;
    for (let each = column + 1; each <= (usedColumns[rank + 1] ?? column); each++) most += beside[each]!;
    const border = stageEnds(board, column) ? GAP.stage : 0;
    return GAP.column + border + Math.max(0, most - 1) * GAP.track;
  });
  board.links.ids.forEach((_, flow) => {
    const label = labels[flow];
    const [from, to] = [board.links.from[flow]!, board.links.to[flow]!];
    if (label === undefined || !straight(board, flow, 0) || spots[to]!.column !== spots[from]!.column + 1) return;
    const column = spots[from]!.column;
    const room = (widths[column]! - boxes[from]!.width + widths[column + 1]! - boxes[to]!.width) / 2;
    gaps[column] = Math.max(gaps[column]!, label.width + GAP.label - room);
  });
  const middles: number[] = [];
  let x = 0;
  for (let column = 0; column < columns; column++) {
    middles.push(x + widths[column]! / 2);
    x += widths[column]! + gaps[column]!;
  }
  const rowMiddles = heights(board, sites, thin, { above, under, ...room }, labels);
  return sites.map(({ rect }, i) => [
    middles[spots[i]!.column]! - rect.width / 2,
    rowMiddles.get(board.cells[i]!.row)! - rect.height / 2,
  ]);
}

/** Whether a stage ends with a column. */
function stageEnds({ cells, stage }: Board, column: number): boolean {
  const before = cells.reduce((most, cell, i) => (cell.column <= column ? Math.max(most, stage[i]!) : most), -1);
  return (
    cells.some((cell, i) => cell.column === column && stage[i] === before && before >= 0) &&
    cells.some((cell, i) => cell.column > column && stage[i]! > before) &&
    !cells.some((cell, i) => cell.column > column && stage[i] === before)
  );
}

/** Whether a flow runs straight on from one side to the opposite one. */
function straight(board: Board, flow: number, side: number): boolean {
  const path = board.wires.paths[flow];
  return path?.out === side && path.in === (side ^ 2);
}

/** By row, how high the labels are of flows that run straight up or down from it to the next row. */
function written(board: Board, labels: Labels): ReadonlyMap<number, number> {
  const rows = [...new Set(board.cells.map(({ row }) => row))].sort((a, b) => a - b);
  const rank = new Map(rows.map((row, i) => [row, i]));
  const high = new Map<number, number>();
  labels.forEach((label, flow) => {
    if (label === undefined || !(straight(board, flow, 1) || straight(board, flow, 3))) return;
    const ends = [board.cells[board.links.from[flow]!]!.row, board.cells[board.links.to[flow]!]!.row];
    const [top, bottom] = [Math.min(...ends), Math.max(...ends)];
    if (rank.get(bottom) === rank.get(top)! + 1) high.set(top, Math.max(high.get(top) ?? 0, label.height));
  });
  return high;
}

function heights(
  board: Board,
  sites: readonly Site[],
  thin: readonly number[],
  channels: Channels,
  labels: Labels,
): ReadonlyMap<number, number> {
  const { above, under, labelAbove, labelUnder } = channels;
  const rows = [...new Set(board.cells.map(({ row }) => row))].sort((a, b) => a - b);
  // A caption hangs below its node: the room above and below the row's middle differ.
  const up = new Map<number, number>();
  const down = new Map<number, number>();
  board.cells.forEach(({ row }, i) => {
    const half = sites[i]!.rect.height / 2;
    up.set(row, Math.max(up.get(row) ?? 0, half));
    down.set(row, Math.max(down.get(row) ?? 0, outer(sites[i]!).height - half));
  });
  const high = written(board, labels);
  const middles = new Map<number, number>();
  const margin = (ran: number, label: number) =>
    Math.max(LANE.padding, label + LABEL_AIR) + Math.max(0, ran - 1) * GAP.track;
  let y = 0;
  // Two lanes share what lies between them half and half, so either half must hold what runs in it.
  let half = 0;
  for (let lane = 0; lane < thin.length; lane++) {
    const own = rows.filter((row) => board.laneOf[row] === lane);
    if (own.length === 0) {
      y += thin[lane]!;
      continue;
    }
    own.forEach((row, i) => {
      const before = own[i - 1];
      const begin = before === undefined ? board.laneOf.indexOf(lane) : before + 1;
      const ran = sum(above, begin, row);
      const label = most(labelAbove, begin, row);
      y +=
        before === undefined
          ? half === 0
            ? margin(ran, label)
            : 2 * Math.max(half, margin(ran, label))
          : Math.max(
              GAP.row + ran * GAP.track,
              (high.get(before) ?? 0) + GAP.label + 8,
              label + LABEL_AIR + ran * GAP.track,
            );
      y += up.get(row)!;
      middles.set(row, y);
      y += down.get(row)!;
    });
    const end = [own.at(-1)! + 1, board.laneOf.lastIndexOf(lane)] as const;
    half = Math.max(
      margin(under[lane]! + sum(above, ...end), Math.max(labelUnder[lane]!, most(labelAbove, ...end))),
      (high.get(own.at(-1)!) ?? 0) + HAND_OFF,
    );
  }
  return middles;
}

function sum(values: Int32Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i <= to; i++) total += values[i]!;
  return total;
}

function most(values: Float64Array, from: number, to: number): number {
  let found = 0;
  for (let i = from; i <= to; i++) found = Math.max(found, values[i]!);
  return found;
}

/** What there must be room for between rows. */
interface Channels {
  /** How many flows run there at the most, above each row and at the foot of each lane. */
  readonly above: Int32Array;
  readonly under: Int32Array;
  /** How high the labels are that are written there. */
  readonly labelAbove: Float64Array;
  readonly labelUnder: Float64Array;
}

/** The heights of labels whose flows run the longest way through a channel between rows. */
function labelled(board: Board, labels: Labels): Pick<Channels, "labelAbove" | "labelUnder"> {
  const { xs, ys } = board.grid;
  const high = new Float64Array(ys.length);
  labels.forEach((label, flow) => {
    const path = board.wires.paths[flow];
    if (label === undefined || path === undefined) return;
    const along = new Map<number, number>();
    let [longest, upright] = [0, 0];
    let line = -1;
    path.vertices.forEach((vertex, i) => {
      if (i === 0) return;
      const before = path.vertices[i - 1]!;
      const row = Math.floor(vertex / xs.length);
      if (Math.abs(vertex - before) !== 1) {
        upright += Math.abs(ys[row]! - ys[Math.floor(before / xs.length)]!);
        return;
      }
      const length = (along.get(row) ?? 0) + Math.abs(xs[vertex % xs.length]! - xs[before % xs.length]!);
      along.set(row, length);
      if (length > longest) [longest, line] = [length, row];
    });
    if (longest > upright) high[line] = Math.max(high[line]!, label.height);
  });
  const used = new Set(board.cells.map(({ row }) => row));
  const labelAbove = new Float64Array(board.rows);
  const labelUnder = new Float64Array(board.laneOf.reduce((all, lane) => Math.max(all, lane + 1), 0));
  for (let row = 0; row < board.rows; row++) {
    const line = Math.floor(board.vertexAt({ column: 0, row }) / xs.length);
    // What runs through a row without nodes runs in the channel above the next one.
    labelAbove[row] = Math.max(high[line - 1]!, used.has(row) ? 0 : high[line]!);
    if (board.laneOf[row + 1] !== board.laneOf[row]) labelUnder[board.laneOf[row]!] = high[line + 1]!;
  }
  return { labelAbove, labelUnder };
}

/** How many flows run at the most through the channel left of each column, above each row, and at the foot of each lane. */
function tracks(board: Board) {
  const { xs, ys } = board.grid;
  const { rightOf, below } = board.wires;
  const beside = new Int32Array(board.columns + 1);
  for (let column = 0; column <= board.columns; column++) {
    for (let j = 0; j < ys.length; j++) beside[column] = Math.max(beside[column]!, below[j * xs.length + 2 * column]!);
  }
  const busiest = (line: number) => {
    let most = 0;
    for (let i = 0; i < xs.length; i++) most = Math.max(most, rightOf[line * xs.length + i]!);
    return most;
  };
  const above = new Int32Array(board.rows);
  const under = new Int32Array(board.laneOf.reduce((most, lane) => Math.max(most, lane + 1), 0));
  for (let row = 0; row < board.rows; row++) {
    const line = Math.floor(board.vertexAt({ column: 0, row }) / xs.length);
    above[row] = busiest(line - 1);
    if (board.laneOf[row + 1] !== board.laneOf[row]) under[board.laneOf[row]!] = busiest(line + 1);
  }
  return { beside, above, under };
}
