import Papa from "papaparse";
import type { Problem } from "../../model/problem.ts";
import { unreadable } from "../bytes.ts";
import { unguarded } from "./cells.ts";

/** One row of a table, and where it stands, as in “Row 3”. */
export interface Row {
  readonly place: string;
  readonly cells: readonly string[];
}

/** A table as it was found: no meaning yet. */
export interface Grid {
  readonly header: Row;
  readonly rows: readonly Row[];
  /** The heading above it, where the text has one. */
  readonly title?: string;
  readonly remarks: readonly Problem[];
}

/** What a text holds, or why it is no table. */
export type Found =
  | { readonly ok: true; readonly grid: Grid }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const MOST_ROWS = 5000;
const MOST_CELLS = 200;
const LONGEST_CELL = 20_000;
/** So many characters are taken apart at the most: as many rows as are read have room for 800 each. */
const LONGEST_TABLE = 4_000_000;

/**
 * Finds the table in a text: a Markdown table, with whatever text around it, or else rows of cells between tabs (as
 * spreadsheets copy them), commas or semicolons, quoted as in RFC 4180.
 */
export function gridOf(text: string): Found {
  if (text.trim() === "")
    return unreadable("empty-table", "There is no table: the text is empty.", "Copy the rows with their headings.");
  if (text.length > LONGEST_TABLE) {
    const message = `The table has ${text.length.toLocaleString("en")} characters; ${LONGEST_TABLE.toLocaleString("en")} are read at the most.`;
    return unreadable("too-large", message, "Take only the rows of one process.");
  }
  const found = markdown(text) ?? delimited(text);
  if (!found.ok) return found;
  const rows = [found.grid.header, ...found.grid.rows];
  if (rows.length > MOST_ROWS) {
    const message = `The table has ${rows.length} rows; ${MOST_ROWS} are read at the most.`;
    return unreadable("too-many-rows", message, "Take only the rows of one process.");
  }
  const wide = rows.find(({ cells }) => cells.length > MOST_CELLS);
  if (wide) return tooManyCells(wide.place, wide.cells.length);
  const long = rows.find(({ cells }) => cells.some((cell) => cell.length > LONGEST_CELL));
  if (!long) return found;
  const message = `${long.place} has a cell of more than ${LONGEST_CELL.toLocaleString("en")} characters.`;
  return unreadable("too-long", message, "Shorten it, or check that quotes are closed.");
}

function tooManyCells(place: string, cells: number) {
  const message = `${place} has ${cells.toLocaleString("en")} cells; ${MOST_CELLS} are read at the most.`;
  return unreadable("too-many-cells", message, "Take only the columns of one process.");
}

/** The line between the headings and the rows of a Markdown table. */
const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

function markdown(text: string): Found | undefined {
  const lines = text.split(/\r\n|\n|\r/);
  const rules = lines.flatMap((line, i) => {
    const heading = i > 0 && lines[i - 1]!.includes("|") && line.length <= LONGEST_CELL && line.includes("-");
    return heading && (line.includes("|") || lines[i - 1]!.trim().startsWith("|")) && RULE.test(line) ? [i] : [];
  });
  const [rule, other] = rules;
  if (rule === undefined) return undefined;
  const end = lines.findIndex((line, i) => i > rule && !line.includes("|"));
  const row = (i: number): Row => ({ place: `Line ${i + 1}`, cells: markdownCells(lines[i]!) });
  const rows = Array.from({ length: (end < 0 ? lines.length : end) - rule - 1 }, (_, i) => row(rule + 1 + i));
  const title = lines.slice(0, rule - 1).findLast((line) => /^#{1,6} /.test(line));
  const remarks = other === undefined ? [] : [anotherTable(other)];
  return {
    ok: true,
    grid: {
      header: row(rule - 1),
      rows,
      remarks,
      ...(title === undefined ? {} : { title: inMarkdown(title.replace(/^#+ +/, "")) }),
    },
  };
}

function anotherTable(rule: number): Problem {
  const message = `Another table begins in line ${rule}; only the first was read.`;
  return { severity: "warning", code: "another-table", path: "", message, mend: "Paste the other table by itself." };
}

function markdownCells(line: string): readonly string[] {
  const inner = line.trim().replace(/^\|/, "");
  const cells: string[] = [];
  let cell = "";
  for (let at = 0; at < inner.length; at++) {
    const character = inner[at]!;
    if (character === "\\") cell += character + (inner[++at] ?? "");
    else if (character === "|") {
      cells.push(cell);
      cell = "";
    } else cell += character;
  }
  if (cell.trim() !== "") cells.push(cell);
  return cells.map((each) => inMarkdown(each.trim()));
}

/** What a cell's Markdown means: escapes undone, line breaks made. */
function inMarkdown(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])|<br ?\/?>/gi, (_, escaped) => escaped ?? "\n");
}

/** The line with which Excel is told what stands between the cells; it is no row. */
const NAMED_DELIMITER = /^\s*"?sep=(.)"?[^\S\t]*(?:\r\n|\n|\r|$)/i;

function delimited(text: string): Found {
  const named = NAMED_DELIMITER.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const [delimiter, cells] = named?.[1] === undefined ? delimiterOf(body) : [named[1], 0];
  // What is far too wide is not even taken apart.
  if (cells > 10 * MOST_CELLS) return tooManyCells("Row 1", cells);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: false });
  const before = named ? 1 : 0;
  const [fault] = errors.filter(({ type }) => type === "Quotes");
  if (fault) {
    const message = `Row ${(fault.row ?? 0) + 1 + before} has a cell that begins with a double quote and never ends.`;
    return unreadable("open-quote", message, 'Put " at the end of the cell, or write two of them for one.');
  }
  const rows = data
    .map((cells, i) => ({ place: `Row ${i + 1 + before}`, cells: cells.map(unguarded) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [header, ...rest] = rows;
  if (!header)
    return unreadable(
      "empty-table",
      "There is no table: no cell holds anything.",
      "Copy the rows with their headings.",
    );
  return { ok: true, grid: { header, rows: rest, remarks: [] } };
}

/**
 * What stands most often in the first line, outside of quotes, and how many cells the beginning of that line has. Where
 * there is a tab it is that: cells copied from a spreadsheet may hold any number of commas.
 */
function delimiterOf(text: string): readonly [delimiter: string, cells: number] {
  const [line = ""] = text
    .trimStart()
    .slice(0, LONGEST_CELL)
    .replace(/"[^"]*"/g, "")
    .split(/\r|\n/);
  const counts = ["\t", ",", ";", "|"].map((each) => [each, line.split(each).length] as const);
  const [tabs] = counts;
  return tabs![1] > 1 ? tabs! : counts.reduce((best, each) => (each[1] > best[1] ? each : best));
}
