import { crosses, type Meeting, meetings } from "./braid.ts";
import { COSTS, crowding } from "./costs.ts";
import { opposite, type Path, way } from "./path.ts";

const NONE: readonly number[] = [];

/** What is laid on the grid: each flow's path, and who runs where. Changed in place while a drawing is made. */
export class Wires {
  readonly width: number;
  /** By flow; nothing for one that is not laid. */
  readonly paths: (Path | undefined)[];
  /** By vertex: how many run straight through it from side to side, and up or down. */
  readonly acrossAt: Uint16Array;
  readonly downAt: Uint16Array;
  /** By vertex: how many run along the edge to its right, and along the one below it. */
  readonly rightOf: Uint16Array;
  readonly below: Uint16Array;
  /** By node × 4 + side: how many leave and arrive there. */
  readonly leaving: Uint16Array;
  readonly arriving: Uint16Array;
  readonly #pointed: readonly boolean[];
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #at: (number[] | undefined)[];
  /** By flow, the last search that met it: no search looks at one twice. */
  readonly #met: Uint32Array;
  #search = 0;

  /**
   * @param width - How many vertices a row of the grid has.
   * @param vertices - How many vertices the grid has.
   * @param pointed - By node: whether its sides are corners.
   * @param from - By flow, the node it leaves.
   * @param to - By flow, the node it reaches.
   */
  constructor(width: number, vertices: number, pointed: readonly boolean[], from: Int32Array, to: Int32Array) {
    this.width = width;
    this.paths = Array.from(from, () => undefined);
    this.acrossAt = new Uint16Array(vertices);
    this.downAt = new Uint16Array(vertices);
    this.rightOf = new Uint16Array(vertices);
    this.below = new Uint16Array(vertices);
    this.leaving = new Uint16Array(pointed.length * 4);
    this.arriving = new Uint16Array(pointed.length * 4);
    this.#pointed = pointed;
    this.#from = from;
    this.#to = to;
    this.#at = [];
    this.#met = new Uint32Array(from.length);
  }

  /** Lays a path. Its cost so far is what it adds: `costOf`, before or after. */
  lay(flow: number, path: Path): void {
    this.paths[flow] = path;
    this.#count(flow, path, 1);
    for (const vertex of path.vertices) {
      const here = this.#at[vertex];
      if (here === undefined) this.#at[vertex] = [flow];
      else here.push(flow);
    }
  }

  /** Takes a flow's path up again. */
  lift(flow: number): void {
    const path = this.paths[flow];
    if (path === undefined) return;
    this.paths[flow] = undefined;
    this.#count(flow, path, -1);
    for (const vertex of path.vertices) {
      const here = this.#at[vertex]!;
      const last = here.pop()!;
      if (last !== flow) here[here.indexOf(flow)] = last;
    }
  }

  /** The flows laid through a vertex, in no particular order. */
  through(vertex: number): readonly number[] {
    return this.#at[vertex] ?? NONE;
  }

  /** Every place where a laid flow meets a path (other than its own). */
  meet(path: Path, flow: number): readonly (readonly [other: number, meeting: Meeting])[] {
    return this.#others(path, flow).flatMap((other) =>
      meetings(path, this.paths[other]!, this.width).map((meeting) => [other, meeting] as const),
    );
  }

  /** How often a path has to cross what is laid. */
  crossings(path: Path, flow: number): number {
    let count = 0;
    for (const other of this.#others(path, flow)) {
      for (const meeting of meetings(path, this.paths[other]!, this.width)) if (crosses(meeting)) count++;
    }
    return count;
  }

  /** The flows laid where a path runs, each once. */
  #others(path: Path, flow: number): readonly number[] {
    const search = ++this.#search;
    this.#met[flow] = search;
    const others: number[] = [];
    for (const vertex of path.vertices) {
      for (const other of this.through(vertex)) {
        if (this.#met[other] === search) continue;
        this.#met[other] = search;
        others.push(other);
      }
    }
    return others;
  }

  /** What a path adds to the cost of the drawing; the flow itself must not be laid. */
  costOf(flow: number, path: Path): number {
    return (
      path.cost +
      this.crossings(path, flow) * COSTS.crossing +
      this.#shared(path) * COSTS.shared +
      this.#sides(flow, path)
    );
  }

  /** Whether a laid flow shares a corner of a diamond with another. */
  cramped(flow: number, path: Path): boolean {
    const shared = (node: number, side: number) =>
      this.#pointed[node]! && this.leaving[node * 4 + side]! + this.arriving[node * 4 + side]! > 1;
    return shared(this.#from[flow]!, path.out) || shared(this.#to[flow]!, path.in);
  }

  /** What one more flow at a side of a node would cost. */
  crowd(node: number, side: number, leaves: boolean): number {
    const at = node * 4 + side;
    const leaving = this.leaving[at]!;
    const arriving = this.arriving[at]!;
    if (leaving + arriving === 0) return 0;
    const pointed = this.#pointed[node]!;
    const more = leaves ? crowding(leaving + 1, arriving, pointed) : crowding(leaving, arriving + 1, pointed);
    return more - crowding(leaving, arriving, pointed);
  }

  #sides(flow: number, path: Path): number {
    return this.crowd(this.#from[flow]!, path.out, true) + this.crowd(this.#to[flow]!, path.in, false);
  }

  #shared({ vertices }: Path): number {
    let count = 0;
    for (let i = 1; i < vertices.length; i++) {
      const first = Math.min(vertices[i - 1]!, vertices[i]!);
      const level = Math.abs(vertices[i]! - vertices[i - 1]!) === 1;
      count += (level ? this.rightOf : this.below)[first]!;
    }
    return count;
  }

  #count(flow: number, { vertices, out, in: into }: Path, by: 1 | -1): void {
    const last = vertices.length - 1;
    let came = out;
    for (let i = 0; i <= last; i++) {
      const vertex = vertices[i]!;
      const next = i === last ? -1 : vertices[i + 1]!;
      const onward = i === last ? opposite(into) : way(vertex, next, this.width);
      const level = (onward & 1) === 0;
      if (came === onward) (level ? this.acrossAt : this.downAt)[vertex]! += by;
      if (i < last) (level ? this.rightOf : this.below)[onward < 2 ? vertex : next]! += by;
      came = onward;
    }
    this.leaving[this.#from[flow]! * 4 + out]! += by;
    this.arriving[this.#to[flow]! * 4 + into]! += by;
  }
}
