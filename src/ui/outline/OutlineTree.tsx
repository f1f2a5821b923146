import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { perform } from "../../app/commands.ts";
import { renameDepartment, renameNode } from "../../app/draw.ts";
import { selectLane } from "../../app/lanes.ts";
import { type OutlineRow, rowTyped, treeMove } from "../../app/outline.ts";
import { jumpTo, select, selectNothing } from "../../app/selection.ts";
import { type AppState, type Selection, useApp } from "../../app/store.ts";
import { NO_DEPARTMENT } from "../../model/geometry.ts";
import { NameField } from "../canvas/NameField.tsx";
import { useWindow } from "../use-window.ts";
import styles from "./outline.module.css";
import { ROW, Row, rowId } from "./Row.tsx";

interface Props {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly rows: readonly OutlineRow[];
  readonly onOpen: (department: string, open: boolean) => void;
}

/** Letters typed further apart than this, in milliseconds, begin another word. */
const A_WORD = 700;

const selectionOf = ({ selection }: AppState) => selection;

/** The rows of the outline, with the keys of a tree. What is active is selected on the drawing, and the other way round. */
export function OutlineTree({ box, rows, onOpen }: Props) {
  const selection = useApp(selectionOf);
  const readOnly = useApp((state) => state.readOnly);
  const left = useApp((state) => state.left);
  const [pin, setPin] = useState({ id: "", at: 0 });
  const [renaming, setRenaming] = useState<string>();
  const typed = useRef({ text: "", at: 0 });
  const at = activeRow(rows, selection, pin);
  const { first, end } = useWindow(box, rows.length, ROW);
  useInSight(box, at);

  useEffect(() => {
    if (left.focus) box.current?.focus();
  }, [left, box]);

  const go = (to: number) => {
    const row = rows[to];
    if (!row) return;
    setPin({ id: row.id, at: to });
    choose(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== box.current || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[at];
    const move = treeMove(rows, at, event.key);
    if (move?.kind === "go") go(move.to);
    else if (move) onOpen(move.department, move.kind === "open");
    else if (event.key === "Enter" && row) show(rows, row);
    else if (event.key === "F2" && row && !readOnly && row.id !== NO_DEPARTMENT) setRenaming(row.id);
    else if (event.key === "Delete" || event.key === "Backspace") perform("remove");
    else if (event.key === "Escape") selectNothing();
    else if ([...event.key].length === 1) type(event.key, event.timeStamp);
    else return;
    event.preventDefault();
  };
  const type = (letter: string, now: number) => {
    const { text, at: then } = typed.current;
    const goesOn = now - then < A_WORD && text !== letter;
    typed.current = { text: goesOn ? text + letter : letter, at: now };
    const found = rowTyped(rows, at, typed.current.text);
    if (found !== undefined) go(found);
  };
  const onRow = (row: OutlineRow, event: MouseEvent) => {
    box.current?.focus({ preventScroll: true });
    setPin({ id: row.id, at: rows.indexOf(row) });
    if (row.kind === "node" && (event.ctrlKey || event.metaKey || event.shiftKey)) toggle(row.id);
    else choose(row);
  };

  return (
    <div
      ref={box}
      role="tree"
      tabIndex={0}
      aria-label="Departments and their steps"
      aria-multiselectable
      aria-activedescendant={rowId(rows[at]?.id ?? "")}
      className={styles.tree}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.rows} style={{ height: rows.length * ROW }}>
        {rows.slice(first, end).map((row, i) => (
          <Row
            key={row.id}
            row={row}
            top={(first + i) * ROW}
            active={first + i === at}
            selected={row.kind === "node" ? selection.nodes.has(row.id) : selection.lane === row.id}
            editor={
              renaming === row.id && (
                <NameField
                  className={styles.field ?? ""}
                  label={`Name of “${row.name}”`}
                  value={row.name}
                  onName={(name) => (row.kind === "node" ? renameNode(row.id, name) : renameDepartment(row.id, name))}
                  onClose={() => {
                    setRenaming(undefined);
                    box.current?.focus({ preventScroll: true });
                  }}
                />
              )
            }
            onClick={onRow}
            onOpen={onOpen}
            onRename={() => !readOnly && row.id !== NO_DEPARTMENT && setRenaming(row.id)}
          />
        ))}
      </div>
    </div>
  );
}

/** The row that keys act on: the one that was gone to last while it is selected, else the first that is selected. */
function activeRow(rows: readonly OutlineRow[], { nodes, lane }: Selection, pin: { id: string; at: number }): number {
  const pinned = rows.findIndex(({ id }) => id === pin.id);
  const here = rows[pinned];
  if (nodes.size > 0 && !(here && nodes.has(here.id))) {
    const found = rows.findIndex(({ id, kind }) => kind === "node" && nodes.has(id));
    if (found >= 0) return found;
  }
  const ofLane = lane === undefined ? -1 : rows.findIndex(({ id }) => id === lane);
  if (ofLane >= 0) return ofLane;
  return pinned >= 0 ? pinned : Math.min(pin.at, rows.length - 1);
}

function choose(row: OutlineRow): void {
  if (row.kind === "node") {
    select([row.id]);
    useApp.setState({ view: { kind: "reveal", node: row.id } });
  } else if (row.id === NO_DEPARTMENT) selectNothing();
  else selectLane(row.id);
}

function toggle(id: string): void {
  const { nodes, flows, notes } = useApp.getState().selection;
  select(nodes.has(id) ? [...nodes].filter((each) => each !== id) : [...nodes, id], flows, notes);
}

/** Brings a node to the middle of the canvas, or the first one of a department. */
function show(rows: readonly OutlineRow[], row: OutlineRow): void {
  if (row.kind === "node") jumpTo(row.id);
  else {
    const first = rows.find((each) => each.kind === "node" && each.department === row.id);
    if (first) useApp.setState({ view: { kind: "show", node: first.id } });
  }
}

/** Scrolls no further than it takes to have a row in sight. */
function useInSight(box: RefObject<HTMLElement | null>, row: number): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || row < 0) return;
    const { scrollTop, clientHeight } = element;
    if (row * ROW < scrollTop) element.scrollTop = row * ROW;
    else if ((row + 1) * ROW > scrollTop + clientHeight) element.scrollTop = (row + 1) * ROW - clientHeight;
  }, [box, row]);
}
