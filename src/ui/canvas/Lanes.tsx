import { useStore, ViewportPortal } from "@xyflow/react";
import { type CSSProperties, memo } from "react";
import { renameDepartment } from "../../app/draw.ts";
import { useDrawing } from "../../app/drawing.ts";
import { startNaming, stopNaming } from "../../app/naming.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { departmentColour } from "../../io/svg/look.ts";
import { type Drawing, LANE, NO_DEPARTMENT, type Rect } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { textWidth, wrap } from "../../model/text.ts";
import styles from "./canvas.module.css";
import { NameField } from "./NameField.tsx";

interface Lane {
  readonly id: string;
  readonly name: string;
  readonly rect: Rect;
  readonly style: CSSProperties;
}

function lanesOf({ departments }: Process, { lanes }: Drawing): readonly Lane[] {
  // A process without departments is one open space, not one nameless lane.
  if (departments.length === 0) return [];
  const index = new Map(departments.map(({ id }, i) => [id, i]));
  return Object.entries(lanes)
    .map(([id, rect]) => {
      const i = index.get(id);
      const department = i === undefined ? undefined : departments[i];
      const colour = department ? departmentColour(department.color, i ?? 0) : "#8390a2";
      const name = department?.name ?? (id === NO_DEPARTMENT ? "No department" : id);
      return { id, name, rect, style: { "--lane": colour } as CSSProperties };
    })
    .sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x);
}

/** The departments as bands behind everything; `into` is the one that a dragged node would drop into. */
export const Lanes = memo(function Lanes({ into }: { into: string | undefined }) {
  const process = useApp(presentProcess);
  const drawing = useDrawing();
  return (
    <ViewportPortal>
      <div className={styles.lanes} data-direction={drawing.direction}>
        {lanesOf(process, drawing).map(({ id, rect: { x, y, width, height }, style }) => (
          <div
            key={id}
            className={styles.lane}
            data-into={id === into || undefined}
            style={{ ...style, left: x, width, top: y, height }}
          />
        ))}
      </div>
    </ViewportPortal>
  );
});

/** The largest type, within reason, in which a name fits into its header, broken into lines if need be. */
function headerType(name: string, length: number, width: number, zoom: number): CSSProperties {
  if (length < THIN) return { fontSize: 11 };
  const largest = Math.min(16, Math.max(11, 13 * zoom));
  const sizes = [largest, 10, 9, 8];
  const room = (length - 8) / WIDER;
  const words = name.split(" ");
  const fits = sizes.find(
    (size) =>
      words.every((word) => textWidth(word, size) <= room) &&
      wrap(name, room, size).length * size * LEADING <= width - 2,
  );
  return { fontSize: fits ?? 7, lineHeight: LEADING };
}

const LEADING = 1.18;

/** Below this height on screen a lane's name lies across, in pixels. */
const THIN = 32;

/** Some systems' own fonts are wider than the one that texts are measured by. */
const WIDER = 1.14;

/**
 * The names of the departments, at the left of their lanes or, where the process flows down, at the top. They stay in
 * sight when the lanes begin beyond.
 */
export const LaneHeaders = memo(function LaneHeaders() {
  const process = useApp(presentProcess);
  const drawing = useDrawing();
  const naming = useApp((state) => state.naming);
  const [panX, panY, zoom] = useStore(({ transform }) => transform);
  const lanes = lanesOf(process, drawing);
  const [first] = lanes;
  if (!first) return null;
  const down = drawing.direction === "down";
  const [begin, length, pan] = down ? [first.rect.y, first.rect.height, panY] : [first.rect.x, first.rect.width, panX];
  const thickness = Math.max(22, LANE.header * zoom);
  // From afar a header is wider than its room: it grows away from the nodes.
  const at = Math.max(0, (begin + LANE.header) * zoom + pan - thickness);
  // Past the end of the lanes there is nothing left to name.
  if ((begin + length) * zoom + pan < at + thickness) return null;
  const place = ({ x, y, width, height }: Rect) =>
    down
      ? { top: at, height: thickness, left: x * zoom + panX, width: width * zoom }
      : { left: at, width: thickness, top: y * zoom + panY, height: height * zoom };

  return (
    <div className={styles.headers} data-direction={drawing.direction}>
      {lanes.map(({ id, name, rect, style }) => (
        <div
          key={id}
          className={styles.header}
          data-sticky={at === 0 || undefined}
          data-thin={(!down && rect.height * zoom < THIN) || undefined}
          style={{
            ...style,
            ...place(rect),
            ...headerType(name, (down ? rect.width : rect.height) * zoom, thickness, zoom),
          }}
        >
          {naming?.kind === "department" && naming.id === id ? (
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
              title={`${name} – double-click to rename`}
              disabled={id === NO_DEPARTMENT}
              onDoubleClick={() => startNaming({ kind: "department", id })}
            >
              {name}
            </button>
          )}
        </div>
      ))}
    </div>
  );
});
