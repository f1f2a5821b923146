import { plainWords } from "./columns.ts";

/**
 * Takes a cell apart that holds several things: between commas, semicolons and line ends. What is in double quotes
 * is one thing, whatever it holds; a double quote inside is written twice.
 *
 * @example
 * listOf('Quote, "Terms, printed"'); // ["Quote", "Terms, printed"]
 */
export function listOf(cell: string): readonly string[] {
  return splitCell(cell).filter((item) => item !== "");
}

/** The same, with the empty places between commas: for columns whose entries belong to those of another column. */
export function splitCell(cell: string): readonly string[] {
  if (cell.trim() === "") return [];
  const items: string[] = [];
  let at = 0;
  for (;;) {
    const [item, end] = cell.slice(at).trimStart().startsWith('"') ? quotedItem(cell, at) : plainItem(cell, at);
    items.push(item);
    if (end >= cell.length) return items;
    at = end + 1;
  }
}

const SEPARATOR = /[,;\r\n]/g;

function plainItem(cell: string, from: number): readonly [item: string, end: number] {
  SEPARATOR.lastIndex = from;
  const end = SEPARATOR.exec(cell)?.index ?? cell.length;
  return [plainWords(cell.slice(from, end)), end];
}

function quotedItem(cell: string, from: number): readonly [item: string, end: number] {
  const start = cell.indexOf('"', from) + 1;
  for (let at = start; ; at += 2) {
    at = cell.indexOf('"', at);
    if (at === -1) return plainItem(cell, from);
    if (cell[at + 1] === '"') continue;
    const rest = plainItem(cell, at + 1);
    // A quote in the middle of a word is a part of it.
    if (rest[0] !== "") return plainItem(cell, from);
    return [cell.slice(start, at).replaceAll('""', '"'), rest[1]];
  }
}

/** Writes several things into one cell, so that `listOf` reads them again. */
export function listCell(items: readonly string[]): string {
  return items
    .map((item) => (item !== plainWords(item) || /[,;]|^"/.test(item) ? `"${item.replaceAll('"', '""')}"` : item))
    .join(", ");
}
