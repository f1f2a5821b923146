import { readCells, unguarded } from "../../io/table/cells.ts";
import { COLUMNS, columnOf } from "../../io/table/columns.ts";
import { gridOf } from "../../io/table/grid.ts";
import { nameKey } from "../../io/table/names.ts";
import { connect } from "../../model/edit/flows.ts";
import { newNode } from "../../model/edit/nodes.ts";
import { waysOut } from "../../model/edit/ways.ts";
import { add } from "../../model/edit.ts";
import type { Process } from "../../model/process.ts";
import { type Column, TABLE, UNSHOWN, written } from "./columns.ts";

/** What came of pasting. */
export interface Pasted {
  readonly process: Process;
  /** The nodes whose rows were filled, in the order of the rows pasted. */
  readonly rows: readonly string[];
  /** What did not exist and was made, as in “team “Legal””. */
  readonly made: readonly string[];
  /** What could not be taken over, and why, as sentences. */
  readonly refused: readonly string[];
}

/** Where a paste begins, and what is there. */
export interface Target {
  /** The rows from the one that is pasted into, downwards. */
  readonly rows: readonly string[];
  /** The column, by its place in the table. */
  readonly column: number;
}

/** So many rows are pasted at once: more would keep the page waiting. */
const MOST_ROWS = 1000;

/**
 * Fills rows with a copied table or with copied cells.
 *
 * A table with headings finds its columns by them and its rows by the names of steps, wherever it is pasted. Cells
 * without headings go where the cursor is. Rows that are not there yet become steps, each led to from the one before.
 */
export function pasted(process: Process, text: string, target: Target): Pasted {
  const cells = cellsOf(text);
  if (cells.length > MOST_ROWS) {
    const count = cells.length.toLocaleString("en");
    const words = `${count} rows are more than the ${MOST_ROWS.toLocaleString("en")} that are pasted at once.`;
    return { process, rows: [], made: [], refused: [`${words} Open the table as a file, or paste fewer.`] };
  }
  const [head = [], ...body] = cells;
  const headings = head.map((cell) => columnOf(cell));
  if (body.length > 0 && headings.includes("name")) return byHeadings(process, head, body);
  const columns = TABLE.slice(target.column, target.column + Math.max(...cells.map((row) => row.length)));
  const rows = cells.map((_, i) => target.rows[i]);
  return filled(process, { columns, cells, rows, follow: true });
}

/** Takes a copied text apart into cells: one cell unless there are tabs, lines or a Markdown table in it. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const trimmed = text.replace(/\r?\n$/, "");
  if (!/[\t\n\r]/.test(trimmed)) return [[unguarded(trimmed)]];
  const cells = /^\s*\|/.test(trimmed) ? undefined : readCells(trimmed);
  if (cells) return cells;
  const found = gridOf(trimmed);
  const tabular = trimmed.includes("|") || (found.ok && found.grid.header.cells.some(columnOf));
  if (!tabular || !found.ok) return trimmed.split(/\r?\n/).map((line) => [unguarded(line)]);
  return [found.grid.header, ...found.grid.rows].map(({ cells }) => cells);
}

function byHeadings(process: Process, head: readonly string[], body: readonly (readonly string[])[]): Pasted {
  const all = [...TABLE, ...UNSHOWN];
  const columns = head.map((cell) => all.find(({ id }) => id === columnOf(cell)));
  const unknown = head.filter((cell, i) => !columns[i] && cell.trim() !== "" && columnOf(cell) !== "id");
  const name = columns.findIndex((column) => column?.id === "name");
  const cells = body.filter((row) => (row[name] ?? "").trim() !== "");
  const rows = cells.map((row) => process.nodes.find((node) => nameKey(node.name) === nameKey(row[name] ?? ""))?.id);
  const done = filled(process, { columns, cells, rows, follow: !columns.some((column) => column?.id === "next") });
  const remarks = unknown.map((cell) => `There is no column “${cell.trim()}”.`);
  return { ...done, refused: [...remarks, ...done.refused] };
}

interface Filling {
  readonly columns: readonly (Column | undefined)[];
  readonly cells: readonly (readonly string[])[];
  /** The node of each row; rows without one become steps. */
  readonly rows: readonly (string | undefined)[];
  /** Whether new rows are led to from the rows before them. */
  readonly follow: boolean;
}

function filled(process: Process, { columns, cells, rows, follow }: Filling): Pasted {
  const grown = withRows(
    process,
    rows,
    follow,
    cells.map((row) => row[columns.findIndex((column) => column?.id === "name")]),
  );
  const made = [...grown.made];
  const refused: string[] = [];
  let after = grown.process;
  // What comes next is named last, when all rows have their names.
  for (const next of [false, true]) {
    cells.forEach((row, r) => {
      row.forEach((text, c) => {
        const column = columns[c];
        const id = grown.rows[r];
        if (!column || id === undefined || (column.id === "next") !== next) return;
        const result = written(after, id, column, text);
        if (result.ok) {
          after = result.process;
          made.push(...result.made);
        } else if (text.trim() !== "") refused.push(`Row ${r + 1}, ${COLUMNS[column.id].heading}: ${result.message}`);
      });
    });
  }
  return { process: after, rows: grown.rows, made: [...new Set(made)], refused };
}

function withRows(
  process: Process,
  rows: readonly (string | undefined)[],
  follow: boolean,
  names: readonly (string | undefined)[],
) {
  let grown = process;
  let before: string | undefined;
  const made: string[] = [];
  const ids = rows.map((id, i) => {
    const name = names[i]?.trim();
    const node = id === undefined ? newNode(grown, "step", name ? { name } : {}) : undefined;
    if (node) {
      grown = add(grown, "nodes", node);
      made.push(`step “${node.name}”`);
      const from = before ?? lastOf(process);
      if (follow && from !== undefined && waysOut(grown, from).length === 0) grown = connect(grown, from, node.id);
    }
    before = node?.id ?? id;
    return before;
  });
  return { process: grown, rows: ids.flatMap((id) => id ?? []), made };
}

/** The last step or start that leads nowhere yet: what a new row comes after. */
function lastOf({ nodes, flows }: Process): string | undefined {
  return nodes.findLast(({ id, kind }) => kind !== "end" && !flows.some(({ from }) => from === id))?.id;
}
