import Papa from "papaparse";

/** A cell as it is written: a text that a spreadsheet would take for a formula begins with an apostrophe, which keeps it a text. */
export function guarded(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** What `guarded` was given. */
export function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/**
 * Cells as spreadsheets copy them: tabs and line ends between them, and double quotes around a cell that holds such. One
 * column is plain lines, which other programs paste as they are, so its cells are set on one line each.
 *
 * @param rows - All of the same length.
 */
export function writeCells(rows: readonly (readonly string[])[]): string {
  if (rows.every((row) => row.length === 1))
    return rows.map(([cell = ""]) => guarded(cell.replace(/[\r\n]+/g, " "))).join("\n");
  const cells = rows.map((row) => row.map(guarded));
  return Papa.unparse(cells, { delimiter: "\t", newline: "\n" });
}

/**
 * Reads what `writeCells` writes, and what spreadsheets do; empty rows stay where they are.
 *
 * @returns Undefined if the text is in one column, or quotes in it are left open.
 */
export function readCells(text: string): readonly (readonly string[])[] | undefined {
  if (!text.includes("\t")) return undefined;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: "\t", skipEmptyLines: false });
  return errors.some(({ type }) => type === "Quotes") ? undefined : data.map((row) => row.map(unguarded));
}
