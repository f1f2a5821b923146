import type { Board, Spot } from "./board.ts";
import { costOf, improve } from "./improve.ts";

/** How often a search begins anew from where it has come to, with room around it. */
const ROUNDS = 4;

/** What a search needs to know. */
export interface Search {
  /** Makes a board of spots, with all flows laid. */
  readonly boardAt: (spots: readonly Spot[]) => Board;
  /** By flow, whether it leads back. */
  readonly back: Uint8Array;
  /** How many states of the finder may be looked at, from each start. */
  readonly work: number;
}

/**
 * The best arrangement that some work finds from each of several starts; the first of the best.
 *
 * @param onProgress - Told how much is done, from 0 to 1, now and then.
 */
export function best(search: Search, starts: readonly (readonly Spot[])[], onProgress: (done: number) => void): Board {
  const found = starts.map((start, i) => searched(search, start, (done) => onProgress((i + done) / starts.length)));
  return found.reduce((a, b) => (costOf(b, search.back) < costOf(a, search.back) ? b : a));
}

/** The arrangement that improving ends with, begun anew with room around it until it stays as it is. */
function searched({ boardAt, back, work }: Search, start: readonly Spot[], onProgress: (done: number) => void): Board {
  let spots = start;
  let left = work;
  for (let round = 0; ; round++) {
    const board = boardAt(spots);
    if (round === ROUNDS || left <= 0) return board;
    const before = board.spots();
    const used = work - left;
    left -= improve(board, back, left, (more) => onProgress((used + more) / work));
    spots = board.spots();
    if (same(spots, before)) return board;
  }
}

/** Whether two arrangements are one. */
export function same(a: readonly Spot[], b: readonly Spot[]): boolean {
  return a.every(({ column, row }, i) => column === b[i]!.column && row === b[i]!.row);
}
