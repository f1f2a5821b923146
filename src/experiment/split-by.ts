import type { Program } from "../compile/program.ts";
import type { Distribution } from "../model/distribution.ts";
import { list, number } from "../model/format.ts";
import type { Problem } from "../model/problem.ts";
import type { Field, Process } from "../model/process.ts";
import { fieldValues } from "../simulate/field-values.ts";
import type { Split } from "../simulate/split.ts";
import type { Stop } from "../simulate/stop.ts";

/** How records are told apart by a field, and what each group is called. */
export interface SplitBy {
  readonly split: Split;
  readonly labels: readonly string[];
}

/** So many values of a number are groups of their own; where there are more, quarters are. */
const MOST_VALUES = 12;
/** Of how many records the quarters are. */
const SAMPLE = 20_000;

/** The field that somebody means, by its id or its name. */
export function fieldNamed({ fields }: Process, name: string): Field | undefined {
  return fields.find(({ id }) => id === name) ?? fields.find((field) => field.name === name);
}

/** What is wrong with splitting by a field that is not there. */
export function noSuchField({ fields }: Process, name: string): Problem {
  const known = list(
    fields.map((field) => `“${field.id}”`),
    "or",
  );
  return {
    severity: "error",
    code: "unknown-field",
    path: "fields",
    message: `Records carry no field “${name}”.`,
    mend: fields.length === 0 ? "Give records a field first, such as a lead source." : `Split by ${known}.`,
  };
}

/**
 * Decides how to tell records apart by a field: by its options; by yes and no; by the numbers that it can be, if those
 * are twelve at the most; else in quarters of the records.
 *
 * @param program - Compiled so that records carry the field.
 */
export function splitBy(process: Process, field: Field, program: Program, seed: number, stop: Stop): SplitBy {
  const groups = groupsBy(process, field, program, seed, stop);
  const unknown = groups.labels.includes("unknown") ? "not known" : "unknown";
  return { split: { field: field.id, ...groups.split }, labels: [...groups.labels, unknown] };
}

type Groups = {
  readonly split: { readonly values: readonly number[] } | { readonly upTo: readonly number[] };
  readonly labels: readonly string[];
};

function groupsBy(process: Process, field: Field, program: Program, seed: number, stop: Stop): Groups {
  if (field.type === "boolean") return { split: { values: [1, 0] }, labels: ["yes", "no"] };
  if (field.type === "choice")
    return { split: { values: [...field.options.keys()] }, labels: field.options.map(({ value }) => value) };
  const own = numbersOf(process, field);
  if (own !== undefined && own.length <= MOST_VALUES) return { split: { values: own }, labels: own.map(String) };
  const place = program.carried.findIndex(({ id }) => id === field.id);
  const all = fieldValues(program, seed, stop, SAMPLE)[place]!;
  const values = all.filter((value) => !Number.isNaN(value)).sort();
  const quarter = (q: number) => values[Math.ceil((values.length * q) / 4) - 1]!;
  const upTo =
    values.length === 0 ? [] : [...new Set([1, 2, 3].map(quarter))].filter((bound) => bound < values.at(-1)!);
  return { split: { upTo }, labels: quarterLabels(upTo) };
}

/** The numbers that a field can be, in rising order; undefined where it can be any of a whole range. */
function numbersOf(
  { nodes }: Process,
  field: Extract<Field, { readonly type: "number" }>,
): readonly number[] | undefined {
  const set = nodes.flatMap((node) => {
    const value = node.kind === "start" ? node.set?.[field.id] : undefined;
    return typeof value === "number" ? [value] : [];
  });
  const drawn = field.sample === undefined ? [] : valuesOf(field.sample);
  return drawn && [...new Set([...set, ...drawn])].sort((a, b) => a - b);
}

function valuesOf(distribution: Distribution): readonly number[] | undefined {
  if (distribution.dist === "constant") return [distribution.value];
  if (distribution.dist === "empirical") return distribution.values;
  if (distribution.dist !== "mixture") return undefined;
  const parts = distribution.parts.map(({ of }) => valuesOf(of));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

function quarterLabels(upTo: readonly number[]): readonly string[] {
  const short = upTo.map(number);
  const words = new Set(short).size === short.length ? short : upTo.map(String);
  if (words.length === 0) return ["all"];
  return [`up to ${words[0]}`, ...words.slice(1).map((word, i) => `${words[i]} to ${word}`), `above ${words.at(-1)}`];
}
