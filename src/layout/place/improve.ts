import { shortFirst, untangle } from "../route/route.ts";
import { against } from "./against.ts";
import { attempt, ROW } from "./attempt.ts";
import type { Board, Move } from "./board.ts";
import { runMoves, shifts, singleMoves } from "./moves.ts";
import { Prices, UNLAID } from "./prices.ts";

/** A node whose flows cost no more than this together is fine where it is. */
const SNUG = 6;
/** How often in one round a node may move. */
const REPEATS = 4;

/** Lays every flow of a board that is not laid yet. */
export function layAll(board: Board): void {
  const { wires, finder, links, homes } = board;
  const flows = shortFirst(board.sites, links).filter((flow) => wires.paths[flow] === undefined);
  for (const flow of flows) {
    const path = finder.find(links.from[flow]!, links.to[flow]!, homes[flow]!);
    if (path) wires.lay(flow, path);
  }
  untangle(flows, links, homes, wires, finder, 2);
}

/** What an arrangement costs as a whole, in hundredths of a bend. */
export function costOf(board: Board, back: Uint8Array): number {
  const { wires } = board;
  const paths = [...wires.paths];
  let cost = board.rowsUsed * ROW;
  // What two flows cost each other counts once.
  paths.forEach((path, flow) => {
    wires.lift(flow);
    cost += against(board, back, flow) + (path ? wires.costOf(flow, path) : UNLAID);
  });
  paths.forEach((path, flow) => {
    if (path) wires.lay(flow, path);
  });
  return cost;
}

/**
 * Looks for a better arrangement, move by move, worst flows first, until nothing helps or the work is used up: first
 * node by node, then runs of nodes and everything to the right, too. A move stays if the drawing is the better for it.
 *
 * @param back - By flow, whether it leads back.
 * @param work - How many states of the finder may be looked at.
 * @param onProgress - Told how much work was done so far, node by node.
 * @returns How much work was done.
 */
export function improve(board: Board, back: Uint8Array, work: number, onProgress: (used: number) => void): number {
  const begin = board.finder.work;
  const end = begin + work;
  const prices = new Prices(board, back);
  for (let better = true, whole = false; better || !whole; ) {
    whole = !better || whole;
    better = false;
    const shifted = new Set<string>();
    for (const node of worstFirst(board, prices)) {
      onProgress(Math.min(work, board.finder.work - begin));
      // What can be moved where changes with every move that stays.
      for (let moved = true, times = 0; moved && times < REPEATS; times++) {
        moved = false;
        for (const moves of movesOf(board, node, whole, shifted)) {
          if (board.finder.work > end) return board.finder.work - begin;
          moved = attempt(board, back, prices, moves);
          if (moved) break;
        }
        better ||= moved;
      }
    }
  }
  return board.finder.work - begin;
}

function movesOf(board: Board, node: number, whole: boolean, shifted: Set<string>): readonly (readonly Move[])[] {
  const single = singleMoves(board, node);
  return whole ? [...single, ...runMoves(board, node), ...shifts(board, node, shifted)] : single;
}

/** The nodes whose flows cost more than a straight line would, dearest first. */
function worstFirst({ cells, links }: Board, prices: Prices): readonly number[] {
  const worth = new Float64Array(cells.length);
  for (let flow = 0; flow < links.from.length; flow++) {
    const cost = prices.of(flow);
    worth[links.from[flow]!]! += cost;
    worth[links.to[flow]!]! += cost;
  }
  return [...worth.keys()].filter((node) => worth[node]! > SNUG).sort((a, b) => worth[b]! - worth[a]! || a - b);
}
