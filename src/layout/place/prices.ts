import { against } from "./against.ts";
import type { Board } from "./board.ts";

/** What it costs that a flow is not laid at all. */
export const UNLAID = 2000;

/** What each flow adds to the cost of a board, worked out when asked for and known until something changes. */
export class Prices {
  readonly #board: Board;
  readonly #back: Uint8Array;
  readonly #known: Float64Array;

  /** @param back - By flow, whether it leads back. */
  constructor(board: Board, back: Uint8Array) {
    this.#board = board;
    this.#back = back;
    this.#known = new Float64Array(board.links.from.length).fill(Number.NaN);
  }

  /** What there would be to save if a flow cost nothing. */
  of(flow: number): number {
    const known = this.#known[flow]!;
    if (!Number.isNaN(known)) return known;
    const { wires } = this.#board;
    const path = wires.paths[flow];
    let cost = against(this.#board, this.#back, flow);
    if (path === undefined) cost += UNLAID;
    else {
      wires.lift(flow);
      cost += wires.costOf(flow, path);
      wires.lay(flow, path);
    }
    this.#known[flow] = cost;
    return cost;
  }

  /** Forgets every price: the board has changed. */
  forget(): void {
    this.#known.fill(Number.NaN);
  }
}
