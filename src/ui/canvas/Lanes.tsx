import { useReactFlow, useStore, ViewportPortal } from "@xyflow/react";
import { type CSSProperties, memo, useCallback, useMemo, useState } from "react";
import { drawingOf, useDrawing } from "../../app/drawing.ts";
import { putLane } from "../../app/lanes.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { departmentColour } from "../../io/svg/look.ts";
import { type Drawing, LANE, laneAt, NO_DEPARTMENT, type Rect } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { textWidth, wrap } from "../../model/text.ts";
import styles from "./canvas.module.css";
import { LaneHeader } from "./LaneHeader.tsx";

interface Lane {
  readonly id: string;
  readonly name: string;
  readonly box: Rect;
  readonly style: CSSProperties;
}

function lanesOf({ departments }: Process, { lanes }: Drawing): readonly Lane[] {
  // A process without departments is one open space, not one nameless lane.
  if (departments.length === 0) return [];
  const index = new Map(departments.map(({ id }, i) => [id, i]));
  return Object.entries(lanes)
    .map(([id, box]) => {
      const i = index.get(id);
      const department = i === undefined ? undefined : departments[i];
      const colour = department ? departmentColour(department.color, i ?? 0) : "#8390a2";
      const name = department?.name ?? (id === NO_DEPARTMENT ? "No department" : id);
      return { id, name, box, style: { "--lane": colour } as CSSProperties };
    })
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

/** The departments as bands behind everything; `into` is the one that a dragged node would drop into. */
export const Lanes = memo(function Lanes({ into }: { into: string | undefined }) {
  const process = useApp(presentProcess);
  const drawing = useDrawing();
  return (
    <ViewportPortal>
      <div className={styles.lanes} data-direction={drawing.direction}>
        {lanesOf(process, drawing).map(({ id, box, style }) => (
          <div
            key={id}
            className={styles.lane}
            data-into={id === into || undefined}
            style={{ ...style, left: box.x, width: box.width, top: box.y, height: box.height }}
          />
        ))}
      </div>
    </ViewportPortal>
  );
});

const types = new Map<string, CSSProperties>();

/** The largest type, within reason, in which a name fits into its header; worked out once for each size of header. */
function headerType(name: string, length: number, width: number, zoom: number): CSSProperties {
  const key = `${Math.round(length)} ${zoom.toFixed(3)} ${name}`;
  const known = types.get(key);
  if (known) return known;
  if (types.size > 1000) types.clear();
  const made = fittingType(name, length, width, zoom);
  types.set(key, made);
  return made;
}

function fittingType(name: string, length: number, width: number, zoom: number): CSSProperties {
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
 * The names of the departments at the beginning of their lanes: at the left, or at the top where the process flows
 * down. They stay in sight when the lanes begin outside of it.
 */
export const LaneHeaders = memo(function LaneHeaders() {
  const process = useApp(presentProcess);
  const drawing = useDrawing();
  const [panX, panY, zoom] = useStore(({ transform }) => transform);
  const flow = useReactFlow();
  const [over, setOver] = useState<{ readonly id: string; readonly beyond: boolean } | undefined>();
  const lanes = useMemo(() => lanesOf(process, drawing), [process, drawing]);
  const down = drawing.direction === "down";

  const onDrag = useCallback(
    (id: string, at: { readonly x: number; readonly y: number }, done: boolean) => {
      const now = presentProcess(useApp.getState());
      const ids = now.departments.map((department) => department.id);
      const { x, y } = flow.screenToFlowPosition(at);
      const target = laneAt(drawingOf(now), [x, y]);
      const to = target === NO_DEPARTMENT ? ids.length - 1 : ids.indexOf(target);
      setOver(done ? undefined : { id: target, beyond: to > ids.indexOf(id) });
      if (done && to >= 0) putLane(id, to);
    },
    [flow],
  );

  const [first] = lanes;
  if (!first) return null;
  const shown = (box: Rect): Rect => ({
    x: box.x * zoom + panX,
    y: box.y * zoom + panY,
    width: box.width * zoom,
    height: box.height * zoom,
  });
  const start = shown(first.box);
  const thickness = Math.max(22, LANE.header * zoom);
  // From afar a header is thicker than its room: it grows away from the nodes.
  const edge = Math.max(0, (down ? start.y : start.x) + LANE.header * zoom - thickness);
  const end = down ? start.y + start.height : start.x + start.width;
  // Past the end of the lanes there is nothing left to name.
  if (end < edge + thickness) return null;
  const aim = over && lanes.find(({ id }) => id === over.id);

  return (
    <div className={styles.headers} data-direction={drawing.direction}>
      {lanes.map(({ id, name, box, style }) => {
        const { x, y, width, height } = shown(box);
        const length = down ? width : height;
        return (
          <LaneHeader
            key={id}
            {...{ id, name, down, onDrag }}
            sticky={edge === 0}
            thin={!down && length < THIN}
            style={{
              ...style,
              ...(down
                ? { left: x, width, top: edge, height: thickness }
                : { left: edge, width: thickness, top: y, height }),
              ...headerType(name, length, thickness, zoom),
            }}
          />
        );
      })}
      {aim && <div className={styles.aim} style={lineAt(shown(aim.box), over.beyond, down)} />}
    </div>
  );
});

/** The border of a lane that a dragged one would come to lie at. */
function lineAt({ x, y, width, height }: Rect, beyond: boolean, down: boolean): CSSProperties {
  if (down) return { left: x + (beyond ? width : 0) - 2, top: y, width: 4, height };
  return { left: x, top: y + (beyond ? height : 0) - 2, width, height: 4 };
}
