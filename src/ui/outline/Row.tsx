import { IconChevronDown } from "@tabler/icons-react";
import type { MouseEvent, ReactNode } from "react";
import type { OutlineRow } from "../../app/outline.ts";
import { Glyph } from "../palette/Glyph.tsx";
import styles from "./outline.module.css";

/** The height of a row, in pixels. */
export const ROW = 28;

/** The id of a row's element, for `aria-activedescendant`. */
export const rowId = (id: string) => `outline-${id}`;

interface Props {
  readonly row: OutlineRow;
  readonly top: number;
  readonly active: boolean;
  readonly selected: boolean;
  /** The field in the place of its name while it is renamed. */
  readonly editor: ReactNode;
  readonly onClick: (row: OutlineRow, event: MouseEvent) => void;
  readonly onOpen: (department: string, open: boolean) => void;
  readonly onRename: () => void;
}

/** One row of the outline. */
export function Row({ row, top, active, selected, editor, onClick, onOpen, onRename }: Props) {
  const head = row.kind === "department" ? row : undefined;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus, and says which row is active.
    <div
      id={rowId(row.id)}
      role="treeitem"
      aria-level={head ? 1 : 2}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-selected={selected}
      aria-expanded={head?.open}
      aria-label={head ? `${row.name}, ${head.count === 1 ? "1 node" : `${head.count} nodes`}` : row.name}
      className={styles.row}
      data-kind={row.kind}
      data-active={active || undefined}
      style={{ top }}
      onMouseDown={(event) => {
        if (event.button !== 0 || editor) return;
        event.preventDefault();
        if (head && event.target instanceof Element && event.target.closest("[data-chevron]"))
          onOpen(head.id, !head.open);
        else onClick(row, event);
      }}
      onDoubleClick={onRename}
    >
      {head ? (
        <>
          <span className={styles.chevron} data-chevron data-open={head.open || undefined}>
            <IconChevronDown size={14} stroke={1.8} aria-hidden />
          </span>
          <span className={styles.colour} style={{ background: head.colour }} />
        </>
      ) : (
        row.kind === "node" && <Glyph kind={row.shape} />
      )}
      {editor || (
        <span className={styles.name} title={row.name}>
          {row.name}
        </span>
      )}
      {head && !editor && <span className={styles.count}>{head.count}</span>}
    </div>
  );
}
