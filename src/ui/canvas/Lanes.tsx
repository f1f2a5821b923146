import { useReactFlow, useStore, useStoreApi, ViewportPortal } from "@xyflow/react";
import { type CSSProperties, memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { foldedLanes, seenDrawing, useDrawing } from "../../app/fold.ts";
import { putLane } from "../../app/lanes.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { LANE, laneAt, NO_DEPARTMENT, type Rect } from "../../model/geometry.ts";
import type { Spot } from "../use-pull.ts";
import styles from "./canvas.module.css";
import { headerType, THIN } from "./header-type.ts";
import { LaneEdge } from "./LaneEdge.tsx";
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

/** The lane that a lane which is dragged would come to lie before or beyond, and its place in the row; -1 is no lane. */
function goalOf(id: string, at: Spot) {
  const state = useApp.getState();
  const ids = presentProcess(state).departments.map((department) => department.id);
  const target = laneAt(seenDrawing(state), [at.x, at.y]);
  const to = target === NO_DEPARTMENT ? ids.length - 1 : ids.indexOf(target);
  return { id: target, to, beyond: to > ids.indexOf(id) };
}

/** From this length on screen on, a header has room for its chevron all the time, and how much that takes, in pixels. */
const ROOMY = 76;
const CHEVRON = 24;

const tinted = (colour: string) => ({ "--lane": colour }) as CSSProperties;

/**
 * The names of the departments at the beginning of their lanes: at the left, or at the top where the process flows
 * down. They stay in sight when the lanes begin outside of it.
 */
export const LaneHeaders = memo(function LaneHeaders() {
  const process = useApp(presentProcess);
  const drawing = useDrawing();
  const collapsed = useApp(foldedLanes);
  const readOnly = useApp((state) => state.readOnly);
  const zoom = useStore(({ transform }) => transform[2]);
  const flow = useReactFlow();
  const [over, setOver] = useState<{ readonly id: string; readonly beyond: boolean } | undefined>();
  const lanes = useMemo(() => lanesOf(process, drawing), [process, drawing]);
  const down = drawing.direction === "down";
  const thickness = Math.max(22, LANE.header * zoom);
  const row = useRow(lanes[0]?.box, down, thickness);

  const onDrag = useCallback(
    (id: string, at?: Spot) => setOver(at && goalOf(id, flow.screenToFlowPosition(at))),
    [flow],
  );
  const onDrop = useCallback(
    (id: string, at: Spot) => {
      setOver(undefined);
      const { to } = goalOf(id, flow.screenToFlowPosition(at));
      if (to >= 0) putLane(id, to);
    },
    [flow],
  );

  if (lanes.length === 0) return null;
  const [from, size, along] = down ? (["x", "width", "height"] as const) : (["y", "height", "width"] as const);
  const aim = over && lanes.find(({ id }) => id === over.id);
  return (
    <div className={styles.headers} data-direction={drawing.direction}>
      <div ref={row} className={styles.row}>
        {lanes.map(({ id, name, box, colour, count }) => {
          const [at, length] = [box[from] * zoom, box[size] * zoom];
          const folded = collapsed.has(id) || (length < CHEVRON ? undefined : false);
          const tight = !folded && length < ROOMY;
          const across = down ? { left: at, top: 0, height: thickness } : { left: 0, top: at, width: thickness };
          const room = length - (tight ? 0 : CHEVRON);
          return (
            <LaneHeader
              key={id}
              {...{ id, name, count, folded, tight, down, onDrag, onDrop }}
              thin={!down && !folded && length < THIN}
              style={{
                ...tinted(colour),
                ...across,
                ...(down ? { width: length } : { height: length }),
                ...(folded
                  ? { fontSize: 12, [down ? "height" : "width"]: "auto" }
                  : headerType(name, room, thickness, zoom)),
              }}
            />
          );
        })}
        {!readOnly &&
          lanes.map(({ id, box }) =>
            collapsed.has(id) || id === NO_DEPARTMENT ? null : (
              <LaneEdge
                key={id}
                {...{ id, thickness, zoom, down }}
                at={(box[from] + box[size]) * zoom}
                length={box[along] * zoom}
              />
            ),
          )}
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
