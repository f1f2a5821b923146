import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type CSSProperties, memo, type PointerEvent, useRef, useState } from "react";
import { renameDepartment } from "../../app/draw.ts";
import { foldLane } from "../../app/fold.ts";
import { selectLane } from "../../app/lanes.ts";
import { startNaming, stopNaming } from "../../app/naming.ts";
import { useApp } from "../../app/store.ts";
import { counted } from "../../model/format.ts";
import { NO_DEPARTMENT } from "../../model/geometry.ts";
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
  /** Called while the header is dragged, with the pointer's place on the page, and once it is let go. */
  readonly onDrag: (id: string, at: { readonly x: number; readonly y: number }, done: boolean) => void;
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
}: Props) {
  const named = useApp(({ naming }) => naming?.kind === "department" && naming.id === id);
  const selected = useApp(({ selection }) => selection.lane === id);
  const fixed = useApp(({ readOnly }) => readOnly) || id === NO_DEPARTMENT;
  const from = useRef<number | undefined>(undefined);
  const [shift, setShift] = useState(0);

  const placeOf = (event: PointerEvent) => (down ? event.clientX : event.clientY);
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0 || fixed) return;
    from.current = placeOf(event);
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (from.current === undefined) return;
    const by = placeOf(event) - from.current;
    if (Math.abs(by) < A_CLICK && shift === 0) return;
    setShift(by);
    onDrag(id, { x: event.clientX, y: event.clientY }, false);
  };
  const onPointerUp = (event: PointerEvent) => {
    if (from.current !== undefined && shift !== 0) onDrag(id, { x: event.clientX, y: event.clientY }, true);
    from.current = undefined;
    setShift(0);
  };

  return (
    <div
      className={styles.header}
      data-thin={thin || undefined}
      data-folded={folded || undefined}
      data-tight={tight || undefined}
      data-down={down || undefined}
      data-selected={selected || undefined}
      data-dragged={shift !== 0 || undefined}
      style={shift === 0 ? style : { ...style, transform: `translate${down ? "X" : "Y"}(${shift}px)` }}
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
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
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
