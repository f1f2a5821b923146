import { printable } from "./printable.ts";

/** A column of a table: its heading, and whether its cells are numbers, which stand to the right. */
export interface Column {
  readonly name: string;
  readonly right?: boolean;
}

/**
 * Sets a table in aligned columns. Columns with nothing in any row are left out.
 *
 * @returns Lines without an end-of-line at the end; none if there are no rows.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const cells = rows.map((row) => row.map(printable));
  const used = columns.flatMap((column, i) => (cells.some((row) => (row[i] ?? "") !== "") ? [{ ...column, i }] : []));
  const widths = used.map(({ name, i }) => Math.max(width(name), ...cells.map((row) => width(row[i] ?? ""))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => {
        const gap = " ".repeat((widths[at] ?? 0) - width(cell));
        return used[at]?.right ? gap + cell : cell + gap;
      })
      .join("  ")
      .trimEnd();
  if (cells.length === 0) return [];
  return [line(used.map(({ name }) => name)), ...cells.map((row) => line(used.map(({ i }) => row[i] ?? "")))];
}

/** How many columns of a terminal a text takes: East Asian characters and emoji take two, marks on letters none. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    columns += /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return columns;
}
