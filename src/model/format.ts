import { MINUTES, type TimeUnit } from "./distribution.ts";

/**
 * A number with so many digits after the point, thousands apart. What is rounded to nothing has no sign.
 *
 * @example
 * fixed(12345.67, 1); // "12,345.7"
 */
export function fixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return "–";
  const text = Math.abs(value).toFixed(digits);
  const [whole = "", rest] = text.split(".");
  const sign = value < 0 && Number(text) !== 0 ? "−" : "";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}${grouped}${rest === undefined ? "" : `.${rest}`}`;
}

/**
 * A number for reading: thousands apart, no more digits than mean something.
 *
 * @example
 * number(12345.6); // "12,346"
 * number(0.01234); // "0.012"
 */
export function number(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 100) return fixed(value, 0);
  const digits = size >= 10 ? 1 : size >= 1 ? 2 : Math.min(20, 1 - exponentOf(size));
  return trimmed(fixed(value, digits));
}

/**
 * Where a number's first digit stands: 0 for 1 to 9, −1 for tenths. Read from its digits, because the last bits of a
 * logarithm differ between engines.
 */
export function exponentOf(size: number): number {
  return Number(size.toExponential().split("e")[1]);
}

/** A number as it was typed, with all of its digits: for what people entered, not for what was measured. */
export function exact(value: number): string {
  const [, rest = ""] = String(Math.abs(value)).split(".");
  return rest.includes("e") || String(value).includes("e") ? String(value) : fixed(value, Math.min(20, rest.length));
}

function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}

/**
 * A share in percent, with one digit more near either end.
 *
 * @param share - From 0 to 1.
 *
 * @example
 * percent(0.614); // "61 %"
 * percent(0.042); // "4.2 %"
 * percent(0.996); // "99.6 %"
 */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return "–";
  const hundredths = share * 100;
  if (hundredths > 0 && hundredths < 0.05) return "< 0.1 %";
  const digits = hundredths >= 9.95 && hundredths <= 99 ? 0 : 1;
  return `${trimmed(fixed(hundredths, digits))} %`;
}

/** The unit in which people would read a time of this length. */
export function unitFor(minutes: number): TimeUnit {
  const size = Math.abs(minutes);
  if (size >= 2 * MINUTES.d) return "d";
  if (size >= 100) return "h";
  return size >= 1 || size === 0 ? "min" : "s";
}

/**
 * A time as one number with its unit, for tables and labels.
 *
 * @example
 * time(252); // "4.2 h"
 * time(25); // "25 min"
 */
export function time(minutes: number): string {
  const unit = unitFor(minutes);
  const value = minutes / MINUTES[unit];
  const size = Math.abs(value);
  return `${size < 1 || size >= 9.95 ? number(size < 1 ? value : Math.round(value)) : trimmed(fixed(value, 1))} ${unit}`;
}

/**
 * A time as people say it, for sentences: two units where one is too coarse.
 *
 * @example
 * duration(70); // "1 h 10 min"
 * duration(3060); // "2 d 3 h"
 */
export function duration(minutes: number): string {
  if (!Number.isFinite(minutes)) return "–";
  if (minutes < 0) return `−${duration(-minutes)}`;
  if (minutes < 9.95) return time(minutes);
  const whole = Math.round(minutes);
  if (whole < MINUTES.h) return `${whole} min`;
  if (whole < MINUTES.d) return pair(whole, 60, "h", "min");
  const hours = Math.round(minutes / MINUTES.h);
  return hours < 240 ? pair(hours, 24, "d", "h") : `${fixed(hours / 24, 0)} d`;
}

/**
 * A time to the minute, however long it is, for clocks.
 *
 * @example
 * elapsed(95240); // "66 d 3 h 20 min"
 */
export function elapsed(minutes: number): string {
  if (!(minutes >= MINUTES.d) || minutes === Number.POSITIVE_INFINITY) return duration(minutes);
  const whole = Math.round(minutes);
  return `${Math.floor(whole / MINUTES.d)} d ${Math.floor((whole % MINUTES.d) / MINUTES.h)} h ${whole % MINUTES.h} min`;
}

function pair(count: number, perUnit: number, unit: string, rest: string): string {
  const over = count % perUnit;
  return `${Math.floor(count / perUnit)} ${unit}${over === 0 ? "" : ` ${over} ${rest}`}`;
}

/**
 * Several things in one sentence.
 *
 * @example
 * list(["a", "b", "c"], "and"); // "a, b and c"
 */
export function list(items: readonly string[], word: "and" | "or"): string {
  if (items.length < 2) return items[0] ?? "nothing";
  return `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}

/**
 * So many of something.
 *
 * @example
 * counted(3, "stage"); // "3 stages"
 */
export function counted(n: number, one: string, several = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : several}`;
}

/**
 * Words in which no line ends between a figure and its unit or margin.
 *
 * @example
 * unbroken("62 % of all, −3.4 ± 1.5 h"); // with no-break spaces in "62 %" and "−3.4 ± 1.5 h"
 */
export function unbroken(words: string): string {
  return words.replace(/(?<=\d) (?=[%±]|(?:s|min|h|d|wk)\b)|(?<=±) /g, "\u00a0");
}
