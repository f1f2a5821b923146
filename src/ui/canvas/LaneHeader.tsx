import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type CSSProperties, memo } from "react";
import { renameDepartment } from "../../app/draw.ts";
import { foldLane } from "../../app/fold.ts";
import { selectLane } from "../../app/lanes.ts";
import { startNaming, stopNaming } from "../../app/naming.ts";
import { useApp } from "../../app/store.ts";
import { counted } from "../../model/format.ts";
import { NO_DEPARTMENT } from "../../model/geometry.ts";
import { type Spot, usePull } from "../use-pull.ts";
import styles from "./canvas.module.css";
import { NameField } from "./NameField.tsx";

interface Props {
  readonly id: string;
  readonly name: string;
  readonly thin: boolean;
  readonly style: CSSProperties;
  /** Whether the lane is collapsed; left out where there is no room to say so, or nothing to collapse. */
  readonly folded: boolean | undefined;
  /** Whether the chevron that collapses it is shown only while somebody is at it: else the name has no room. */
  readonly tight: boolean;
  /** How many steps it has. */
  readonly count: number;
  /** Whether lanes lie beside each other, because the process flows down. */
  readonly down: boolean;
  /** Called while the header is dragged, with the pointer's place on the page; without one where it is left after all. */
  readonly onDrag: (id: string, at?: Spot) => void;
  readonly onDrop: (id: string, at: Spot) => void;
}

/** Less than this, in pixels on screen, is a click and no drag. */
const A_CLICK = 4;

/** The name of a department at the left of its lane: a click selects the lane, a drag puts it elsewhere. */
export const LaneHeader = memo(function LaneHeader({
  id,
  name,
  thin,
  style,
  folded,
  tight,
  count,
  down,
  onDrag,
  onDrop,
}: Props) {
  const named = useApp(({ naming }) => naming?.kind === "department" && naming.id === id);
  const selected = useApp(({ selection }) => selection.lane === id);
  const fixed = useApp(({ readOnly }) => readOnly) || id === NO_DEPARTMENT;
  const { pull, listeners } = usePull({
    least: A_CLICK,
    takes: ({ button }) => button === 0 && !fixed,
    onPull: ({ to }) => onDrag(id, to),
    onDrop: ({ to }) => onDrop(id, to),
    onCancel: () => onDrag(id),
  });
  const along = down ? "x" : "y";

  return (
    <div
      className={styles.header}
      data-thin={thin || undefined}
      data-folded={folded || undefined}
      data-tight={tight || undefined}
      data-down={down || undefined}
      data-selected={selected || undefined}
      data-dragged={pull !== undefined || undefined}
      style={
        pull
          ? { ...style, transform: `translate${along.toUpperCase()}(${pull.to[along] - pull.from[along]}px)` }
          : style
      }
    >
      {folded !== undefined && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={!folded}
          aria-label={`${name}: ${counted(count, "step")}`}
          title={folded ? "Expand the lane (F)" : "Collapse the lane (F)"}
          onClick={() => foldLane(id, !folded)}
        >
          {folded ? <IconChevronRight size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
        </button>
      )}
      {named ? (
        <div className={styles.headerEditor}>
          <NameField
            label="Name of the department"
            value={name}
            onName={(to) => renameDepartment(id, to)}
            onClose={stopNaming}
          />
        </div>
      ) : (
        <button
          type="button"
          className={styles.laneName}
          title={fixed ? name : `${name} – drag to move the lane, double-click to rename`}
          disabled={id === NO_DEPARTMENT}
          data-lane={id}
          onClick={() => selectLane(id)}
          onFocus={() => selectLane(id)}
          onDoubleClick={() => !fixed && startNaming({ kind: "department", id })}
          {...listeners}
          onContextMenu={(event) => {
            event.preventDefault();
            selectLane(id);
            const { clientX: x, clientY: y } = event;
            useApp.setState({ menu: { of: "lane", x, y, at: { x: 0, y: 0 } } });
          }}
        >
          {name}
        </button>
      )}
      {folded && <span className={styles.folded}>{counted(count, "step")}</span>}
    </div>
  );
});
