import { isDate, shiftOf } from "../../model/calendar.ts";
import { clock, DAY } from "../../model/edit/shifts.ts";
import { quoted } from "../../model/read/expected.ts";
import type { Reading } from "./read-number.ts";

/**
 * Reads the shifts of a day as people type them; an empty text is a day off.
 *
 * @returns The shifts as the file writes them.
 *
 * @example
 * readShifts("9 – 12:30, 13.30-17"); // { ok: true, value: ["09:00-12:30", "13:30-17:00"] }
 */
export function readShifts(text: string): Reading<readonly string[]> {
  const parts = text
    .split(/[,;]|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const shifts: string[] = [];
  let last = 0;
  for (const part of parts) {
    const [, h1, m1 = "00", h2, m2 = "00"] =
      /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|to)\s*(\d{1,2})(?:[:.](\d{2}))?$/.exec(part) ?? [];
    const shift = h1 && h2 ? shiftOf(`${h1.padStart(2, "0")}:${m1}-${h2.padStart(2, "0")}:${m2}`) : undefined;
    if (!shift) return refuse(`${quoted(part)} is no shift: write it as in 09:00–12:30.`);
    if (shift.to <= shift.from) {
      return refuse(
        `${quoted(part)} ends before it begins. Split a night at midnight: ${clock(shift.from)}–${clock(DAY)}, and the rest the day after.`,
      );
    }
    if (shift.from < last) return refuse(`${quoted(part)} begins before the shift in front of it ends.`);
    last = shift.to;
    shifts.push(`${clock(shift.from)}-${clock(shift.to)}`);
  }
  return { ok: true, value: shifts };
}

/** Writes the shifts of a day so that they can be typed over. What cannot be read stands as it is in the file. */
export function writeShifts(shifts: readonly string[] | undefined): string {
  return (shifts ?? []).map((shift) => (shiftOf(shift) ? shift.replace("-", "–") : shift)).join(", ");
}

/** Reads dates with commas or spaces between them, such as “2026-12-25, 2026-12-26”. */
export function readDates(text: string): Reading<readonly string[]> {
  const dates = text.split(/[\s,;]+/).filter((part) => part !== "");
  const wrong = dates.find((date) => !isDate(date));
  return wrong === undefined
    ? { ok: true, value: dates }
    : refuse(`${quoted(wrong)} is no date: write it as in 2026-12-25.`);
}

function refuse(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
