import { type Shift, shiftOf } from "../calendar.ts";

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
