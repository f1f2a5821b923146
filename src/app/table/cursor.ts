/** A cell of a grid, by row and column, both from 0. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns a grid has. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Where the cursor is, and from where cells are selected to it: the same place while only one is. */
export interface Cursor {
  readonly at: Spot;
  readonly from: Spot;
}

/** The cells between the two ends of a selection, both included. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The rectangle that a cursor selects. */
export function rangeOf({ at, from }: Cursor): Range {
  return {
    top: Math.min(at.row, from.row),
    bottom: Math.max(at.row, from.row),
    left: Math.min(at.column, from.column),
    right: Math.max(at.column, from.column),
  };
}

/** A key as a spreadsheet hears it. */
export interface GridKey {
  readonly key: string;
  readonly shift: boolean;
  readonly mod: boolean;
}

/** How many rows Page Up and Page Down go. */
const PAGE = 15;

const STEPS: Readonly<Record<string, (at: Spot, size: Size, mod: boolean) => Spot>> = {
  ArrowUp: ({ row, column }, _, mod) => ({ row: mod ? 0 : row - 1, column }),
  ArrowDown: ({ row, column }, { rows }, mod) => ({ row: mod ? rows - 1 : row + 1, column }),
  ArrowLeft: ({ row, column }, _, mod) => ({ row, column: mod ? 0 : column - 1 }),
  ArrowRight: ({ row, column }, { columns }, mod) => ({ row, column: mod ? columns - 1 : column + 1 }),
  Home: ({ row }, _, mod) => ({ row: mod ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, mod) => ({ row: mod ? rows - 1 : row, column: columns - 1 }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
};

/**
 * Where a key takes the cursor. With Shift the selection grows; Tab goes on at the next row.
 *
 * @returns `undefined` for a key that moves nothing, and for Tab at either end, where it leaves the grid.
 */
export function moved(cursor: Cursor, { key, shift, mod }: GridKey, size: Size): Cursor | undefined {
  if (key === "Tab") return tabbed(cursor, shift ? -1 : 1, size);
  const step = STEPS[key];
  if (!step) return undefined;
  const at = inside(step(cursor.at, size, mod), size);
  return { at, from: shift ? cursor.from : at };
}

function tabbed({ at }: Cursor, by: -1 | 1, { rows, columns }: Size): Cursor | undefined {
  const next = at.row * columns + at.column + by;
  if (next < 0 || next >= rows * columns) return undefined;
  const spot = { row: Math.floor(next / columns), column: next % columns };
  return { at: spot, from: spot };
}

/** The nearest cell that the grid has. */
export function inside({ row, column }: Spot, { rows, columns }: Size): Spot {
  return {
    row: Math.min(Math.max(0, row), Math.max(0, rows - 1)),
    column: Math.min(Math.max(0, column), Math.max(0, columns - 1)),
  };
}
