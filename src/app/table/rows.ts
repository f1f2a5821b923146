import type { Process, ProcessNode } from "../../model/process.ts";
import { shut, TABLE } from "./columns.ts";

/** One cell as it is shown. */
export interface Cell {
  /** What can be typed over. */
  readonly text: string;
  /** What is read instead, where that says more or a cell cannot hold what the file says; else empty. */
  readonly shown: string;
  /** Whether nodes of this kind have such a thing. */
  readonly open: boolean;
}

/** One row of the process table: a node. */
export interface TableRow {
  readonly id: string;
  readonly kind: ProcessNode["kind"];
  /** In the order of the columns. */
  readonly cells: readonly Cell[];
}

const known = new WeakMap<Process, readonly TableRow[]>();
let last: readonly TableRow[] = [];

/** The rows of the process table, in the order of the file. A row that reads as before is the same object, so that it is not drawn again. */
export function rowsOf(process: Process): readonly TableRow[] {
  const before = known.get(process);
  if (before) return before;
  const previous = new Map(last.map((row) => [row.id, row]));
  const rows = process.nodes.map((node) => {
    const row: TableRow = { id: node.id, kind: node.kind, cells: TABLE.map((column) => cellOf(column, node, process)) };
    const old = previous.get(node.id);
    return old && same(old, row) ? old : row;
  });
  known.set(process, rows);
  last = rows;
  return rows;
}

function cellOf(column: (typeof TABLE)[number], node: ProcessNode, process: Process): Cell {
  const open = shut(column, node) === undefined;
  const text = open ? column.text(node, process) : "";
  return { text, shown: open ? (column.shown?.(node) ?? "") : "", open };
}

function same(a: TableRow, b: TableRow): boolean {
  return (
    a.kind === b.kind &&
    a.cells.every((cell, i) => {
      const other = b.cells[i];
      return other !== undefined && cell.text === other.text && cell.shown === other.shown && cell.open === other.open;
    })
  );
}
