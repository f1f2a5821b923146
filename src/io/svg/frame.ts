import { flowLabel } from "../../model/flow-label.ts";
import { around, type Drawing, frameOf as drawnBox, type Rect } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { labelBox } from "./labels.ts";
import { legendSize } from "./legend.ts";
import type { Look } from "./look.ts";
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
export function frameOf(process: Process, drawing: Drawing, { heat, titleLine }: Look): Frame {
  const drawn = drawnBox(drawing);
  const lanes = { ...drawn, width: Math.max(NARROWEST, drawn.width) };
  const notes = placeNotes(process, [lanes.x, lanes.y + lanes.height + MARGIN]);
  const inner = around([lanes, ...labels(process, drawing), ...notes]);
  const legend = heat === undefined ? { width: 0, height: 0 } : legendSize(heat);
  const above = titleHeight(process, inner.width, titleLine);
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
