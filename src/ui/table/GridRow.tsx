import { type MouseEvent, memo, type ReactNode } from "react";
import { TABLE } from "../../app/table/columns.ts";
import type { TableRow } from "../../app/table/rows.ts";
import { Glyph } from "../palette/Glyph.tsx";
import styles from "./table.module.css";
import { ROW } from "./use-reveal.ts";

/** The id of a cell's element, for `aria-activedescendant`. */
export const cellId = (row: number, column: number) => `cell-${row}-${column}`;

interface Props {
  /** Undefined for the empty row below all others. */
  readonly row: TableRow | undefined;
  readonly index: number;
  readonly color: string | undefined;
  /** The first and the last selected column; undefined if none of the row is selected. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** The column of the cursor, if it is in this row. */
  readonly active: number | undefined;
  /** The field in the place of the cell at the cursor, while it is typed into. */
  readonly editor: ReactNode;
  readonly onCell: (row: number, column: number, event: MouseEvent) => void;
  readonly onOpen: (row: number, column: number) => void;
}

/** One row of the process table. It is drawn again only when something of it changes. */
export const GridRow = memo(function GridRow({ row, index, color, from, to, active, editor, onCell, onOpen }: Props) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, and says which cell is active.
    // biome-ignore lint/a11y/useSemanticElements: a table's rows cannot be left out while they are out of sight.
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      data-even={index % 2 === 0 || undefined}
      style={{ top: (index + 1) * ROW }}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div
        role="rowheader"
        className={styles.number}
        style={color === undefined ? undefined : { boxShadow: `inset 3px 0 ${color}` }}
        onMouseDown={(event) => onCell(index, -1, event)}
      >
        {row ? <Glyph kind={row.kind} /> : null}
        <span className={styles.hidden}>{row ? `Row ${index + 1}` : "New row"}</span>
      </div>
      {TABLE.map((column, c) => {
        const cell = row?.cells[c];
        const on = active === c;
        const selected = from !== undefined && to !== undefined && from <= c && c <= to;
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div
            key={column.id}
            id={cellId(index, c)}
            role="gridcell"
            aria-colindex={c + 2}
            aria-selected={selected}
            aria-readonly={cell ? !cell.open : c > 0}
            className={styles.cell}
            data-active={on || undefined}
            data-selected={selected || undefined}
            data-shut={(cell ? !cell.open : c > 0) || undefined}
            data-said={(cell !== undefined && cell.text === "" && cell.shown !== "") || undefined}
            title={titleFor(column, cell)}
            onMouseDown={(event) => onCell(index, c, event)}
            onDoubleClick={() => onOpen(index, c)}
          >
            {on && editor ? editor : wordsOf(cell, c)}
          </div>
        );
      })}
    </div>
  );
});

function wordsOf(cell: TableRow["cells"][number] | undefined, column: number): ReactNode {
  if (!cell) return column === 0 ? <span className={styles.fresh}>New step</span> : null;
  return cell.shown || cell.text;
}

function titleFor(column: (typeof TABLE)[number], cell: TableRow["cells"][number] | undefined): string | undefined {
  if (!cell) return undefined;
  if (!cell.open) return `No ${column.heading.toLowerCase()} here`;
  return cell.text || cell.shown || undefined;
}
