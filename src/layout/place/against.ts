import type { Board, Cell } from "./board.ts";

/** What it costs, in hundredths of a bend, that a flow runs from right to left, and for each column. */
const AGAINST = 260;
const AGAINST_COLUMN = 40;
/** What it costs that a flow runs up or down within its lane, as a branch, or as the only way on. */
const STACKED = { branch: 12, run: 110 };

/** What it costs that a flow runs against the others, or up and down within its lane. */
export function against(board: Board, back: Uint8Array, flow: number): number {
  return againstFrom(board, back, flow, board.cells[board.links.from[flow]!]!, board.cells[board.links.to[flow]!]!);
}

/** The same if its ends were in two cells. */
export function againstFrom({ links, lane }: Board, back: Uint8Array, flow: number, from: Cell, to: Cell): number {
  if (back[flow]) return 0;
  const by = to.column - from.column;
  if (by < 0) return AGAINST - by * AGAINST_COLUMN;
  const [source, target] = [links.from[flow]!, links.to[flow]!];
  if (by > 0 || lane[source] !== lane[target]) return 0;
  return links.out[source]!.length === 1 && links.in[target]!.length === 1 ? STACKED.run : STACKED.branch;
}
