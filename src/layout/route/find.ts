import { COSTS } from "./costs.ts";
import { firstAtLeast, type Grid } from "./grid.ts";
import type { Path } from "./path.ts";
import type { Site } from "./site.ts";
import type { Wires } from "./wires.ts";

/** A place beside a node where a route may begin or end: the first vertex outside, and the side it belongs to. */
interface Dock {
  readonly vertex: number;
  readonly side: number;
  readonly cost: number;
}

/** From where to where the lanes of a flow's two ends reach. */
export type Home = readonly [top: number, bottom: number];

const inside = (y: number, [top, bottom]: Home) => y >= top && y <= bottom;

/** How far from its corner a line docks at a side, and what it costs to dock off the middle, by pixel. */
const CORNER = 10;
const OFF_MIDDLE = 0.6;

/**
 * Finds the cheapest way between two nodes on a grid (A*, over vertices and the way one arrives there), given what is
 * laid already. One finder is made for a grid and used for all of its flows.
 */
export class Finder {
  readonly #grid: Grid;
  readonly #wires: Wires;
  readonly #sites: readonly Site[];
  readonly #docks: (readonly Dock[])[] = [];
  readonly #best: Float64Array;
  readonly #from: Int32Array;
  readonly #stamp: Uint32Array;
  readonly #goal: Float64Array;
  readonly #goalStamp: Uint32Array;
  readonly #heap: number[] = [];
  readonly #heapKeys: number[] = [];
  #now = 0;
  /** How many states have been looked at, ever: the measure of work. */
  work = 0;

  constructor(grid: Grid, wires: Wires, sites: readonly Site[]) {
    this.#grid = grid;
    this.#wires = wires;
    this.#sites = sites;
    const states = grid.blocked.length * 4;
    this.#best = new Float64Array(states);
    this.#from = new Int32Array(states);
    this.#stamp = new Uint32Array(states);
    this.#goal = new Float64Array(states);
    this.#goalStamp = new Uint32Array(states);
  }

  /** Forgets where routes may dock at a node: it has moved. */
  moved(node: number): void {
    this.#docks[node] = undefined!;
  }

  /**
   * @param home - From where to where the lanes of the two nodes reach: elsewhere the way is dearer.
   * @param shared - How much dearer than usual it is to run along with another flow.
   * @returns `undefined` if there is no way at all, which happens only between nodes that are buried under others.
   */
  find(from: number, to: number, home: Home, shared = 1): Path | undefined {
    const { xs, ys, blocked } = this.#grid;
    const { acrossAt, downAt, rightOf, below } = this.#wires;
    const width = xs.length;
    const height = ys.length;
    const now = ++this.#now;
    const target = this.#sites[to]!.rect;
    const [left, right] = [target.x, target.x + target.width];
    const [top, bottom] = [target.y, target.y + target.height];

    const ahead = (x: number, y: number, way: number): number => {
      const dx = x < left ? left - x : x > right ? x - right : 0;
      const dy = y < top ? top - y : y > bottom ? y - bottom : 0;
      let bends: number;
      if (way % 2 === 0) {
        const towards = way === 0 ? x <= left : x >= right;
        bends = towards ? (dy === 0 ? 0 : 1) : way === 0 ? (x < right ? 1 : 2) : x > left ? 1 : 2;
      } else {
        const towards = way === 1 ? y <= top : y >= bottom;
        bends = towards ? (dx === 0 ? 0 : 1) : way === 1 ? (y < bottom ? 1 : 2) : y > top ? 1 : 2;
      }
      return (dx + dy) * COSTS.length + bends * COSTS.bend;
    };
    const push = (state: number, cost: number, via: number) => {
      if (this.#stamp[state] === now && this.#best[state]! <= cost) return;
      this.#stamp[state] = now;
      this.#best[state] = cost;
      this.#from[state] = via;
      const vertex = state >> 2;
      this.#pushHeap(state, cost + ahead(xs[vertex % width]!, ys[(vertex / width) | 0]!, state & 3));
    };

    for (const { vertex, side, cost } of this.#docksOf(to)) {
      const state = vertex * 4 + (side ^ 2);
      const total = cost + COSTS.in[side]! + this.#wires.crowd(to, side, false);
      if (this.#goalStamp[state] !== now || this.#goal[state]! > total) {
        this.#goalStamp[state] = now;
        this.#goal[state] = total;
      }
    }
    this.#heap.length = 0;
    this.#heapKeys.length = 0;
    for (const { vertex, side, cost } of this.#docksOf(from)) {
      push(vertex * 4 + side, cost + COSTS.out[side]! + this.#wires.crowd(from, side, true), -1 - side);
    }

    let bestEnd = -1;
    let bestCost = Number.POSITIVE_INFINITY;
    while (this.#heap.length > 0) {
      const key = this.#heapKeys[0]!;
      if (key >= bestCost) break;
      const state = this.#popHeap();
      const cost = this.#best[state]!;
      const vertex = state >> 2;
      const way = state & 3;
      const column = vertex % width;
      const row = (vertex / width) | 0;
      if (cost + ahead(xs[column]!, ys[row]!, way) < key - 1e-6) continue;
      this.work++;
      const level = way % 2 === 0;
      const over = (level ? downAt : acrossAt)[vertex]! * COSTS.crossing;
      if (this.#goalStamp[state] === now && cost + over + this.#goal[state]! < bestCost) {
        bestCost = cost + over + this.#goal[state]!;
        bestEnd = state;
      }
      for (let next = 0; next < 4; next++) {
        if (next === (way ^ 2)) continue;
        const nextColumn = next === 0 ? column + 1 : next === 2 ? column - 1 : column;
        const nextRow = next === 1 ? row + 1 : next === 3 ? row - 1 : row;
        if (nextColumn < 0 || nextColumn >= width || nextRow < 0 || nextRow >= height) continue;
        const nextVertex = nextRow * width + nextColumn;
        if (blocked[nextVertex]) continue;
        const along =
          next === 0
            ? rightOf[vertex]!
            : next === 1
              ? below[vertex]!
              : next === 2
                ? rightOf[nextVertex]!
                : below[nextVertex]!;
        const length = next % 2 === 0 ? Math.abs(xs[nextColumn]! - xs[column]!) : Math.abs(ys[nextRow]! - ys[row]!);
        const turn = next === way ? over : COSTS.bend;
        const away = ys[nextRow]! < home[0] || ys[nextRow]! > home[1];
        const abroad = away ? length * COSTS.abroad + (next % 2 === 1 && inside(ys[row]!, home) ? COSTS.border : 0) : 0;
        push(
          nextVertex * 4 + next,
          cost + turn + length * COSTS.length + abroad + along * COSTS.shared * shared,
          state,
        );
      }
    }
    return bestEnd < 0 ? undefined : this.#trace(bestEnd, from, to, home);
  }

  #trace(end: number, from: number, to: number, home: Home): Path {
    const { xs, ys } = this.#grid;
    const states: number[] = [];
    let state = end;
    while (state >= 0) {
      states.push(state);
      state = this.#from[state]!;
    }
    states.reverse();
    const out = -1 - state;
    const into = (end & 3) ^ 2;
    const vertices = Int32Array.from(states, (each) => each >> 2);
    const first = this.#docksOf(from).find((dock) => dock.vertex === vertices[0] && dock.side === out)!;
    const last = this.#docksOf(to).find((dock) => dock.vertex === vertices.at(-1) && dock.side === into)!;
    let cost = first.cost + last.cost + COSTS.out[out]! + COSTS.in[into]!;
    for (let i = 1; i < states.length; i++) {
      const [a, b] = [vertices[i - 1]!, vertices[i]!];
      if ((states[i]! & 3) !== (states[i - 1]! & 3)) cost += COSTS.bend;
      const [ax, bx] = [a % xs.length, b % xs.length];
      const [ay, by] = [(a / xs.length) | 0, (b / xs.length) | 0];
      const length = Math.abs(xs[ax]! - xs[bx]!) + Math.abs(ys[ay]! - ys[by]!);
      cost += length * COSTS.length;
      if (!inside(ys[by]!, home))
        cost += length * COSTS.abroad + (ay !== by && inside(ys[ay]!, home) ? COSTS.border : 0);
    }
    return { vertices, out, in: into, cost };
  }

  #docksOf(node: number): readonly Dock[] {
    this.#docks[node] ??= this.#makeDocks(this.#sites[node]!);
    return this.#docks[node]!;
  }

  #makeDocks({ rect, caption, pointed }: Site): readonly Dock[] {
    const { xs, ys, blocked } = this.#grid;
    const { x, y, width, height } = rect;
    const docks: Dock[] = [];
    const add = (column: number, row: number, side: number, off: number) => {
      if (column < 0 || column >= xs.length || row < 0 || row >= ys.length) return;
      const vertex = row * xs.length + column;
      if (!blocked[vertex]) docks.push({ vertex, side, cost: off < 0.5 ? 0 : 20 + off * OFF_MIDDLE });
    };
    const reach = (size: number) => (pointed ? 0.5 : Math.max(0.5, size / 2 - CORNER));
    const middleY = y + height / 2;
    const [before, after] = [firstAtLeast(xs, x) - 1, firstAfter(xs, x + width)];
    for (let j = firstAtLeast(ys, middleY - reach(height)); j < ys.length && ys[j]! <= middleY + reach(height); j++) {
      add(after, j, 0, Math.abs(ys[j]! - middleY));
      add(before, j, 2, Math.abs(ys[j]! - middleY));
    }
    const middleX = x + width / 2;
    const [above, under] = [firstAtLeast(ys, y) - 1, firstAfter(ys, y + height)];
    for (let i = firstAtLeast(xs, middleX - reach(width)); i < xs.length && xs[i]! <= middleX + reach(width); i++) {
      if (caption === undefined) add(i, under, 1, Math.abs(xs[i]! - middleX));
      add(i, above, 3, Math.abs(xs[i]! - middleX));
    }
    return docks;
  }

  #pushHeap(state: number, key: number): void {
    const [heap, keys] = [this.#heap, this.#heapKeys];
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

  #popHeap(): number {
    const [heap, keys] = [this.#heap, this.#heapKeys];
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
}

function firstAfter(sorted: Float64Array, value: number): number {
  let i = firstAtLeast(sorted, value);
  while (i < sorted.length && sorted[i] === value) i++;
  return i;
}
