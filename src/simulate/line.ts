import { longer } from "./agenda.ts";
import type { Jobs } from "./jobs.ts";

/** Who waits at one task, by priority, then by ticket: a binary heap that knows where each token stands. */
export class Line {
  private heap = new Int32Array(16);
  private size = 0;
  private readonly jobs: Jobs;
  private readonly pools: Int32Array;
  private readonly crowds: Int32Array;

  /**
   * @param pools - Who takes from this line.
   * @param crowds - Counts, by pool, who waits in lines that it takes from.
   */
  constructor(jobs: Jobs, pools: Int32Array, crowds: Int32Array) {
    this.jobs = jobs;
    this.pools = pools;
    this.crowds = crowds;
  }

  /** Who is next; −1 where nobody waits. */
  head(): number {
    return this.size === 0 ? -1 : this.heap[0]!;
  }

  join(token: number): void {
    if (this.size === this.heap.length) this.heap = longer(this.heap);
    this.rise(this.size++, token);
    for (let i = 0; i < this.pools.length; i++) this.crowds[this.pools[i]!]!++;
  }

  /** Takes a token out, wherever it stands. */
  leave(token: number): void {
    const at = this.jobs.place[token]!;
    this.jobs.place[token] = -1;
    for (let i = 0; i < this.pools.length; i++) this.crowds[this.pools[i]!]!--;
    const last = this.heap[--this.size]!;
    if (last === token) return;
    if (at > 0 && this.before(last, this.heap[(at - 1) >>> 1]!)) this.rise(at, last);
    else this.sink(at, last);
  }

  private before(a: number, b: number): boolean {
    const { priority, ticket } = this.jobs;
    return priority[a]! < priority[b]! || (priority[a] === priority[b] && ticket[a]! < ticket[b]!);
  }

  private rise(from: number, token: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!this.before(token, this.heap[parent]!)) break;
      this.put(at, this.heap[parent]!);
      at = parent;
    }
    this.put(at, token);
  }

  private sink(from: number, token: number): void {
    let at = from;
    for (let child = 2 * at + 1; child < this.size; child = 2 * at + 1) {
      if (child + 1 < this.size && this.before(this.heap[child + 1]!, this.heap[child]!)) child++;
      if (!this.before(this.heap[child]!, token)) break;
      this.put(at, this.heap[child]!);
      at = child;
    }
    this.put(at, token);
  }

  private put(at: number, token: number): void {
    this.heap[at] = token;
    this.jobs.place[token] = at;
  }
}
