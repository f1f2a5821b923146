import { type Distribution, type DistributionKind, TIME_UNITS, type TimeUnit } from "../../model/distribution.ts";

/** The parameters of each kind, in the order of its words; those that are lists, and mixtures, which a cell cannot hold. */
const PARAMETERS: Readonly<
  Record<DistributionKind, { readonly one: readonly string[]; readonly many: readonly string[] }>
> = {
  constant: { one: ["value"], many: [] },
  exponential: { one: ["mean"], many: [] },
  uniform: { one: ["min", "max"], many: [] },
  triangular: { one: ["min", "mode", "max"], many: [] },
  pert: { one: ["min", "mode", "max"], many: [] },
  normal: { one: ["mean", "sd"], many: [] },
  lognormal: { one: ["mean", "sd"], many: [] },
  gamma: { one: ["mean", "sd"], many: [] },
  erlang: { one: ["k", "mean"], many: [] },
  weibull: { one: ["shape", "scale"], many: [] },
  beta: { one: ["min", "max", "alpha", "beta"], many: [] },
  hyperexponential: { one: [], many: ["share", "mean"] },
  empirical: { one: [], many: ["values", "weights"] },
  mixture: { one: [], many: [] },
};

const OPTIONAL = "weights";

/** How people write units of time. */
const UNIT_WORDS: Readonly<Record<TimeUnit, readonly string[]>> = {
  s: ["s", "sec", "secs", "second", "seconds"],
  min: ["min", "mins", "minute", "minutes", "m"],
  h: ["h", "hr", "hrs", "hour", "hours"],
  d: ["d", "day", "days"],
  wk: ["wk", "w", "wks", "week", "weeks"],
};
const units = new Map(TIME_UNITS.flatMap((unit) => UNIT_WORDS[unit].map((words) => [words, unit] as const)));

/** How a time may be written in a cell, for sentences that say so. */
export const AMOUNT_FORMS = "“10 min”, “5–20 min”, “5–10–20 min” or “exponential mean 10 min”";

/**
 * A time as one cell, which `readAmount` reads again: “10 min” is always the same, “5–20 min” uniform, “5–10–20 min”
 * triangular; others by name, as in “lognormal mean 10 sd 5 min”.
 *
 * @returns Undefined for what a cell cannot hold: a mixture, or an amount without a unit.
 */
export function amountWords(amount: Distribution): string | undefined {
  if (amount.unit === undefined || amount.dist === "mixture") return undefined;
  const at = amount as unknown as Readonly<Record<string, number | readonly number[] | undefined>>;
  if (amount.dist === "constant") return `${amount.value} ${amount.unit}`;
  if (amount.dist === "uniform") return `${amount.min}–${amount.max} ${amount.unit}`;
  if (amount.dist === "triangular") return `${amount.min}–${amount.mode}–${amount.max} ${amount.unit}`;
  const { one, many } = PARAMETERS[amount.dist];
  const lists = many.filter((key) => at[key] !== undefined);
  if (lists.some((key) => (at[key] as readonly number[]).length === 0)) return undefined;
  const words = [...one, ...lists].map((key) => `${key} ${[at[key]].flat().join(" ")}`);
  return [amount.dist, ...words, amount.unit].join(" ");
}

/** Reads a time from a cell; undefined if it is none. A number alone is minutes. */
export function readAmount(cell: string): Distribution | undefined {
  const text = cell.trim().replace(/\s+/g, " ").toLowerCase();
  if (text.length > 2000) return undefined;
  return range(text) ?? several(text) ?? named(text);
}

const NUMBER = "[-+]?(?:\\d+(?:[.,]\\d+)?|\\.\\d+)(?:e[-+]?\\d+)?";
const RANGE = new RegExp(
  `^(${NUMBER})(?: ?(?:–|—|-|to|\\.\\.) ?(${NUMBER}))?(?: ?(?:–|—|-|to|\\.\\.) ?(${NUMBER}))? ?([a-z]*)\\.?$`,
);

function range(text: string): Distribution | undefined {
  const [, first, second, third, word = ""] = RANGE.exec(text) ?? [];
  const unit = word === "" ? "min" : units.get(word);
  if (first === undefined || unit === undefined) return undefined;
  const [a, b, c] = [first, second, third].map((each) => (each === undefined ? undefined : numberOf(each)));
  if (a === undefined || [a, b, c].some(Number.isNaN)) return undefined;
  if (b === undefined) return { dist: "constant", value: a, unit };
  if (c === undefined) return { dist: "uniform", min: a, max: b, unit };
  return { dist: "triangular", min: a, mode: b, max: c, unit };
}

/** “1 h 30 min”: in the smallest of its units. */
function several(text: string): Distribution | undefined {
  const pairs = [...text.matchAll(/(\d+(?:\.\d+)?) ?([a-z]+)\b/g)];
  if (pairs.length < 2 || pairs.map(([whole]) => whole).join(" ") !== text) return undefined;
  const found = pairs.map(([, value, word = ""]) => ({ value: Number(value), unit: units.get(word) }));
  const unit = TIME_UNITS.find((each) => found.some((part) => part.unit === each));
  if (unit === undefined || found.some((part) => part.unit === undefined)) return undefined;
  const value = found.reduce((sum, part) => sum + part.value * (SECONDS[part.unit!] / SECONDS[unit]), 0);
  return Number.isFinite(value) ? { dist: "constant", value, unit } : undefined;
}

const SECONDS: Readonly<Record<TimeUnit, number>> = { s: 1, min: 60, h: 3600, d: 86_400, wk: 604_800 };

function named(text: string): Distribution | undefined {
  const [dist = "", ...words] = text.split(" ");
  const parameters =
    dist === "mixture" || !Object.hasOwn(PARAMETERS, dist) ? undefined : PARAMETERS[dist as DistributionKind];
  const unit = units.get(words.pop() ?? "");
  if (!parameters || unit === undefined) return undefined;
  const given = new Map<string, number[]>();
  let key = "";
  for (const word of words) {
    const number = numberOf(word);
    if (Number.isNaN(number)) {
      if (given.has(word)) return undefined;
      key = word;
      given.set(key, []);
    } else if (key === "") return undefined;
    else given.get(key)!.push(number);
  }
  const { one, many } = parameters;
  const keys = [...one, ...many.filter((each) => each !== OPTIONAL || given.has(each))];
  if (given.size !== keys.length || keys.some((each) => !given.get(each)?.length)) return undefined;
  if (one.some((each) => given.get(each)!.length !== 1)) return undefined;
  const values = keys.map((each) => [each, one.includes(each) ? given.get(each)![0] : given.get(each)]);
  return { dist, ...Object.fromEntries(values), unit } as unknown as Distribution;
}

/** NaN for what is no number, and for one that is too large to hold. */
function numberOf(text: string): number {
  const number = new RegExp(`^${NUMBER}$`).test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  return Number.isFinite(number) ? number : Number.NaN;
}
