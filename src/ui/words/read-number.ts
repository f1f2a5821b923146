import { readAmount } from "../../io/table/amounts.ts";
import { MINUTES, type TimeUnit } from "../../model/distribution.ts";
import { exact } from "../../model/format.ts";
import { quoted } from "../../model/read/expected.ts";

/** What was typed, understood, or a sentence that says why it was not. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** What a number may be. Bounds belong to the range unless `above` is given, which does not. */
export interface NumberRange {
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
  readonly whole?: boolean;
}

/**
 * Reads a number as people type it: with a point or a comma before the decimals, and with spaces between thousands.
 *
 * A comma before three digits at the end could be either, so it is asked about rather than guessed.
 *
 * @example
 * readNumber("1,5"); // { ok: true, value: 1.5 }
 */
export function readNumber(text: string, range: NumberRange = {}): Reading<number> {
  const typed = text.trim().replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3})/g, "");
  if (typed === "") return refuse("Type a number.");
  if (/^[-−+]?[1-9]\d{0,2}(,\d{3})+$/.test(typed)) {
    const plain = typed.replaceAll(",", "");
    return refuse(`${quoted(typed)} can be read in two ways: write ${plain} or ${typed.replace(",", ".")}.`);
  }
  const normal = typed.replace("−", "-").replace(/^([^.,]*),(\d*)$/, "$1.$2");
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(normal)) return refuse(`${quoted(text.trim())} is not a number.`);
  const value = Number(normal);
  return within(value, range);
}

function within(value: number, { min, above, max, whole }: NumberRange): Reading<number> {
  if (!Number.isFinite(value)) return refuse("That is too large.");
  if (whole && Math.abs(value) > Number.MAX_SAFE_INTEGER) return refuse("That is too large.");
  if (whole && !Number.isInteger(value)) return refuse("It has to be a whole number.");
  if (min !== undefined && value < min) return refuse(`It has to be ${min} or more.`);
  if (above !== undefined && value <= above) return refuse(`It has to be more than ${above}.`);
  if (max !== undefined && value > max) return refuse(`It has to be ${exact(max)} or less.`);
  return { ok: true, value };
}

/**
 * Reads a number of some unit of time. It may be typed in other units, too.
 *
 * @example
 * readTime("1 h 30 min", "min"); // { ok: true, value: 90 }
 */
export function readTime(text: string, unit: TimeUnit, range: NumberRange = {}): Reading<number> {
  const amount = /\d\s*[a-z]/i.test(text) ? readAmount(text) : undefined;
  if (amount?.dist !== "constant" || amount.unit === undefined) return readNumber(text, range);
  const value = (amount.value * MINUTES[amount.unit]) / MINUTES[unit];
  // A third of an hour is no more exact than it is written.
  return within(Number(value.toPrecision(12)), range);
}

/** Reads several numbers with spaces or semicolons between them; a comma counts only if a space follows it. */
export function readNumbers(text: string, range: NumberRange = {}): Reading<readonly number[]> {
  const parts = text.split(/;|,\s+|\s+/).filter((part) => part !== "");
  if (parts.length === 0) return refuse("Type numbers with spaces between them.");
  const values: number[] = [];
  for (const part of parts) {
    const reading = readNumber(part, range);
    if (!reading.ok) return reading;
    values.push(reading.value);
  }
  return { ok: true, value: values };
}

/**
 * Writes a number so that it can be typed over: all digits that were meant, no noise from binary fractions.
 *
 * @example
 * writeNumber(0.07 * 100); // "7"
 */
export function writeNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function refuse(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
