import type { Point } from "../../model/geometry.ts";
import type { Note, Process } from "../../model/process.ts";
import { wrap } from "../../model/text.ts";
import { element } from "./element.ts";
import type { Palette } from "./look.ts";
import { textBlock } from "./text.ts";

const FONT = { size: 11, leading: 15 };
const WIDTH = 184;
const GAP = 16;

/** A note and the box it is drawn in. */
export interface PlacedNote {
  readonly note: Note;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Gives every note its box: where the file says, or, for those without a place, in a row.
 *
 * @param row - Where that row begins.
 */
export function placeNotes(process: Process, row: Point): readonly PlacedNote[] {
  let x = row[0];
  return process.notes.map((note) => {
    const height = lines(note).length * FONT.leading + 20;
    if (note.x !== undefined && note.y !== undefined) return { note, x: note.x, y: note.y, width: WIDTH, height };
    const placed = { note, x, y: row[1], width: WIDTH, height };
    x += WIDTH + GAP;
    return placed;
  });
}

/** Draws a note as a sheet with a folded corner. */
export function noteShape({ note, x, y, width, height }: PlacedNote, palette: Palette): string {
  const fold = 12;
  return element(
    "g",
    {},
    element("path", {
      d: `M${x} ${y} h${width - fold} l${fold} ${fold} v${height - fold} h${-width} Z`,
      fill: palette.note,
      stroke: palette.border,
    }),
    element("path", { d: `M${x + width - fold} ${y} v${fold} h${fold}`, fill: "none", stroke: palette.border }),
    textBlock(lines(note), x + 10, y + 20, FONT.leading, { size: FONT.size, fill: palette.ink }),
  );
}

function lines(note: Note): readonly string[] {
  return note.text.split("\n").flatMap((line) => wrap(line, WIDTH - 24, FONT.size));
}
