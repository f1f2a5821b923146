import type { DrawingOptions } from "../layout/drawing.ts";
import { drawn, type Place, roomy } from "../layout/seen.ts";
import { settle as inARow } from "../layout/settle.ts";
import type { Drawing } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";

/** Until what finds good places is there, what has none is set down one after the other, along the flow. */
let place: Place = inARow;

/** Brings what finds places for a process without any. The first picture does not wait for it: documents have places once they are open. */
export async function loadPlacing(): Promise<void> {
  const { placed } = await import("../layout/place/place.ts");
  place = (process) => placed(process, false);
}

/** Where everything of a process is drawn, worked out anew with every call. */
export function derived(process: Process, options?: DrawingOptions): Drawing {
  return drawn(process, place, options);
}

/**
 * Makes room after nodes were dropped, added or given to another department, moving as little as it can.
 *
 * @returns The same process if nothing has to move.
 */
export function settle(process: Process): Process {
  return roomy(process, place);
}
