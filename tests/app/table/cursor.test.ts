import { expect, it } from "vitest";
import { type Cursor, moved, rangeOf } from "../../../src/app/table/cursor.ts";

const size = { rows: 3, columns: 4 };
const cursor = (row: number, column: number): Cursor => ({ at: { row, column }, from: { row, column } });
const press = (from: Cursor, key: string, more: { shift?: boolean; mod?: boolean } = {}) =>
  moved(from, { key, shift: false, mod: false, ...more }, size);

it.each([
  ["ArrowDown", 1, 1, 2, 1],
  ["ArrowDown", 2, 1, 2, 1],
  ["ArrowLeft", 1, 0, 1, 0],
  ["End", 1, 1, 1, 3],
  ["PageDown", 0, 2, 2, 2],
  ["Tab", 0, 3, 1, 0],
])("%s in row %i, column %i goes to row %i, column %i", (key, row, column, toRow, toColumn) => {
  expect(press(cursor(row, column), key)).toEqual(cursor(toRow, toColumn));
});

it("with Ctrl, arrows go to the edge; with Shift, the selection grows from where it began", () => {
  expect(press(cursor(1, 1), "ArrowRight", { mod: true })).toEqual(cursor(1, 3));
  const grown = press(press(cursor(2, 2), "ArrowUp", { shift: true })!, "ArrowLeft", { shift: true })!;
  expect(rangeOf(grown)).toEqual({ top: 1, bottom: 2, left: 1, right: 2 });
});

it("Tab leaves the grid at its ends, and letters move nothing", () => {
  expect(press(cursor(2, 3), "Tab")).toBeUndefined();
  expect(press(cursor(0, 0), "Tab", { shift: true })).toBeUndefined();
  expect(press(cursor(0, 0), "a")).toBeUndefined();
});
