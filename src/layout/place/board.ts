import type { Direction, Rect } from "../../model/geometry.ts";
import type { ProcessNode } from "../../model/process.ts";
import type { Links } from "../flows.ts";
import { Finder, type Home } from "../route/find.ts";
import type { Grid } from "../route/grid.ts";
import type { Path } from "../route/path.ts";
import { type Site, siteOf } from "../route/site.ts";
import { Wires } from "../route/wires.ts";

/** Where a node is on the board. */
export interface Cell {
  readonly column: number;
  /** Counted from the top of the drawing, through all lanes. */
  readonly row: number;
}

/** A node's place before there is a board: its column, and its row in its lane, which may be negative. */
export interface Spot {
  readonly column: number;
  readonly row: number;
}

/** Distances between the lines of a board, in pixels. */
export interface Pitch {
  readonly column: number;
  readonly row: number;
  readonly spare: number;
  readonly border: number;
}

/** Columns and rows have room for a node, spare rows are those that nobody uses, borders lie between lanes. */
const PITCH: Readonly<Record<Direction, Pitch>> = {
  right: { column: 250, row: 130, spare: 40, border: 50 },
  down: { column: 150, row: 230, spare: 40, border: 50 },
};
/** A node and the cell it might go to. */
export type Move = readonly [node: number, cell: Cell];

/** How much of a cell a node fills at the most, whatever its size: channels between cells stay free. */
const FILL = 0.9;
/** Columns that stay free at either end, and rows that stay free above and below those in use. */
const SPARE = 1;

/**
 * A drawing in the rough: nodes in cells, a line through the middle of every row and column and one in every channel
 * between them, and the flows laid on these lines. Changed in place while a good arrangement is looked for.
 */
export class Board {
  readonly grid: Grid;
  readonly sites: Site[];
  readonly wires: Wires;
  readonly finder: Finder;
  readonly homes: readonly Home[];
  readonly columns: number;
  /** By row, its lane. */
  readonly laneOf: readonly number[];
  readonly cells: Cell[];
  readonly lane: readonly number[];
  readonly links: Links;
  readonly pitch: Pitch;
  /** By node, its stage (-1 for none): stages have columns of their own. */
  readonly stage: Int32Array;
  readonly #stages: number;
  readonly #occupant: Int32Array;
  readonly #xs: readonly number[];
  readonly #ys: readonly number[];
  readonly #sizes: readonly Rect[];
  readonly #heights: readonly number[];
  readonly #rowLine: readonly number[];
  readonly #laneOfLine: readonly number[];
  readonly #used: Int32Array;
  #rowsUsed = 0;

  constructor(
    nodes: readonly ProcessNode[],
    links: Links,
    lane: readonly number[],
    lanes: number,
    spots: readonly Spot[],
    direction: Direction,
    stage: Int32Array = new Int32Array(nodes.length).fill(-1),
  ) {
    const pitch = PITCH[direction];
    this.links = links;
    this.pitch = pitch;
    this.stage = stage;
    this.#stages = stage.reduce((most, each) => Math.max(most, each + 1), 0);
    this.lane = lane;
    const leftmost = spots.reduce((least, { column }) => Math.min(least, column), 0) - SPARE;
    this.columns = spots.reduce((most, { column }) => Math.max(most, column), 0) + SPARE - leftmost + 1;
    const used = usedRows(lanes, lane, spots);
    const laneOf: number[] = [];
    const first: number[] = [];
    const xs: number[] = [];
    const ys: number[] = [];
    const rowYs: number[] = [];
    const rowHeights: number[] = [];
    const rowLine: number[] = [];
    const laneOfLine: number[] = [];
    const reach: Home[] = [];
    for (let column = 0; column < this.columns; column++) xs.push(column * pitch.column, (column + 0.5) * pitch.column);
    xs.push(this.columns * pitch.column);
    let y = 0;
    used.forEach(({ from, to, rows }, index) => {
      first.push(laneOf.length - from);
      const top = y;
      y += pitch.border / 2;
      ys.push(y);
      for (let row = from; row <= to; row++) {
        const high = rows.has(row) ? pitch.row : pitch.spare;
        rowYs.push(y + high / 2);
        rowHeights.push(high);
        rowLine.push(ys.length);
        ys.push(y + high / 2, y + high);
        y += high;
        laneOf.push(index);
      }
      y += pitch.border / 2;
      reach.push([top, y]);
      while (laneOfLine.length < ys.length) laneOfLine.push(index);
    });
    this.laneOf = laneOf;
    this.#xs = Array.from({ length: this.columns }, (_, column) => (column + 0.5) * pitch.column);
    this.#ys = rowYs;
    this.#heights = rowHeights;
    this.#rowLine = rowLine;
    this.#laneOfLine = laneOfLine;
    this.#used = new Int32Array(laneOf.length);
    this.grid = {
      xs: Float64Array.from(xs),
      ys: Float64Array.from(ys),
      blocked: new Uint8Array(xs.length * ys.length),
      near: new Uint8Array(xs.length * ys.length),
    };
    this.#occupant = new Int32Array(this.columns * laneOf.length).fill(-1);
    this.cells = spots.map(({ column, row }, i) => ({ column: column - leftmost, row: row + first[lane[i]!]! }));
    this.sites = nodes.map((node) => siteOf(node, 0, 0, direction));
    this.#sizes = this.sites.map(({ rect }) => rect);
    this.wires = new Wires(
      xs.length,
      this.grid.blocked.length,
      this.sites.map(({ pointed }) => pointed),
      links.from,
      links.to,
    );
    this.finder = new Finder(this.grid, this.wires, this.sites);
    this.homes = Array.from(links.from, (from, flow): Home => {
      const [a, b] = [reach[lane[from]!]!, reach[lane[links.to[flow]!]!]!];
      return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
    });
    this.cells.forEach((cell, node) => {
      this.put(node, cell);
    });
  }

  get rows(): number {
    return this.laneOf.length;
  }

  /** How many rows have nodes. */
  get rowsUsed(): number {
    return this.#rowsUsed;
  }

  /** How many rows would have nodes after some moves. */
  rowsUsedAfter(moves: readonly Move[]): number {
    const used = this.#used;
    let count = this.#rowsUsed;
    for (const [node, { row }] of moves) {
      if (--used[this.cells[node]!.row]! === 0) count--;
      if (used[row]!++ === 0) count++;
    }
    for (const [node, { row }] of moves) {
      used[this.cells[node]!.row]!++;
      used[row]!--;
    }
    return count;
  }

  /** How far apart the middles of two cells are, in pixels. */
  apart(a: Cell, b: Cell): readonly [across: number, down: number] {
    return [Math.abs(this.#xs[a.column]! - this.#xs[b.column]!), Math.abs(this.#ys[a.row]! - this.#ys[b.row]!)];
  }

  /** A laid flow's path as it is after both of its ends have moved alike; nothing if something is in its way there. */
  carried(flow: number, path: Path, columns: number, rows: number): Path | undefined {
    const width = this.grid.xs.length;
    const vertices = path.vertices.map((vertex) => vertex + 2 * columns + 2 * rows * width);
    const fits = vertices.every((vertex, i) => {
      const column = (path.vertices[i]! % width) + 2 * columns;
      if (column < 0 || column >= width || this.grid.blocked[vertex] !== 0) return false;
      return this.#laneOfLine[(vertex / width) | 0] === this.#laneOfLine[(path.vertices[i]! / width) | 0];
    });
    if (!fits) return undefined;
    if (rows === 0) return { ...path, vertices };
    const [from, to] = [this.links.from[flow]!, this.links.to[flow]!];
    return this.finder.priced(vertices, path.out, path.in, from, to, this.homes[flow]!);
  }

  /** The node in a cell, or -1. */
  at({ column, row }: Cell): number {
    return this.#occupant[row * this.columns + column]!;
  }

  /** The grid's vertex in the middle of a cell. */
  vertexAt({ column, row }: Cell): number {
    return this.#rowLine[row]! * this.grid.xs.length + 2 * column + 1;
  }

  /** Whether a node may be in a cell, if nothing else is there. */
  allows(node: number, { column, row }: Cell): boolean {
    return column >= 0 && column < this.columns && this.laneOf[row] === this.lane[node];
  }

  /** Whether stages still come one after the other if nodes move to other cells. */
  keepsStages(moves: readonly Move[]): boolean {
    if (this.#stages < 2) return true;
    if (moves.every(([node, { column }]) => this.stage[node]! < 0 || column === this.cells[node]!.column)) return true;
    const first = new Int32Array(this.#stages).fill(this.columns);
    const last = new Int32Array(this.#stages).fill(-1);
    const moved = new Map(moves);
    this.cells.forEach((cell, node) => {
      const own = this.stage[node]!;
      if (own < 0) return;
      const { column } = moved.get(node) ?? cell;
      first[own] = Math.min(first[own]!, column);
      last[own] = Math.max(last[own]!, column);
    });
    let reached = -1;
    for (let each = 0; each < this.#stages; each++) {
      if (first[each]! <= reached) return false;
      reached = Math.max(reached, last[each]!);
    }
    return true;
  }

  /** Takes nodes off their cells. */
  clear(nodes: readonly number[]): void {
    for (const node of nodes) {
      const cell = this.cells[node]!;
      this.#occupant[cell.row * this.columns + cell.column] = -1;
      this.grid.blocked[this.vertexAt(cell)] = 0;
      if (--this.#used[cell.row]! === 0) this.#rowsUsed--;
    }
  }

  /** Puts a node into a free cell. */
  put(node: number, cell: Cell): void {
    this.cells[node] = cell;
    this.#occupant[cell.row * this.columns + cell.column] = node;
    this.grid.blocked[this.vertexAt(cell)] = 1;
    const site = this.sites[node]!;
    const width = Math.min(this.#sizes[node]!.width, this.pitch.column * FILL);
    const height = Math.min(this.#sizes[node]!.height, this.#heights[cell.row]! * FILL);
    const rect = { x: this.#xs[cell.column]! - width / 2, y: this.#ys[cell.row]! - height / 2, width, height };
    this.sites[node] = { rect, caption: site.caption, pointed: site.pointed };
    if (this.#used[cell.row]!++ === 0) this.#rowsUsed++;
    this.finder.moved(node);
  }

  /** The spots of all nodes, without the rows and columns that nobody uses. */
  spots(): readonly Spot[] {
    const columns = ranks(this.cells.map(({ column }) => column));
    const byLane = new Map<number, number[]>();
    this.cells.forEach(({ row }, node) => {
      const lane = this.lane[node]!;
      byLane.set(lane, [...(byLane.get(lane) ?? []), row]);
    });
    const rows = new Map([...byLane].map(([lane, all]) => [lane, ranks(all)]));
    return this.cells.map(({ column, row }, node) => ({
      column: columns.get(column)!,
      row: rows.get(this.lane[node]!)!.get(row)!,
    }));
  }
}

function ranks(values: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...new Set(values)].sort((a, b) => a - b).map((value, rank) => [value, rank]));
}

/** By lane, its rows: those in use, and spare ones around them. */
function usedRows(lanes: number, lane: readonly number[], spots: readonly Spot[]) {
  const used = Array.from({ length: lanes }, () => ({ from: 0, to: -1, rows: new Set<number>() }));
  spots.forEach(({ row }, node) => {
    const own = used[lane[node]!]!;
    own.from = own.rows.size === 0 ? row : Math.min(own.from, row);
    own.to = own.rows.size === 0 ? row : Math.max(own.to, row);
    own.rows.add(row);
  });
  return used.map(({ from, to, rows }) =>
    rows.size === 0 ? { from: 0, to: -1, rows } : { from: from - SPARE, to: to + SPARE, rows },
  );
}
