import { flowLabel } from "../../model/flow-label.ts";
import { type Drawing, frameOf as drawnBox, type Rect } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { labelBox } from "./labels.ts";
import { legendSize } from "./legend.ts";
import type { Heat } from "./look.ts";
import { type PlacedNote, placeNotes } from "./notes.ts";
import { titleHeight } from "./title.ts";

const MARGIN = 24;
const NARROWEST = 480;

/** Where the parts of a picture are. */
export interface Frame {
  readonly page: Rect;
  readonly title: Rect;
  /** All lanes together, with the strip of their names. */
  readonly lanes: Rect;
  readonly notes: readonly PlacedNote[];
  readonly legend: Rect;
}

/** Finds room for title, lanes, notes and, if asked for, the legend. */
export function frameOf(process: Process, drawing: Drawing, heat: Heat | undefined): Frame {
  const drawn = drawnBox(drawing);
  const lanes = { ...drawn, width: Math.max(NARROWEST, drawn.width) };
  const notes = placeNotes(process, [lanes.x, lanes.y + lanes.height + MARGIN]);
  const inner = around([lanes, ...labels(process, drawing), ...notes]);
  const legend = heat === undefined ? { width: 0, height: 0 } : legendSize(heat);
  const above = titleHeight(process, inner.width);
  const below = heat === undefined ? 0 : legend.height + MARGIN / 2;
  return {
    lanes,
    notes,
    title: { x: inner.x, y: inner.y - above, width: inner.width, height: above },
    legend: { ...legend, x: inner.x, y: inner.y + inner.height + MARGIN / 2 },
    page: {
      x: inner.x - MARGIN,
      y: inner.y - above - MARGIN,
      width: Math.max(inner.width, legend.width) + 2 * MARGIN,
      height: inner.height + above + below + 2 * MARGIN,
    },
  };
}

function labels(process: Process, drawing: Drawing): readonly Rect[] {
  return process.flows.flatMap((flow) => {
    const middle = drawing.labels[flow.id];
    const text = flowLabel(flow, process);
    return middle === undefined || text === "" ? [] : [labelBox(text, middle)];
  });
}

function around(boxes: readonly Rect[]): Rect {
  const first = boxes[0] ?? { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [first.x, first.y, first.x + first.width, first.y + first.height];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
