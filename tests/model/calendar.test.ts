import { describe, expect, it } from "vitest";
import { isDate, isDateTime, shiftOf } from "../../src/model/calendar.ts";

describe("shifts", () => {
  it("are read in minutes from midnight", () => {
    expect(shiftOf("09:00-12:30")).toEqual({ from: 540, to: 750 });
    expect(shiftOf("00:00-24:00")).toEqual({ from: 0, to: 1440 });
  });

  it.each(["9:00-12:00", "09:00–12:00", "09:00-24:01", "09:75-12:00", "25:00-26:00", ""])(
    "are not written like “%s”",
    (text) => {
      expect(shiftOf(text)).toBeUndefined();
    },
  );
});

describe("dates", () => {
  it.each(["2026-12-31", "2024-02-29", "2000-02-29", "2026-04-30"])("may be %s", (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each(["2026-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "26-01-01", "2026-1-1"])(
    "are never %s",
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );

  it("may have a time that a clock shows", () => {
    expect(isDateTime("2026-01-05T09:00")).toBe(true);
    expect(isDateTime("2026-01-05T23:59:59")).toBe(true);
    for (const text of ["2026-01-05", "2026-01-05T24:00", "2026-01-05T09:60", "2026-02-30T09:00", "2026-01-05 09:00"]) {
      expect(isDateTime(text)).toBe(false);
    }
  });
});
