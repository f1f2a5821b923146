import { type PointerEvent, useState } from "react";
import { resizeLane } from "../../app/lanes.ts";
import styles from "./canvas.module.css";

interface Props {
  readonly id: string;
  /** Where the edge is along the lanes, in pixels on screen from the row's beginning. */
  readonly at: number;
  /** How thick headers are on screen, and how far the lanes reach, in pixels. */
  readonly thickness: number;
  readonly length: number;
  readonly zoom: number;
  /** Whether lanes lie beside each other, because the process flows down. */
  readonly down: boolean;
}

/** The far edge of a lane at its header: dragged, it makes the lane larger or smaller. A line shows where it goes. */
export function LaneEdge({ id, at, thickness, length, zoom, down }: Props) {
  const [from, setFrom] = useState<number | undefined>();
  const [shift, setShift] = useState(0);
  const placeOf = (event: PointerEvent) => (down ? event.clientX : event.clientY);
  const end = () => {
    setFrom(undefined);
    setShift(0);
  };
  const handle = down
    ? { left: at - HIT / 2, top: 0, width: HIT, height: thickness }
    : { left: 0, top: at - HIT / 2, width: thickness, height: HIT };
  const line = down
    ? { left: at + shift - 1, top: 0, width: 2, height: length }
    : { left: 0, top: at + shift - 1, width: length, height: 2 };
  return (
    <>
      {shift !== 0 && <div className={styles.aim} style={line} />}
      <div
        className={styles.edge}
        data-edge={id}
        data-down={down || undefined}
        style={handle}
        title="Drag to make the lane larger or smaller"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setFrom(placeOf(event));
        }}
        onPointerMove={(event) => from !== undefined && setShift(placeOf(event) - from)}
        onPointerUp={() => {
          if (Math.abs(shift) >= 2) resizeLane(id, shift / zoom);
          end();
        }}
        onPointerCancel={end}
      />
    </>
  );
}

/** How thick the edge is to the pointer, in pixels on screen. */
const HIT = 14;
