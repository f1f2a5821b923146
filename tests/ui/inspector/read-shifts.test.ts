import { expect, it } from "vitest";
import { readDates, readShifts, writeShifts } from "../../../src/ui/words/read-shifts.ts";

it.each([
  ["09:00–12:30, 13:30–17:00", ["09:00-12:30", "13:30-17:00"]],
  ["9-17", ["09:00-17:00"]],
  ["9.30 to 12; 13 – 24", ["09:30-12:00", "13:00-24:00"]],
  ["", []],
])("reads the shifts “%s”", (text, shifts) => {
  expect(readShifts(text)).toEqual({ ok: true, value: shifts });
});

it.each([
  ["nine to five", "“nine to five” is no shift: write it as in 09:00–12:30."],
  ["9-25", "“9-25” is no shift: write it as in 09:00–12:30."],
  ["22-6", "“22-6” ends before it begins. Split a night at midnight: 22:00–24:00, and the rest the day after."],
  ["9-12, 11-17", "“11-17” begins before the shift in front of it ends."],
])("refuses the shifts “%s” with a sentence", (text, message) => {
  expect(readShifts(text)).toEqual({ ok: false, message });
});

it("writes shifts so that they read as the same", () => {
  expect(writeShifts(["09:00-12:30", "13:30-17:00"])).toBe("09:00–12:30, 13:30–17:00");
});

it("reads dates, and refuses one that no calendar shows", () => {
  expect(readDates("2026-12-25, 2026-12-26")).toEqual({ ok: true, value: ["2026-12-25", "2026-12-26"] });
  expect(readDates("2026-02-29")).toEqual({
    ok: false,
    message: "“2026-02-29” is no date: write it as in 2026-12-25.",
  });
});
