import type { Rect } from "../model/geometry.ts";

/** How large the squares are by which boxes are found, in pixels. */
const CELL = 160;
/** How many squares lie below each other, at the most: more than anybody draws. */
const ROW = 1_000_003;

/** Boxes, found by where they are. */
export class Cells<T extends Rect> {
  readonly #cells = new Map<number, T[]>();
  readonly #air: number;

  /** @param air - How near to a box others count as lying on it, in pixels. */
  constructor(boxes: readonly T[], air: number) {
    this.#air = air;
    for (const box of boxes) this.add(box);
  }

  /** Adds one more box. */
  add(box: T): void {
    this.#near(box, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
    });
  }

  /** Whether anything lies there. */
  hits(box: Rect): boolean {
    let found = false;
    this.#near(box, (key) => {
      found ||= this.#cells.get(key)?.some((other) => overlap(box, other, this.#air)) ?? false;
    });
    return found;
  }

  /** How many of the boxes there are of some sort. */
  count(box: Rect, which: (other: T) => boolean): number {
    return this.under(box).filter(which).length;
  }

  /** The boxes that lie there, each once. */
  under(box: Rect): readonly T[] {
    const met = new Set<T>();
    this.#near(box, (key) => {
      for (const other of this.#cells.get(key) ?? []) if (overlap(box, other, this.#air)) met.add(other);
    });
    return [...met];
  }

  #near({ x, y, width, height }: Rect, visit: (key: number) => void): void {
    for (let i = Math.floor((x - this.#air) / CELL); i <= Math.floor((x + width + this.#air) / CELL); i++) {
      for (let j = Math.floor((y - this.#air) / CELL); j <= Math.floor((y + height + this.#air) / CELL); j++)
        visit(i * ROW + j);
    }
  }
}

function overlap(a: Rect, b: Rect, air: number): boolean {
  return (
    a.x < b.x + b.width + air && b.x < a.x + a.width + air && a.y < b.y + b.height + air && b.y < a.y + a.height + air
  );
}
