import type { Rect } from "../model/geometry.ts";

/** How large the squares are by which boxes are found, in pixels. */
const CELL = 160;
/** How many squares lie below each other, at the most: more than anybody draws. */
const ROW = 1_000_003;

/** Boxes, found by where they are. */
export class Cells<T extends Rect> {
  readonly #boxes: T[] = [];
  /** By square, the places of the boxes that reach into it. */
  readonly #cells = new Map<number, number[]>();
  readonly #air: number;
  /** By box, the last search that met it: one that reaches into several squares is met once. */
  readonly #met: number[] = [];
  #search = 0;

  /** @param air - How near to a box others count as lying on it, in pixels. */
  constructor(boxes: readonly T[], air: number) {
    this.#air = air;
    for (const box of boxes) this.add(box);
  }

  /** Adds one more box. */
  add(box: T): void {
    const place = this.#boxes.push(box) - 1;
    this.#met.push(0);
    const [left, right, top, bottom] = this.#reach(box);
    for (let i = left; i <= right; i++) {
      for (let j = top; j <= bottom; j++) {
        const key = i * ROW + j;
        const cell = this.#cells.get(key);
        if (cell) cell.push(place);
        else this.#cells.set(key, [place]);
      }
    }
  }

  /** Whether anything lies there. */
  hits(box: Rect): boolean {
    const [left, right, top, bottom] = this.#reach(box);
    for (let i = left; i <= right; i++) {
      for (let j = top; j <= bottom; j++) {
        const cell = this.#cells.get(i * ROW + j);
        if (cell === undefined) continue;
        for (const place of cell) if (overlap(box, this.#boxes[place]!, this.#air)) return true;
      }
    }
    return false;
  }

  /** How many of the boxes there are of some sort. */
  count(box: Rect, which: (other: T) => boolean): number {
    return this.under(box).filter(which).length;
  }

  /** The boxes that lie there, each once. */
  under(box: Rect): readonly T[] {
    const found: T[] = [];
    const search = ++this.#search;
    const [left, right, top, bottom] = this.#reach(box);
    for (let i = left; i <= right; i++) {
      for (let j = top; j <= bottom; j++) {
        const cell = this.#cells.get(i * ROW + j);
        if (cell === undefined) continue;
        for (const place of cell) {
          if (this.#met[place] === search) continue;
          this.#met[place] = search;
          const other = this.#boxes[place]!;
          if (overlap(box, other, this.#air)) found.push(other);
        }
      }
    }
    return found;
  }

  #reach({ x, y, width, height }: Rect): readonly [left: number, right: number, top: number, bottom: number] {
    const air = this.#air;
    return [
      Math.floor((x - air) / CELL),
      Math.floor((x + width + air) / CELL),
      Math.floor((y - air) / CELL),
      Math.floor((y + height + air) / CELL),
    ];
  }
}

function overlap(a: Rect, b: Rect, air: number): boolean {
  return (
    a.x < b.x + b.width + air && b.x < a.x + a.width + air && a.y < b.y + b.height + air && b.y < a.y + a.height + air
  );
}
