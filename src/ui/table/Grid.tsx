import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef } from "react";
import { say } from "../../app/notice.ts";
import { addRow, clearCells, pasteRows, writeCell } from "../../app/table/actions.ts";
import { TABLE } from "../../app/table/columns.ts";
import { moved } from "../../app/table/cursor.ts";
import type { TableRow } from "../../app/table/rows.ts";
import { writeCells } from "../../io/table/cells.ts";
import type { Department } from "../../model/process.ts";
import { useWindow } from "../use-window.ts";
import { type After, CellEditor } from "./CellEditor.tsx";
import { cellId, GridRow } from "./GridRow.tsx";
import styles from "./table.module.css";
import type { GridCursor } from "./use-cursor.ts";
import { ROW, useReveal } from "./use-reveal.ts";

interface Props {
  readonly rows: readonly TableRow[];
  readonly cursor: GridCursor;
  readonly readOnly: boolean;
  readonly departments: readonly Department[];
}

const NUMBER = 44;
const TEMPLATE = `${NUMBER}px ${TABLE.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(" ")}`;
const DEPARTMENT = TABLE.findIndex(({ id }) => id === "department");
/** The keys that a finished field stands for. */
const AFTER: Readonly<Record<After, { readonly key: string; readonly shift: boolean }>> = {
  down: { key: "ArrowDown", shift: false },
  up: { key: "ArrowUp", shift: false },
  next: { key: "Tab", shift: false },
  back: { key: "Tab", shift: true },
  stay: { key: "", shift: false },
};

/** The cells of the process table, with the keys of a spreadsheet. Only rows in sight are drawn. */
export function Grid({ rows, cursor, readOnly, departments }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { now, range, size, editing } = cursor;
  const { first, end, look } = useWindow(box, size.rows, ROW);
  const left = NUMBER + TABLE.slice(0, now.at.column).reduce((sum, { width }) => sum + width, 0);
  useReveal(box, now.at.row, left, TABLE[now.at.column]?.width ?? 0, NUMBER + (TABLE[0]?.width ?? 0), look);

  // Handlers that rows hold on to must not change with every cursor.
  const latest = useRef({ cursor, readOnly, rows });
  useEffect(() => {
    latest.current = { cursor, readOnly, rows };
  });
  const leaving = useRef(false);

  const onCell = useCallback((row: number, column: number, event: MouseEvent) => {
    const { cursor: at } = latest.current;
    if (event.target instanceof Element && event.target.closest("input")) return;
    event.preventDefault();
    box.current?.focus({ preventScroll: true });
    const to = { row, column: column < 0 ? TABLE.length - 1 : column };
    const from = event.shiftKey ? at.now.from : { row, column: Math.max(0, column) };
    at.go({
      at: column < 0 ? { row, column: 0 } : to,
      from: column < 0 ? { row: from.row, column: TABLE.length - 1 } : from,
    });
  }, []);
  const open = useCallback((text?: string) => {
    const { cursor: at, readOnly: shut, rows: all } = latest.current;
    const row = all[at.now.at.row];
    const cell = row?.cells[at.now.at.column];
    if (shut) return;
    if (row ? !cell?.open : at.now.at.column > 0) {
      const heading = TABLE[at.now.at.column]?.heading.toLowerCase();
      say({ tone: "plain", title: row ? `This node has no ${heading}` : "Name the new step first" });
      return;
    }
    at.edit({ text });
  }, []);
  const onOpen = useCallback(() => open(), [open]);

  const step = (key: { readonly key: string; readonly shift: boolean; readonly mod: boolean }) => {
    const to = moved(now, key, size);
    if (to) cursor.go(to);
    return to !== undefined;
  };
  const onDone = (text: string, after: After) => {
    const row = rows[now.at.row];
    const column = TABLE[now.at.column];
    box.current?.focus({ preventScroll: true });
    if (!row && text.trim() !== "") {
      addRow(rows.at(-1)?.id, text.trim());
      cursor.goBelow();
      return;
    }
    cursor.edit(undefined);
    const refusal = row && column ? writeCell(row.id, column, text) : undefined;
    if (refusal !== undefined) say({ tone: "bad", title: "The cell stays as it was", text: refusal });
    step({ ...AFTER[after], mod: false });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== box.current || event.nativeEvent.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === "Tab" && leaving.current) return;
    leaving.current = event.key === "Escape";
    if (event.altKey) return;
    const done =
      step({ key: event.key, shift: event.shiftKey, mod }) ||
      keyed(event.key, mod, {
        open,
        all: () => cursor.go({ at: { row: 0, column: 0 }, from: { row: rows.length - 1, column: TABLE.length - 1 } }),
        clear: () => clearCells(cursor.ids, TABLE.slice(range.left, range.right + 1)),
        single: () => cursor.go({ at: now.at, from: now.at }),
      });
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (event.target !== box.current) return;
    const picked = rows.slice(range.top, range.bottom + 1);
    const cells = picked.map((row) => row.cells.slice(range.left, range.right + 1).map(({ text }) => text));
    const whole = picked.length === rows.length && range.left === 0 && range.right === TABLE.length - 1;
    const head = whole ? [TABLE.map(({ heading }) => heading)] : [];
    event.clipboardData.setData("text/plain", writeCells([...head, ...cells]));
    event.preventDefault();
    event.stopPropagation();
    if (event.type === "cut" && !readOnly) clearCells(cursor.ids, TABLE.slice(range.left, range.right + 1));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.target !== box.current) return;
    event.preventDefault();
    event.stopPropagation();
    const text = event.clipboardData.getData("text/plain");
    if (text === "" || readOnly) return;
    pasteRows(text, { rows: rows.slice(range.top).map(({ id }) => id), column: range.left });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table's rows cannot be left out while they are out of sight.
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      aria-label="Steps"
      aria-describedby="table-help"
      aria-rowcount={size.rows + 1}
      aria-colcount={TABLE.length + 1}
      aria-multiselectable
      aria-readonly={readOnly}
      aria-activedescendant={cellId(now.at.row, now.at.column)}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onCut={onCopy}
      onPaste={onPaste}
    >
      <div
        className={styles.rows}
        role="presentation"
        style={{ height: (size.rows + 1) * ROW, ["--columns" as string]: TEMPLATE }}
      >
        <Headings />
        {Array.from({ length: end - first }, (_, i) => {
          const index = first + i;
          const row = rows[index];
          const within = range.top <= index && index <= range.bottom;
          const on = now.at.row === index;
          return (
            <GridRow
              key={row?.id ?? ""}
              row={row}
              index={index}
              color={departments.find(({ name, id }) => [name, id].includes(row?.cells[DEPARTMENT]?.text ?? ""))?.color}
              from={within ? range.left : undefined}
              to={within ? range.right : undefined}
              active={on ? now.at.column : undefined}
              editor={
                on && editing ? (
                  <CellEditor
                    key={`${row?.id} ${now.at.column}`}
                    id={row?.id}
                    column={TABLE[now.at.column]!}
                    label={`${TABLE[now.at.column]?.heading} of ${row?.cells[0]?.text || "the new row"}`}
                    start={editing.text ?? row?.cells[now.at.column]?.text ?? ""}
                    opened={editing.text === undefined}
                    onDone={onDone}
                    onCancel={() => {
                      cursor.edit(undefined);
                      box.current?.focus({ preventScroll: true });
                    }}
                  />
                ) : undefined
              }
              onCell={onCell}
              onOpen={onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

function Headings() {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus.
    // biome-ignore lint/a11y/useSemanticElements: as for the grid.
    <div role="row" aria-rowindex={1} className={`${styles.row} ${styles.headings}`}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="columnheader" className={styles.number}>
        <span className={styles.hidden}>Row</span>
      </div>
      {TABLE.map(({ id, heading }, c) => (
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div key={id} role="columnheader" aria-colindex={c + 2} className={styles.cell}>
          {heading}
        </div>
      ))}
    </div>
  );
}

interface Acts {
  readonly open: (text?: string) => void;
  readonly all: () => void;
  readonly clear: () => void;
  readonly single: () => void;
}

/** What a key does that moves nothing. @returns Whether it did something. */
function keyed(key: string, mod: boolean, { open, all, clear, single }: Acts): boolean {
  if (mod && key.toLowerCase() === "a") all();
  else if (mod) return false;
  else if (key === "Enter" || key === "F2") open();
  else if (key === "Delete" || key === "Backspace") clear();
  else if (key === "Escape") single();
  else if ([...key].length === 1) open(key);
  else return false;
  return true;
}
