import { useReactFlow, useStore, useStoreApi, ViewportPortal } from "@xyflow/react";
import { type CSSProperties, memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { drawingOf, useDrawing } from "../../app/drawing.ts";
import { putLane } from "../../app/lanes.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { LANE, laneAt, NO_DEPARTMENT, type Rect } from "../../model/geometry.ts";
import { textWidth, wrap } from "../../model/text.ts";
import styles from "./canvas.module.css";
import { LaneHeader } from "./LaneHeader.tsx";
import { lanesOf } from "./lanes-of.ts";

/** The departments as bands behind everything; `into` is the one that a dragged node would drop into. */
export const Lanes = memo(function Lanes({ into }: { into: string | undefined }) {
  const process = useApp(presentProcess);
  const drawing = useDrawing();
  return (
    <ViewportPortal>
      <div className={styles.lanes} data-direction={drawing.direction}>
        {lanesOf(process, drawing).map(({ id, box, colour }) => (
          <div
            key={id}
            className={styles.lane}
            data-into={id === into || undefined}
            style={{ ...tinted(colour), left: box.x, width: box.width, top: box.y, height: box.height }}
          />
        ))}
      </div>
    </ViewportPortal>
  );
});

const tinted = (colour: string) => ({ "--lane": colour }) as CSSProperties;

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
  const zoom = useStore(({ transform }) => transform[2]);
  const flow = useReactFlow();
  const [over, setOver] = useState<{ readonly id: string; readonly beyond: boolean } | undefined>();
  const lanes = useMemo(() => lanesOf(process, drawing), [process, drawing]);
  const down = drawing.direction === "down";
  const thickness = Math.max(22, LANE.header * zoom);
  const row = useRow(lanes[0]?.box, down, thickness);

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

  if (lanes.length === 0) return null;
  const [from, size] = down ? (["x", "width"] as const) : (["y", "height"] as const);
  const aim = over && lanes.find(({ id }) => id === over.id);
  return (
    <div className={styles.headers} data-direction={drawing.direction}>
      <div ref={row} className={styles.row}>
        {lanes.map(({ id, name, box, colour }) => {
          const [at, length] = [box[from] * zoom, box[size] * zoom];
          return (
            <LaneHeader
              key={id}
              {...{ id, name, down, onDrag }}
              thin={!down && length < THIN}
              style={{
                ...tinted(colour),
                ...(down
                  ? { left: at, width: length, top: 0, height: thickness }
                  : { left: 0, width: thickness, top: at, height: length }),
                ...headerType(name, length, thickness, zoom),
              }}
            />
          );
        })}
        {aim && <div className={styles.aim} style={lineAt(aim.box, over.beyond, down, zoom)} />}
      </div>
    </div>
  );
});

/** Keeps the row of headers where the view has it, without drawing it anew. */
function useRow(first: Rect | undefined, down: boolean, thickness: number) {
  const row = useRef<HTMLDivElement>(null);
  const store = useStoreApi();
  useLayoutEffect(() => {
    const follow = () => {
      const element = row.current;
      if (!element || !first) return;
      const [panX, panY, zoom] = store.getState().transform;
      const [begin, length] = down
        ? [first.y * zoom + panY, first.height * zoom]
        : [first.x * zoom + panX, first.width * zoom];
      // From afar a header is thicker than its room: it grows away from the nodes.
      const edge = Math.max(0, begin + LANE.header * zoom - thickness);
      element.style.transform = down ? `translate(${panX}px, ${edge}px)` : `translate(${edge}px, ${panY}px)`;
      element.toggleAttribute("data-sticky", edge === 0);
      // Past the end of the lanes there is nothing left to name.
      element.hidden = begin + length < edge + thickness;
    };
    follow();
    return store.subscribe(follow);
  }, [store, first, down, thickness]);
  return row;
}

/** The border of a lane that a dragged one would come to lie at. */
function lineAt({ x, y, width, height }: Rect, beyond: boolean, down: boolean, zoom: number): CSSProperties {
  if (down) return { left: (x + (beyond ? width : 0)) * zoom - 2, top: 0, width: 4, height: height * zoom };
  return { left: 0, top: (y + (beyond ? height : 0)) * zoom - 2, width: width * zoom, height: 4 };
}
