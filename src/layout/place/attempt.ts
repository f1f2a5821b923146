import { COSTS } from "../route/costs.ts";
import type { Path } from "../route/path.ts";
import { against, againstFrom } from "./against.ts";
import type { Board, Cell, Move } from "./board.ts";
import { type Prices, UNLAID } from "./prices.ts";

/** What a row costs, in hundredths of a bend as everything else. */
export const ROW = 30;
/** Moves must pay by more than this. */
const LEAST = 0.5;

/** What it takes to look at a move and to take up and lay a flow, beside finding ways, in states of the finder. */
const LOOK = 2;
const LAYING = 2;

/** The flows that a move touches. */
interface Touched {
  /** Those whose two ends move alike, with what they move by: their paths go along. */
  readonly carried: ReadonlyMap<number, readonly [columns: number, rows: number]>;
  /** Those that need another path. */
  readonly torn: readonly number[];
}

const NOTHING: Touched["carried"] = new Map();

/** Makes moves, and takes them back unless they pay. */
export function attempt(board: Board, back: Uint8Array, prices: Prices, moves: readonly Move[]): boolean {
  const { finder, cells } = board;
  finder.work += LOOK;
  if (!board.keepsStages(moves)) return false;
  const target = new Map(moves);
  const after = (node: number): Cell => target.get(node) ?? cells[node]!;
  const touched = touchedBy(board, moves, target);
  const rows = (board.rowsUsedAfter(moves) - board.rowsUsed) * ROW;
  let saving = -rows;
  for (const flow of touched.torn) saving += prices.of(flow) - leastCost(board, back, flow, after);
  if (saving <= LEAST) return false;
  if (!tried(board, back, moves, touched, rows)) return false;
  prices.forget();
  return true;
}

function touchedBy(board: Board, moves: readonly Move[], target: ReadonlyMap<number, Cell>): Touched {
  const { links, cells, wires } = board;
  const [[node, cell] = [], ...more] = moves;
  if (
    node !== undefined &&
    cell !== undefined &&
    more.length === 0 &&
    !links.out[node]!.some((flow) => links.to[flow] === node)
  ) {
    const torn = [...links.out[node]!, ...links.in[node]!];
    for (const flow of wires.through(board.vertexAt(cell))) if (!torn.includes(flow)) torn.push(flow);
    return { carried: NOTHING, torn };
  }
  const carried = new Map<number, readonly [number, number]>();
  const torn = new Set<number>();
  for (const [node, cell] of moves) {
    const [columns, rows] = [cell.column - cells[node]!.column, cell.row - cells[node]!.row];
    for (const flow of links.out[node]!) {
      const other = links.to[flow]!;
      const theirs = target.get(other);
      const alike =
        theirs !== undefined &&
        theirs.column - cells[other]!.column === columns &&
        theirs.row - cells[other]!.row === rows;
      if (alike && wires.paths[flow]) carried.set(flow, [columns, rows]);
      else torn.add(flow);
    }
    for (const flow of links.in[node]!) if (!target.has(links.from[flow]!)) torn.add(flow);
  }
  for (const [, cell] of moves) {
    for (const flow of wires.through(board.vertexAt(cell))) if (!carried.has(flow)) torn.add(flow);
  }
  return { carried, torn: [...torn] };
}

/** Makes moves whatever they were thought to save, and takes them back if they do not. */
function tried(
  board: Board,
  back: Uint8Array,
  moves: readonly Move[],
  { carried, torn }: Touched,
  rows: number,
): boolean {
  const { wires, finder, links, homes, cells } = board;
  finder.work += (carried.size + torn.length) * LAYING;
  const nodes = moves.map(([node]) => node);
  const oldCells = nodes.map((node) => cells[node]!);
  const old: (readonly [flow: number, path: Path | undefined])[] = [];
  let before = 0;
  for (const flow of [...carried.keys(), ...torn]) {
    const path = wires.paths[flow];
    old.push([flow, path]);
    wires.lift(flow);
    before += against(board, back, flow) + (path ? wires.costOf(flow, path) : UNLAID);
  }
  board.clear(nodes);
  for (const [node, cell] of moves) board.put(node, cell);
  const here = (node: number) => cells[node]!;
  let after = rows;
  const open = [...torn];
  const paths = new Map(old);
  for (const [flow, [columns, down]] of carried) {
    const path = board.carried(flow, paths.get(flow)!, columns, down);
    if (path === undefined) open.push(flow);
    else {
      after += against(board, back, flow) + wires.costOf(flow, path);
      wires.lay(flow, path);
    }
  }
  let hope = 0;
  for (const flow of open) hope += leastCost(board, back, flow, here);
  for (const flow of shortest(board, open)) {
    if (after + hope >= before - LEAST) break;
    hope -= leastCost(board, back, flow, here);
    after += against(board, back, flow);
    const path = finder.find(links.from[flow]!, links.to[flow]!, homes[flow]!, 1, before - after - hope);
    if (path) {
      after += wires.costOf(flow, path);
      wires.lay(flow, path);
    } else after += UNLAID;
  }
  if (after + hope < before - LEAST) return true;
  for (const [flow] of old) wires.lift(flow);
  board.clear(nodes);
  nodes.forEach((node, i) => {
    board.put(node, oldCells[i]!);
  });
  for (const [flow, path] of old) if (path) wires.lay(flow, path);
  return false;
}

/** What a flow costs at the least, wherever its way leads: the distance, and the bends and sides it takes to get there. */
function leastCost(board: Board, back: Uint8Array, flow: number, at: (node: number) => Cell): number {
  const { links, pitch } = board;
  const [from, to] = [links.from[flow]!, links.to[flow]!];
  if (from === to) return 0;
  const [a, b] = [at(from), at(to)];
  const turned = againstFrom(board, back, flow, a, b);
  const [dx, dy] = board.apart(a, b);
  // Ways are measured from channel to channel.
  const length = turned + (Math.max(0, dx - pitch.column) + Math.max(0, dy - pitch.row)) * COSTS.length;
  if (a.row === b.row) return length + (b.column > a.column ? 0 : COSTS.out[2] + COSTS.in[0]);
  if (a.column === b.column) return length + COSTS.out[1] + COSTS.in[1];
  return length + COSTS.bend + COSTS.in[1];
}

function shortest({ cells, links }: Board, flows: readonly number[]): readonly number[] {
  const length = (flow: number) => {
    const [a, b] = [cells[links.from[flow]!]!, cells[links.to[flow]!]!];
    const by = b.column - a.column;
    return (by < 0 ? -2 * by : by) * 2 + Math.abs(a.row - b.row);
  };
  return [...flows].sort((a, b) => length(a) - length(b) || a - b);
}
