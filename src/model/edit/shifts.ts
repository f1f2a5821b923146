import { type Shift, shiftOf } from "../calendar.ts";
import type { Calendar, Day } from "../process.ts";
import { DAYS } from "../resources.ts";

/** Minutes in a day. */
export const DAY = 1440;

/** The shifts of one day as they stand in the file, read; those that cannot be read are passed over. */
export function shiftsOf(day: readonly string[] | undefined): readonly Shift[] {
  return (day ?? []).flatMap((text) => shiftOf(text) ?? []);
}

/**
 * Opens or closes a part of a day. Shifts that meet become one.
 *
 * @param part - In minutes from midnight.
 *
 * @example
 * painted([{ from: 540, to: 1020 }], { from: 750, to: 810 }, false); // 09:00-12:30 and 13:30-17:00
 */
export function painted(shifts: readonly Shift[], part: Shift, open: boolean): readonly Shift[] {
  const left = shifts.flatMap(({ from, to }) => [
    { from, to: Math.min(to, part.from) },
    { from: Math.max(from, part.to), to },
  ]);
  return merged([...left.filter(({ from, to }) => from < to), ...(open ? [part] : [])]);
}

/** A week in which a part of some days is opened or closed; the other days stay as they are written. */
export function weekPainted(week: Week, days: readonly Day[], part: Shift, open: boolean): Week {
  return days.reduce((now, day) => withDay(now, day, shiftTexts(painted(shiftsOf(now[day]), part, open))), week);
}

/** A week with other shifts on one day. A day without any is left out, as in files that people write. */
export function withDay(week: Week, day: Day, shifts: readonly string[]): Week {
  const all = { ...week, [day]: shifts };
  const days = Object.fromEntries(DAYS.flatMap((each) => (all[each]?.length ? [[each, all[each]]] : [])));
  return week.extensions === undefined ? days : { ...days, extensions: week.extensions };
}

type Week = Calendar["week"];

/** How much of a part of some days is open. */
export function openness(week: Week, days: readonly Day[], part: Shift): "open" | "closed" | "partly open" {
  const length = ({ from, to }: Shift) => Math.max(0, to - from);
  const shared = (shift: Shift) => length({ from: Math.max(shift.from, part.from), to: Math.min(shift.to, part.to) });
  const open = days.flatMap((day) => shiftsOf(week[day]).map(shared)).reduce((sum, each) => sum + each, 0);
  if (open === 0) return "closed";
  return open >= days.length * length(part) ? "open" : "partly open";
}

/** Shifts in the order of the day, those that meet or overlap made one. */
function merged(shifts: readonly Shift[]): readonly Shift[] {
  const result: Shift[] = [];
  for (const shift of shifts.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && shift.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, shift.to) };
    else result.push(shift);
  }
  return result;
}

/** Shifts as the file writes them, such as “09:00-12:30”. */
export function shiftTexts(shifts: readonly Shift[]): readonly string[] {
  return shifts.map(({ from, to }) => `${clock(from)}-${clock(to)}`);
}

/** A time of day as a clock shows it; 1440 is 24:00. */
export function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
