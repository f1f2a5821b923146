import type { Rect } from "../../model/geometry.ts";
import { COSTS } from "./costs.ts";
import { type Dock, docksOf } from "./docks.ts";
import type { Grid } from "./grid.ts";
import { type Path, way } from "./path.ts";
import type { Site } from "./site.ts";
import type { Wires } from "./wires.ts";

// Names of this file's own are read faster than a property of another file's object.
const {
  bend: BEND,
  crossing: CROSSING,
  length: LENGTH,
  close: CLOSE,
  abroad: ABROAD,
  border: BORDER,
  shared: SHARED,
} = COSTS;

/** From where to where the lanes of a flow's two ends reach. */
export type Home = readonly [top: number, bottom: number];

/**
 * Finds the cheapest way between two nodes on a grid (A*, over vertices and the way one arrives there), given what is
 * laid already. One finder is made for a grid and used for all of its flows.
 */
export class Finder {
  readonly #grid: Grid;
  readonly #wires: Wires;
  readonly #sites: readonly Site[];
  readonly #docks: (readonly Dock[] | undefined)[] = [];
  readonly #best: Float64Array;
  readonly #from: Int32Array;
  readonly #stamp: Uint32Array;
  readonly #goal: Float64Array;
  readonly #goalStamp: Uint32Array;
  readonly #goalSide: Uint8Array;
  readonly #heap: number[] = [];
  readonly #keys: number[] = [];
  readonly #xs: Float64Array;
  readonly #ys: Float64Array;
  #target: Rect = { x: 0, y: 0, width: 0, height: 0 };
  #now = 0;
  /** How many states have been looked at, ever: the measure of work. */
  work = 0;

  constructor(grid: Grid, wires: Wires, sites: readonly Site[]) {
    this.#grid = grid;
    this.#xs = grid.xs;
    this.#ys = grid.ys;
    this.#wires = wires;
    this.#sites = sites;
    const states = grid.blocked.length * 4;
    this.#best = new Float64Array(states);
    this.#from = new Int32Array(states);
    this.#stamp = new Uint32Array(states);
    this.#goal = new Float64Array(grid.blocked.length);
    this.#goalStamp = new Uint32Array(grid.blocked.length);
    this.#goalSide = new Uint8Array(grid.blocked.length);
  }

  /** Forgets where routes may dock at a node: it has moved. */
  moved(node: number): void {
    this.#docks[node] = undefined;
  }

  /**
   * @param home - From where to where the lanes of the two nodes reach: elsewhere the way is dearer.
   * @param shared - How much dearer than usual it is to run along with another flow.
   * @param limit - What it may cost at the most: ways that are dearer are not of interest.
   * @returns `undefined` if there is no such way; without a limit, that happens only between nodes that are buried under
   * others.
   */
  find(from: number, to: number, home: Home, shared = 1, limit = Number.POSITIVE_INFINITY): Path | undefined {
    const { blocked, near } = this.#grid;
    const { acrossAt, downAt, rightOf, below } = this.#wires;
    const [xs, ys, width, height] = [this.#xs, this.#ys, this.#xs.length, this.#ys.length];
    const perShared = SHARED * shared;
    const [top, bottom] = home;
    const [stamp, best, goal, goalStamp, goalSide] = [
      this.#stamp,
      this.#best,
      this.#goal,
      this.#goalStamp,
      this.#goalSide,
    ];
    const now = ++this.#now;
    this.#target = this.#sites[to]!.rect;
    this.#heap.length = 0;
    this.#keys.length = 0;
    for (const { vertex, side, cost } of this.#docksOf(to)) {
      goalStamp[vertex] = now;
      goalSide[vertex] = side;
      goal[vertex] = cost + COSTS.in[side]! + this.#wires.crowd(to, side, false);
    }
    for (const { vertex, side, cost } of this.#docksOf(from)) {
      this.#push(vertex * 4 + side, cost + COSTS.out[side]! + this.#wires.crowd(from, side, true), -1 - side);
    }

    let end = -1;
    let least = limit;
    while (this.#heap.length > 0) {
      const key = this.#keys[0]!;
      if (key >= least) break;
      const state = this.#pop();
      // A state that was reached more cheaply since has been dealt with already.
      if (stamp[state] !== now || best[state]! < 0) continue;
      const cost = best[state]!;
      best[state] = -1 - cost;
      this.work++;
      const vertex = state >> 2;
      const way = state & 3;
      const column = vertex % width;
      const row = (vertex - column) / width;
      // A corner beside a node leaves no room for an arrowhead.
      const corner = BEND + near[vertex]! * CLOSE;
      const over = ((way & 1) === 0 ? downAt : acrossAt)[vertex]! * CROSSING;
      if (goalStamp[vertex] === now && goalSide[vertex] !== way) {
        const last = cost + goal[vertex]! + (goalSide[vertex] === (way ^ 2) ? over : corner);
        if (last < least) [least, end] = [last, state];
      }
      for (let next = 0; next < 4; next++) {
        if (next === (way ^ 2)) continue;
        const nextColumn = next === 0 ? column + 1 : next === 2 ? column - 1 : column;
        const nextRow = next === 1 ? row + 1 : next === 3 ? row - 1 : row;
        if (nextColumn < 0 || nextColumn >= width || nextRow < 0 || nextRow >= height) continue;
        const nextVertex = nextRow * width + nextColumn;
        if (blocked[nextVertex]) continue;
        const first = next < 2 ? vertex : nextVertex;
        let step = next === way ? over : corner;
        const y = ys[nextRow]!;
        let length: number;
        if ((next & 1) === 0) {
          length = Math.abs(xs[nextColumn]! - xs[column]!);
          step += rightOf[first]! * perShared;
          if (y < top || y > bottom) step += length * ABROAD;
        } else {
          length = Math.abs(y - ys[row]!);
          step += below[first]! * perShared;
          if (y < top || y > bottom) step += length * ABROAD + (ys[row]! >= top && ys[row]! <= bottom ? BORDER : 0);
        }
        this.#push(nextVertex * 4 + next, cost + step + length * LENGTH + near[nextVertex]! * CLOSE, state);
      }
    }
    return end < 0 ? undefined : this.#trace(end, from, to, home);
  }

  /** Notes that a state can be reached at a cost, if that is news. */
  #push(state: number, cost: number, via: number): void {
    if (this.#stamp[state] === this.#now) {
      const known = this.#best[state]!;
      if ((known < 0 ? -1 - known : known) <= cost) return;
    }
    this.#stamp[state] = this.#now;
    this.#best[state] = cost;
    this.#from[state] = via;
    const vertex = state >> 2;
    const column = vertex % this.#xs.length;
    const key = cost + this.#ahead(this.#xs[column]!, this.#ys[(vertex - column) / this.#xs.length]!, state & 3);
    const [heap, keys] = [this.#heap, this.#keys];
    let i = heap.length;
    heap.push(state);
    keys.push(key);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (keys[parent]! <= key) break;
      heap[i] = heap[parent]!;
      keys[i] = keys[parent]!;
      i = parent;
    }
    heap[i] = state;
    keys[i] = key;
  }

  /** What the way to the target costs at the least: how far it is, and how often one has to turn. */
  #ahead(x: number, y: number, way: number): number {
    const { x: left, y: top, width, height } = this.#target;
    const right = left + width;
    const bottom = top + height;
    const dx = x < left ? left - x : x > right ? x - right : 0;
    const dy = y < top ? top - y : y > bottom ? y - bottom : 0;
    let bends: number;
    if (way === 0) bends = x <= left ? (dy === 0 ? 0 : 1) : x < right ? 1 : 2;
    else if (way === 2) bends = x >= right ? (dy === 0 ? 0 : 1) : x > left ? 1 : 2;
    else if (way === 1) bends = y <= top ? (dx === 0 ? 0 : 1) : y < bottom ? 1 : 2;
    else bends = y >= bottom ? (dx === 0 ? 0 : 1) : y > top ? 1 : 2;
    return (dx + dy) * LENGTH + bends * BEND;
  }

  #pop(): number {
    const [heap, keys] = [this.#heap, this.#keys];
    const top = heap[0]!;
    const state = heap.pop()!;
    const key = keys.pop()!;
    const count = heap.length;
    if (count === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= count) break;
      if (child + 1 < count && keys[child + 1]! < keys[child]!) child++;
      if (keys[child]! >= key) break;
      heap[i] = heap[child]!;
      keys[i] = keys[child]!;
      i = child;
    }
    heap[i] = state;
    keys[i] = key;
    return top;
  }

  #trace(end: number, from: number, to: number, home: Home): Path {
    let count = 0;
    let state = end;
    for (; state >= 0; state = this.#from[state]!) count++;
    const out = -1 - state;
    const into = this.#goalSide[end >> 2]!;
    const vertices = new Int32Array(count);
    state = end;
    for (let i = count - 1; i >= 0; i--) {
      vertices[i] = state >> 2;
      state = this.#from[state]!;
    }
    return this.priced(vertices, out, into, from, to, home);
  }

  /** The path along some vertices, with what it costs. */
  priced(vertices: Int32Array, out: number, into: number, from: number, to: number, home: Home): Path {
    const docks = this.#dockCost(from, vertices[0]!, out) + this.#dockCost(to, vertices[vertices.length - 1]!, into);
    const cost = COSTS.out[out]! + COSTS.in[into]! + docks + this.#costOf(vertices, out, into, home);
    return { vertices, out, in: into, cost };
  }

  /** What a way costs by itself, without its docks. */
  #costOf(vertices: Int32Array, out: number, into: number, [top, bottom]: Home): number {
    const width = this.#xs.length;
    let cost = 0;
    let before = out;
    for (let i = 1; i < vertices.length; i++) {
      const [a, b] = [vertices[i - 1]!, vertices[i]!];
      const next = way(a, b, width);
      if (next !== before) cost += BEND + this.#grid.near[a]! * CLOSE;
      before = next;
      const [ya, yb] = [this.#ys[(a / width) | 0]!, this.#ys[(b / width) | 0]!];
      const length = next % 2 === 0 ? Math.abs(this.#xs[a % width]! - this.#xs[b % width]!) : Math.abs(ya - yb);
      cost += length * LENGTH + this.#grid.near[b]! * CLOSE;
      if (yb >= top && yb <= bottom) continue;
      cost += length * ABROAD + (next % 2 === 1 && ya >= top && ya <= bottom ? BORDER : 0);
    }
    if (before !== (into ^ 2)) cost += BEND + this.#grid.near[vertices[vertices.length - 1]!]! * CLOSE;
    return cost;
  }

  #dockCost(node: number, vertex: number, side: number): number {
    for (const dock of this.#docksOf(node)) if (dock.vertex === vertex && dock.side === side) return dock.cost;
    return 0;
  }

  #docksOf(node: number): readonly Dock[] {
    const known = this.#docks[node];
    if (known) return known;
    const docks = docksOf(this.#sites[node]!, this.#grid);
    this.#docks[node] = docks;
    return docks;
  }
}
