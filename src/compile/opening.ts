import { shiftOf } from "../model/calendar.ts";
import type { Calendar } from "../model/process.ts";

/** When a calendar is open: its weekly shifts, and the days on which it is closed; in minutes from the start of a run. */
export interface Opening {
  /** The start of the week (Monday, midnight) in which the run starts: at or before 0. */
  readonly monday: number;
  /** Beginnings and ends of the shifts of a week, in minutes from Monday midnight, in order; shifts that touch are one. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** The midnights at which closed days begin. */
  readonly closed: ReadonlySet<number>;
}

const DAY = 1440;
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** What a run that names no start begins at: a Monday. */
const DEFAULT_START = "2026-01-05T00:00";

/** Minutes on the wall clock since 1970, without zones. */
function clock(text: string): number {
  return Date.parse(`${text.length > 10 ? text : `${text}T00:00`}Z`) / 60_000;
}

/**
 * Lowers a calendar to minutes.
 *
 * @param start - The date and time on the wall clock at which the run starts.
 */
export function openingOf(calendar: Calendar, start = DEFAULT_START): Opening {
  const zero = clock(start);
  const midnight = Math.floor(zero / DAY) * DAY;
  // 1 January 1970 was a Thursday.
  const weekday = (((midnight / DAY + 3) % 7) + 7) % 7;
  const shifts = DAYS.flatMap((day, i) =>
    (calendar.week[day] ?? []).map((text) => {
      const shift = shiftOf(text);
      if (shift === undefined) throw new Error(`shift ${text} passed validation`);
      return { from: i * DAY + shift.from, to: i * DAY + shift.to };
    }),
  ).sort((a, b) => a.from - b.from);
  return {
    monday: midnight - weekday * DAY - zero,
    from: Float64Array.from(shifts, ({ from }) => from),
    to: Float64Array.from(shifts, ({ to }) => to),
    closed: new Set((calendar.closed ?? []).map((date) => clock(date) - zero)),
  };
}
