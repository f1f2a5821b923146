import { placeNotes } from "../io/svg/notes.ts";
import { freshId } from "../model/edit/ids.ts";
import { add, patch, remove } from "../model/edit.ts";
import { frameOf } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
import { edit } from "./document.ts";
import { drawingOf, type Places } from "./drawing.ts";
import { select } from "./selection.ts";
import { presentProcess, useApp } from "./store.ts";

/** How far below the drawing notes without a place stand, in pixels. */
const BELOW = 24;

/** Every note with the box it is drawn in. */
export function notePlaces(process: Process) {
  const { x, y, height } = frameOf(drawingOf(process));
  return placeNotes(process, [x, y + height + BELOW]);
}

/**
 * Adds a note and opens the field for its text.
 *
 * @param at - Where its middle is to be; left out = below the drawing.
 */
export function addNote(at?: { readonly x: number; readonly y: number }): void {
  const process = presentProcess(useApp.getState());
  const id = freshId(process, "note");
  edit((now) => {
    const added = add(now, "notes", { id, text: "" });
    const made = notePlaces(added).find(({ note }) => note.id === id)!;
    const [x, y] = at ? [at.x - made.width / 2, at.y - made.height / 2] : [made.x, made.y];
    return patch(added, "notes", id, { x: Math.round(x), y: Math.round(y) });
  }, `new ${id}`);
  select([], [], [id]);
  useApp.setState({ naming: { kind: "note", id }, ...(at ? {} : { view: { kind: "reveal", node: id } }) });
}

/** Writes a note; one that is left empty is taken away. */
export function writeNote(id: string, text: string): void {
  const { gesture } = useApp.getState().document;
  const fresh = gesture === `new ${id}` ? gesture : undefined;
  edit((process) => (text === "" ? remove(process, "notes", [id]) : patch(process, "notes", id, { text })), fresh);
}

/** A process with its notes at new places; ids that are no notes are passed over. */
export function notesMoved(process: Process, places: Places): Process {
  return [...places].reduce(
    (now, [id, { x, y }]) => patch(now, "notes", id, { x: Math.round(x), y: Math.round(y) }),
    process,
  );
}
