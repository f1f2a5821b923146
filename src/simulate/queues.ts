import type { Program } from "../compile/program.ts";
import type { Tokens } from "./tokens.ts";

/** Who is free, and who waits for whom: a line in front of each pool, first come first served. */
export class Queues {
  /** By pool: how many of its people or slots are free. */
  readonly free: Int32Array;
  /** By node: how many wait there. */
  readonly waiting: Int32Array;
  private readonly stations: number;
  private readonly first: Int32Array;
  private readonly last: Int32Array;

  constructor(program: Program) {
    this.free = Int32Array.from(program.pools, (pool) => pool.size);
    this.waiting = new Int32Array(program.nodes.length);
    this.stations = program.stations;
    this.first = new Int32Array(program.pools.length).fill(-1);
    this.last = new Int32Array(program.pools.length).fill(-1);
  }

  /** Who is served next by a pool; −1 where nobody waits. */
  head(pool: number): number {
    return this.first[pool]!;
  }

  /** How many wait at a node, in whatever copy of it. */
  waitingAt(node: number): number {
    let count = 0;
    for (let each = node % this.stations; each < this.waiting.length; each += this.stations)
      count += this.waiting[each]!;
    return count;
  }

  /** The node where most wait. */
  mostCrowded(): number {
    const { waiting } = this;
    return waiting.reduce((best, count, node) => (count > waiting[best]! ? node : best), 0);
  }

  /** Puts a token at the end of a pool's line. */
  join(tokens: Tokens, pool: number, node: number, token: number): void {
    const last = this.last[pool]!;
    tokens.before[token] = last;
    tokens.behind[token] = -1;
    if (last < 0) this.first[pool] = token;
    else tokens.behind[last] = token;
    this.last[pool] = token;
    this.waiting[node]!++;
  }

  /** Takes a token out of a pool's line, wherever it stands. */
  leave(tokens: Tokens, pool: number, node: number, token: number): void {
    const before = tokens.before[token]!;
    const behind = tokens.behind[token]!;
    if (before < 0) this.first[pool] = behind;
    else tokens.behind[before] = behind;
    if (behind < 0) this.last[pool] = before;
    else tokens.before[behind] = before;
    this.waiting[node]!--;
  }
}
