import Papa from "papaparse";
import type { Process } from "../model/process.ts";
import { textOf } from "./bytes.ts";
import type { Codec, Decoded } from "./codec.ts";
import { processOf } from "./table/build.ts";
import { guarded } from "./table/cells.ts";
import { columnOf } from "./table/columns.ts";
import { gridOf } from "./table/grid.ts";
import { tableLosses, visioLosses } from "./table/losses.ts";
import { draftsOf } from "./table/rows.ts";
import { ownRows, type Rows, visioRows } from "./table/write.ts";

/** How a table is written: as a CSV file, as Markdown, as spreadsheets copy cells, or for Visio's Data Visualizer. */
export type TableForm = "csv" | "markdown" | "cells" | "visio";

/**
 * Reads a table of steps and makes a connected process of it: a CSV file, a Markdown table with text around it, or
 * cells copied from a spreadsheet; with our columns, or those of Visio's Data Visualizer.
 *
 * Where no column says what comes next, the rows follow each other. Data, systems, teams, departments and stages are
 * made of their names, so that an output and an input of the same name are the same data. It never throws.
 *
 * @param name - What to call the process, unless the text has a heading above the table.
 */
export function readTable(text: string, name = "Process from a table"): Decoded {
  const found = gridOf(text);
  return found.ok ? processOf(draftsOf(found.grid), found.grid.title || name) : found;
}

/** Whether a text looks like a table of steps: its first row names a column that we know, and there is a second row. */
export function isTable(text: string): boolean {
  const found = gridOf(text);
  return found.ok && found.grid.rows.length > 0 && found.grid.header.cells.some((cell) => columnOf(cell) === "name");
}

/** Writes the process as a table with one row a node. `tableLosses` tells what its columns do not hold. */
export function writeTable(process: Process, form: TableForm): string {
  return WRITERS[form](process);
}

const WRITERS: Readonly<Record<TableForm, (process: Process) => string>> = {
  csv: (process) => delimited(ownRows(process), ","),
  visio: (process) => delimited(visioRows(process), ","),
  cells: (process) => delimited(ownRows(process), "\t"),
  markdown,
};

/** The mark at the beginning lets a spreadsheet see UTF-8. */
function delimited(rows: Rows, delimiter: string): string {
  const cells = rows.map((row) => row.map(guarded));
  const text = Papa.unparse(cells, { delimiter, newline: "\r\n" });
  return delimiter === "," ? `\uFEFF${text}\r\n` : `${text}\r\n`;
}

function markdown(process: Process): string {
  const [header = [], ...rows] = ownRows(process);
  const line = (cells: readonly string[]) => `| ${cells.map(inMarkdown).join(" | ")} |`;
  const table = [line(header), `|${header.map(() => " --- |").join("")}`, ...rows.map(line)];
  return `# ${inMarkdown(process.name.replace(/\s+/g, " ").trim())}\n\n${table.join("\n")}\n`;
}

function inMarkdown(text: string): string {
  return text.replace(/[\\|<`*_]/g, "\\$&").replace(/\r\n|\n|\r/g, "<br>");
}

function read(file: Uint8Array | string): Decoded {
  const decoded = textOf(file);
  return decoded.ok ? readTable(decoded.text) : decoded;
}

/** A table with commas between its cells, as spreadsheets open it. */
export const csv = {
  id: "csv",
  name: "Table (CSV)",
  extension: ".csv",
  also: [".tsv"],
  mime: "text/csv",
  read,
  write: (process) => writeTable(process, "csv"),
  losses: tableLosses,
} as const satisfies Codec;

/** A table as wikis and READMEs show it. */
export const markdownTable = {
  id: "markdown",
  name: "Table (Markdown)",
  extension: ".md",
  also: [".markdown", ".txt"],
  mime: "text/markdown",
  read,
  write: (process) => writeTable(process, "markdown"),
  losses: tableLosses,
} as const satisfies Codec;

/** The table that Visio's Data Visualizer draws from. */
export const visio = {
  id: "visio",
  name: "Visio table (CSV)",
  extension: ".visio.csv",
  mime: "text/csv",
  read,
  write: (process) => writeTable(process, "visio"),
  losses: visioLosses,
} as const satisfies Codec;
