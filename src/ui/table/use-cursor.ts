import { useEffect, useMemo, useRef, useState } from "react";
import { select } from "../../app/selection.ts";
import { type AppState, useApp } from "../../app/store.ts";
import { TABLE } from "../../app/table/columns.ts";
import { type Cursor, inside, type Range, rangeOf, type Size, type Spot } from "../../app/table/cursor.ts";
import type { TableRow } from "../../app/table/rows.ts";

/** A cell by its row's node, so that it stays with its node when rows move. */
interface Pin {
  /** Undefined in the empty row below all others. */
  readonly id: string | undefined;
  readonly row: number;
  readonly column: number;
}

/** What is being typed into the cell at the cursor. */
export interface Editing {
  /** What the field begins with; undefined for what stands in the cell. */
  readonly text: string | undefined;
}

/** Where the grid's cursor is, and what moves it. */
export interface GridCursor {
  readonly now: Cursor;
  readonly range: Range;
  readonly size: Size;
  /** The nodes of the selected rows, from the top. */
  readonly ids: readonly string[];
  readonly editing: Editing | undefined;
  readonly go: (to: Cursor) => void;
  readonly edit: (editing: Editing | undefined) => void;
  /** Goes to a cell of a node that may only just have been made, and opens it. */
  readonly editAt: (id: string, column: number) => void;
  /** Goes to the empty row below all others, even if that has just moved down. */
  readonly goBelow: () => void;
}

const selectionOf = ({ selection }: AppState) => selection.nodes;
const START: Pin = { id: undefined, row: 0, column: 0 };

/** The cursor of the process table. Its rows are what is selected on the canvas, too, in both directions. */
export function useCursor(rows: readonly TableRow[]): GridCursor {
  const places = useMemo(() => new Map(rows.map(({ id }, row) => [id, row])), [rows]);
  const [{ at, from }, setPins] = useState({ at: START, from: START });
  const [editing, setEditing] = useState<Editing>();
  const size: Size = { rows: rows.length + 1, columns: TABLE.length };
  const spotOf = ({ id, row, column }: Pin): Spot =>
    inside({ row: (id === undefined ? undefined : places.get(id)) ?? row, column }, size);
  const pinOf = ({ row, column }: Spot): Pin => ({ id: rows[row]?.id, row, column });
  const now = { at: spotOf(at), from: spotOf(from) };
  const range = rangeOf(now);
  const ids = rows.slice(range.top, range.bottom + 1).map(({ id }) => id);

  const go = (to: Cursor) => {
    setEditing(undefined);
    setPins({ at: pinOf(to.at), from: pinOf(to.from) });
    const { top, bottom } = rangeOf(to);
    select(rows.slice(top, bottom + 1).map(({ id }) => id));
  };

  const selected = useApp(selectionOf);
  const latest = useRef({ ids, places });
  latest.current = { ids, places };
  useEffect(() => {
    const { ids: here, places: rowOf } = latest.current;
    if (selected.size === 0 || here.some((id) => selected.has(id))) return;
    const first = [...selected].flatMap((id) => rowOf.get(id) ?? []).toSorted((a, b) => a - b)[0];
    if (first === undefined) return;
    setEditing(undefined);
    setPins((before) => {
      const pin = { id: [...selected].find((id) => rowOf.get(id) === first), row: first, column: before.at.column };
      return { at: pin, from: pin };
    });
  }, [selected]);

  return {
    now,
    range,
    size,
    ids,
    editing,
    go,
    edit: setEditing,
    editAt: (id, column) => {
      const pin = { id, row: rows.length, column };
      setPins({ at: pin, from: pin });
      setEditing({ text: undefined });
      select([id]);
    },
    goBelow: () => {
      const pin = { id: undefined, row: rows.length + 1, column: 0 };
      setPins({ at: pin, from: pin });
      setEditing(undefined);
    },
  };
}
