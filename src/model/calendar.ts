/** A shift, in minutes from midnight. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

const SHIFT = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Reads a shift such as “09:00-12:30”; 24:00 is the end of the day.
 *
 * @returns `undefined` if it is not written like that or names a time that no clock shows. It may end before it begins.
 */
export function shiftOf(text: string): Shift | undefined {
  const [, h1, m1, h2, m2] = SHIFT.exec(text) ?? [];
  if (h1 === undefined) return undefined;
  const from = clock(Number(h1), Number(m1));
  const to = clock(Number(h2), Number(m2));
  return from === undefined || to === undefined ? undefined : { from, to };
}

function clock(hours: number, minutes: number): number | undefined {
  const time = hours * 60 + minutes;
  return minutes < 60 && time <= 1440 ? time : undefined;
}

/** Whether a text is a date that exists, such as “2026-12-25”. */
export function isDate(text: string): boolean {
  const [year, month, day] = (DATE.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : DAYS_IN_MONTH[month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** Whether a text is a date and time that exist, such as “2026-01-05T09:00”. */
export function isDateTime(text: string): boolean {
  const [, date, hours, minutes, seconds = "00"] = DATE_TIME.exec(text) ?? [];
  return date !== undefined && isDate(date) && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
}
