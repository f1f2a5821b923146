import type { Board, Cell } from "./board.ts";

/** What it costs, in hundredths of a bend, that a flow runs from right to left, for each column, and within one. */
const AGAINST = 260;
const AGAINST_COLUMN = 40;
const STACKED = 12;

/** What it costs that a flow runs against the others, or up and down within its lane. */
export function against(board: Board, back: Uint8Array, flow: number): number {
  return againstFrom(board, back, flow, board.cells[board.links.from[flow]!]!, board.cells[board.links.to[flow]!]!);
}

/** The same if its ends were in two cells. */
export function againstFrom({ links, lane }: Board, back: Uint8Array, flow: number, from: Cell, to: Cell): number {
  if (back[flow]) return 0;
  const by = to.column - from.column;
  if (by < 0) return AGAINST - by * AGAINST_COLUMN;
  return by === 0 && lane[links.from[flow]!] === lane[links.to[flow]!] ? STACKED : 0;
}
