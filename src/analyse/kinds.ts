import { fieldsOf } from "../compile/field.ts";
import type { Program } from "../compile/program.ts";
import type { Field, Process } from "../model/process.ts";
import { shareBelow } from "../model/quantile.ts";
import type { FieldValue, Rule } from "../model/rule.ts";

/** A value that stands for all values of a field that no rule tells apart, and the share of records that have one. */
export interface Cell {
  readonly value: number;
  readonly share: number;
}

/** Records of which every rule says the same. */
export interface RecordKind {
  /** By carried field: a value that the rules cannot tell from the record's own. */
  readonly values: Float64Array;
  readonly share: number;
}

/** Above this many combinations, as many records are drawn instead. */
const COMBINATIONS = 4096;
/** A share too small to matter, and smaller than the rounding of the shares themselves. */
const NEGLIGIBLE = 1e-12;

/**
 * Tells the records of a start apart as far as the process's rules do.
 *
 * Fields are independent of each other, so the shares of combinations of cells are products and exact. Where there are
 * too many, evenly spread combinations are taken (Kronecker's sequence on the square roots of primes).
 *
 * @param set - By carried field, the value that the start sets; NaN where it leaves it to chance.
 */
export function recordKinds(process: Process, program: Program, set: Float64Array): readonly RecordKind[] {
  const rules = rulesOf(process);
  const asked = new Set(rules.flatMap(fieldsOf));
  const cells = program.carried.map((field, i) => {
    if (!Number.isNaN(set[i]!)) return [{ value: set[i]!, share: 1 }];
    return asked.has(field.id) ? cellsOf(field, mentioned(rules, field.id)) : UNKNOWN;
  });
  const combinations = cells.reduce((product, { length }) => product * length, 1);
  return combinations <= COMBINATIONS ? allOf(cells) : someOf(cells);
}

const UNKNOWN: readonly Cell[] = [{ value: Number.NaN, share: 1 }];

function rulesOf({ flows, nodes }: Process): readonly Rule[] {
  return [
    ...flows.flatMap(({ when }) => when ?? []),
    ...nodes.flatMap((node) =>
      node.kind === "step" && node.work && "by" in node.work ? node.work.by.map(({ when }) => when) : [],
    ),
  ];
}

/** The values that rules compare a field with. */
function mentioned(rules: readonly Rule[], field: string): readonly FieldValue[] {
  return rules.flatMap((rule): readonly FieldValue[] => {
    if ("all" in rule) return mentioned(rule.all, field);
    if ("any" in rule) return mentioned(rule.any, field);
    if ("not" in rule) return mentioned([rule.not], field);
    return rule.field === field ? [rule.to].flat() : [];
  });
}

/** The cells of a field; values are those that stand for its own in a run. */
function cellsOf(field: Field, named: readonly FieldValue[]): readonly Cell[] {
  if (field.type === "boolean")
    return field.share === undefined ? UNKNOWN : likely([1 - field.share, field.share].map(cell));
  if (field.type === "number") return field.sample === undefined ? UNKNOWN : numberCells(field.sample, named);
  const total = field.options.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const all = field.options.map(({ value, weight = 1 }, i) => ({ name: value, value: i, share: weight / total }));
  const [first, ...others] = all.filter(({ name }) => !named.includes(name));
  const rest = first && { value: first.value, share: others.reduce((sum, { share }) => sum + share, first.share) };
  return likely([...all.filter(({ name }) => named.includes(name)), ...(rest ? [rest] : [])]);
}

const cell = (share: number, value: number): Cell => ({ value, share });
const likely = (cells: readonly Cell[]) => cells.filter(({ share }) => share > NEGLIGIBLE);

/** Below, at and above each of the values that rules name. */
function numberCells(sample: Parameters<typeof shareBelow>[0], named: readonly FieldValue[]): readonly Cell[] {
  const at = [...new Set(named.filter((value) => typeof value === "number"))].sort((a, b) => a - b);
  const cells: Cell[] = [];
  let before = 0;
  for (const [i, value] of at.entries()) {
    const below = shareBelow(sample, value - Math.max(Math.abs(value) * 1e-13, Number.MIN_VALUE));
    const upTo = shareBelow(sample, value);
    cells.push(cell(below - before, i === 0 ? value - 1 : (at[i - 1]! + value) / 2), cell(upTo - below, value));
    before = upTo;
  }
  cells.push(cell(1 - before, (at.at(-1) ?? 0) + 1));
  return likely(cells);
}

function allOf(cells: readonly (readonly Cell[])[]): readonly RecordKind[] {
  let kinds: readonly { readonly values: readonly number[]; readonly share: number }[] = [{ values: [], share: 1 }];
  for (const choices of cells) {
    kinds = kinds.flatMap(({ values, share }) =>
      choices.map((choice) => ({ values: [...values, choice.value], share: share * choice.share })),
    );
  }
  return kinds.map(({ values, share }) => ({ values: Float64Array.from(values), share }));
}

function someOf(cells: readonly (readonly Cell[])[]): readonly RecordKind[] {
  const steps = roots(cells.length);
  return Array.from({ length: COMBINATIONS }, (_, n) => ({
    values: Float64Array.from(cells, (choices, i) => pick(choices, ((n + 0.5) * steps[i]!) % 1)),
    share: 1 / COMBINATIONS,
  }));
}

function pick(choices: readonly Cell[], at: number): number {
  let upTo = 0;
  const found = choices.find(({ share }) => {
    upTo += share;
    return at < upTo;
  });
  return (found ?? choices.at(-1)!).value;
}

/** The square roots of the first primes: no two are multiples of each other. */
function roots(count: number): readonly number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes.map(Math.sqrt);
}
