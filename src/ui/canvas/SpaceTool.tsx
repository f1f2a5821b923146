import { useReactFlow } from "@xyflow/react";
import { type MouseEvent, memo, type PointerEvent, useEffect, useState } from "react";
import type { Places } from "../../app/drawing.ts";
import { foldedLanes, fullSpot, seenDrawing, seenNotes } from "../../app/fold.ts";
import { boxesOf, makeSpace, type Space, spaced, turnSpaceTool } from "../../app/space.ts";
import { presentProcess, useApp } from "../../app/store.ts";
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

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A drag so far: where it began and where it is, in pixels from the sheet's corner, and which way it goes. */
interface Pull {
  readonly from: Spot;
  readonly to: Spot;
  readonly along: Space["along"] | undefined;
}

const NOWHERE: Places = new Map();

/** A drag shorter than this, in pixels, goes no way yet. */
const A_WAY = 6;

function Sheet({ onPreview }: Props) {
  const flow = useReactFlow();
  const [pull, setPull] = useState<Pull | undefined>();
  useEffect(() => () => onPreview(NOWHERE), [onPreview]);

  const spotOf = (event: PointerEvent<HTMLElement>): Spot => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = spotOf(event);
    setPull({ from, to: from, along: undefined });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!pull) return;
    const next = pulled(pull, spotOf(event));
    setPull(next);
    if (next.along) onPreview(previewOf(spaceOf(next, next.along, event, flow.getZoom(), flow.screenToFlowPosition)));
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (!pull?.along) return setPull(undefined);
    const space = spaceOf(pull, pull.along, event, flow.getZoom(), (at) => fullSpot(flow.screenToFlowPosition(at)));
    turnSpaceTool(false);
    makeSpace(space);
  };
  const onPointerCancel = () => turnSpaceTool(false);
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    turnSpaceTool(false);
  };

  return (
    <div
      className={styles.sheet}
      data-along={pull?.along}
      {...{ onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onContextMenu }}
    >
      <p role="status">
        {pull?.along ? WORDS[signOf(pull, pull.along)] : "Drag right or down to make room, left or up to take it away"}
        <kbd>Esc</kbd>
      </p>
      {pull?.along && <Gap pull={pull} along={pull.along} />}
    </div>
  );
}

const WORDS = { more: "Let go to make this room", less: "Let go to take this room away" };

const signOf = ({ from, to }: Pull, along: Space["along"]) => (to[along] < from[along] ? "less" : "more");

/** The room between where the drag began and where it is. */
function Gap({ pull: { from, to }, along }: { pull: Pull; along: Space["along"] }) {
  const [start, end] = [Math.min(from[along], to[along]), Math.max(from[along], to[along])];
  return (
    <div
      className={styles.gap}
      data-along={along}
      style={along === "x" ? { left: start, width: end - start } : { top: start, height: end - start }}
    />
  );
}

function pulled({ from, along }: Pull, to: Spot): Pull {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  if (along || Math.max(dx, dy) < A_WAY) return { from, to, along };
  return { from, to, along: dx >= dy ? "x" : "y" };
}

/** The room that a drag makes, in steps of the grid. */
function spaceOf(
  { from, to }: Pull,
  along: Space["along"],
  event: PointerEvent<HTMLElement>,
  zoom: number,
  placeOf: (at: Spot) => Spot,
): Space {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  const line = placeOf({ x: from.x + left, y: from.y + top });
  return { along, from: line[along], by: Math.round((to[along] - from[along]) / zoom / 8) * 8 };
}

function previewOf(space: Space): Places {
  const state = useApp.getState();
  const notes = seenNotes(presentProcess(state), foldedLanes(state));
  return new Map([...spaced(boxesOf(seenDrawing(state), notes), space)].map(([id, [x, y]]) => [id, { x, y }]));
}
