import { useReactFlow } from "@xyflow/react";
import { type MouseEvent, memo, useEffect, useRef } from "react";
import type { Places } from "../../app/drawing.ts";
import { foldedLanes, fullSpot, seenDrawing, seenNotes } from "../../app/fold.ts";
import { boxesOf, makeSpace, type Space, spaced, turnSpaceTool } from "../../app/space.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { type Pull, type Spot, usePull } from "../use-pull.ts";
import styles from "./space.module.css";

interface Props {
  /** Called with where things would be, while the pointer is down. */
  readonly onPreview: (places: Places) => void;
}

/** While the tool is in hand, a sheet over the drawing on which a drag makes room, or takes it away. */
export const SpaceTool = memo(function SpaceTool({ onPreview }: Props) {
  const active = useApp(({ tool, readOnly }) => tool === "space" && !readOnly);
  return active ? <Sheet onPreview={onPreview} /> : null;
});

const NOWHERE: Places = new Map();

/** A drag shorter than this, in pixels, goes no way yet. */
const A_WAY = 6;

function Sheet({ onPreview }: Props) {
  const flow = useReactFlow();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => () => onPreview(NOWHERE), [onPreview]);

  const leave = () => turnSpaceTool(false);
  const { pull, listeners } = usePull({
    least: A_WAY,
    onPull: (now) => onPreview(previewOf(spaceOf(now, flow.getZoom(), flow.screenToFlowPosition))),
    onDrop: (last) => {
      leave();
      makeSpace(spaceOf(last, flow.getZoom(), (at) => fullSpot(flow.screenToFlowPosition(at))));
    },
    onCancel: leave,
  });
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    leave();
  };

  return (
    <div ref={sheet} className={styles.sheet} data-along={pull?.way} {...{ ...listeners, onContextMenu }}>
      <p role="status">
        {pull ? WORDS[signOf(pull)] : "Drag right or down to make room, left or up to take it away"}
        <kbd>Esc</kbd>
      </p>
      {pull && <Gap pull={pull} sheet={sheet.current} />}
    </div>
  );
}

const WORDS = { more: "Let go to make this room", less: "Let go to take this room away" };

const signOf = ({ from, to, way }: Pull) => (to[way] < from[way] ? "less" : "more");

/** The room between where the drag began and where it is. */
function Gap({ pull: { from, to, way }, sheet }: { pull: Pull; sheet: HTMLElement | null }) {
  const ground = sheet?.getBoundingClientRect();
  const start = Math.min(from[way], to[way]) - (ground?.[way] ?? 0);
  const size = Math.abs(to[way] - from[way]);
  return (
    <div
      className={styles.gap}
      data-along={way}
      style={way === "x" ? { left: start, width: size } : { top: start, height: size }}
    />
  );
}

/** The room that a drag makes, in steps of the grid. */
function spaceOf({ from, to, way }: Pull, zoom: number, placeOf: (at: Spot) => Spot): Space {
  return { along: way, from: placeOf(from)[way], by: Math.round((to[way] - from[way]) / zoom / 8) * 8 };
}

function previewOf(space: Space): Places {
  const state = useApp.getState();
  const notes = seenNotes(presentProcess(state), foldedLanes(state));
  return new Map([...spaced(boxesOf(seenDrawing(state), notes), space)].map(([id, [x, y]]) => [id, { x, y }]));
}
