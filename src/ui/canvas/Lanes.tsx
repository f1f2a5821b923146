import { useStore, ViewportPortal } from "@xyflow/react";
import { type CSSProperties, memo } from "react";
import { renameDepartment } from "../../app/draw.ts";
import { useDrawing, useFrame } from "../../app/drawing.ts";
import { startNaming, stopNaming } from "../../app/naming.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { departmentColour } from "../../io/svg/look.ts";
import { type Drawing, LANE, NO_DEPARTMENT } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { textWidth, wrap } from "../../model/text.ts";
import styles from "./canvas.module.css";
import { NameField } from "./NameField.tsx";

interface Lane {
  readonly id: string;
  readonly name: string;
  readonly y: number;
  readonly height: number;
  readonly style: CSSProperties;
}

function lanesOf({ departments }: Process, { lanes }: Drawing): readonly Lane[] {
  // A process without departments is one open space, not one nameless lane.
  if (departments.length === 0) return [];
  const index = new Map(departments.map(({ id }, i) => [id, i]));
  return Object.entries(lanes)
    .map(([id, { y, height }]) => {
      const i = index.get(id);
      const department = i === undefined ? undefined : departments[i];
      const colour = department ? departmentColour(department.color, i ?? 0) : "#8390a2";
      const name = department?.name ?? (id === NO_DEPARTMENT ? "No department" : id);
      return { id, name, y, height, style: { "--lane": colour } as CSSProperties };
    })
    .sort((a, b) => a.y - b.y);
}

/** The departments as bands behind everything; `into` is the one that a dragged node would drop into. */
export const Lanes = memo(function Lanes({ into }: { into: string | undefined }) {
  const process = useApp(presentProcess);
  const drawing = useDrawing();
  const frame = useFrame();
  return (
    <ViewportPortal>
      <div className={styles.lanes}>
        {lanesOf(process, drawing).map(({ id, y, height, style }) => (
          <div
            key={id}
            className={styles.lane}
            data-into={id === into || undefined}
            style={{ ...style, left: frame.x, width: frame.width, top: y, height }}
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

/** The names of the departments at the left of their lanes. They stay in sight when the lanes begin further left. */
export const LaneHeaders = memo(function LaneHeaders() {
  const process = useApp(presentProcess);
  const drawing = useDrawing();
  const naming = useApp((state) => state.naming);
  const [panX, panY, zoom] = useStore(({ transform }) => transform);
  const frame = useFrame();
  const width = Math.max(22, LANE.header * zoom);
  // From afar a header is wider than its room: it grows away from the nodes.
  const left = Math.max(0, (frame.x + LANE.header) * zoom + panX - width);
  // Past the end of the lanes there is nothing left to name.
  if ((frame.x + frame.width) * zoom + panX < left + width) return null;

  return (
    <div className={styles.headers}>
      {lanesOf(process, drawing).map(({ id, name, y, height, style }) => (
        <div
          key={id}
          className={styles.header}
          data-sticky={left === 0 || undefined}
          data-thin={height * zoom < THIN || undefined}
          style={{
            ...style,
            left,
            width,
            top: y * zoom + panY,
            height: height * zoom,
            ...headerType(name, height * zoom, width, zoom),
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
