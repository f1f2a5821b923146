import { resizeLane } from "../../app/lanes.ts";
import { type Pull, usePull } from "../use-pull.ts";
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
  const along = down ? "x" : "y";
  const shiftOf = ({ from, to }: Pull) => to[along] - from[along];
  const { pull, listeners } = usePull({ least: A_CLICK, onDrop: (drop) => resizeLane(id, shiftOf(drop) / zoom) });
  const handle = down
    ? { left: at - HIT / 2, top: 0, width: HIT, height: thickness }
    : { left: 0, top: at - HIT / 2, width: thickness, height: HIT };
  const to = at + (pull ? shiftOf(pull) : 0);
  const line = down
    ? { left: to - 1, top: 0, width: 2, height: length }
    : { left: 0, top: to - 1, width: length, height: 2 };
  return (
    <>
      {pull && <div className={styles.aim} style={line} />}
      <div
        className={styles.edge}
        data-edge={id}
        data-down={down || undefined}
        style={handle}
        title="Drag to make the lane larger or smaller"
        {...listeners}
      />
    </>
  );
}

/** Less than this, in pixels on screen, is a click and no drag. */
const A_CLICK = 2;

/** How thick the edge is to the pointer, in pixels on screen. */
const HIT = 14;
