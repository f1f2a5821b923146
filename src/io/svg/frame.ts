import { flowLabel } from "../../model/flow-label.ts";
import { around, type Drawing, frameOf as drawnBox, type Point, type Rect } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import type { FlowBadge } from "./flow-badges.ts";
import { labelBox } from "./labels.ts";
import { type Legend, legendOf } from "./legend.ts";
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
  /** What explains the picture, and where it begins; left out where nothing is to be explained. */
  readonly legend?: { readonly at: Point; readonly what: Legend };
}

/**
 * Finds room for title, lanes, notes and what explains the picture.
 *
 * @param badges - What a lens says of flows.
 */
export function frameOf(process: Process, drawing: Drawing, look: Look, badges: readonly FlowBadge[]): Frame {
  const drawn = drawnBox(drawing);
  const lanes = { ...drawn, width: Math.max(NARROWEST, drawn.width) };
  const beside = [...thingBoxes(look), ...badges.map(({ box }) => box)];
  const notes = placeNotes(process, [lanes.x, lanes.y + lanes.height + MARGIN]);
  const inner = around([lanes, ...labels(process, drawing), ...beside, ...notes]);
  const legend = legendOf(look, Object.keys(drawing.stages).length > 0, inner.width);
  const above = titleHeight(process, inner.width, look.titleLine);
  const below = legend === undefined ? 0 : legend.height + MARGIN / 2;
  return {
    lanes,
    notes,
    title: { x: inner.x, y: inner.y - above, width: inner.width, height: above },
    ...(legend ? { legend: { at: [inner.x, inner.y + inner.height + MARGIN / 2], what: legend } } : {}),
    page: {
      x: inner.x - MARGIN,
      y: inner.y - above - MARGIN,
      width: Math.max(inner.width, legend?.width ?? 0) + 2 * MARGIN,
      height: inner.height + above + below + 2 * MARGIN,
    },
  };
}

/** What stands beside the steps, and the lines to it. */
function thingBoxes({ things }: Look): readonly Rect[] {
  if (!things) return [];
  const points = things.lines.flatMap(({ line }) => line);
  return [...things.things.map(({ rect }) => rect), ...points.map(([x, y]) => ({ x, y, width: 0, height: 0 }))];
}

function labels(process: Process, drawing: Drawing): readonly Rect[] {
  return process.flows.flatMap((flow) => {
    const middle = drawing.labels[flow.id];
    const text = flowLabel(flow, process);
    return middle === undefined || text === "" ? [] : [labelBox(text, middle)];
  });
}
