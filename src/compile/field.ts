import type { Field } from "../model/process.ts";
import type { FieldValue, Rule } from "../model/rule.ts";

/** Whether a record, whose fields stand in `values` from place `base` on, meets a rule. */
export type Test = (values: Float64Array, base: number) => boolean;

/**
 * A field's value as the number that stands for it in a run: yes is 1, an option is its place in the list.
 *
 * @returns NaN for a value that the field cannot hold; it meets no comparison but "is not".
 */
export function encode(field: Field, value: FieldValue): number {
  if (field.type === "choice") {
    const place = field.options.findIndex((option) => option.value === value);
    return place < 0 ? Number.NaN : place;
  }
  if (field.type === "boolean") return typeof value === "boolean" ? Number(value) : Number.NaN;
  return typeof value === "number" ? value : Number.NaN;
}

/** The fields that a rule asks for, by id. */
export function fieldsOf(rule: Rule): readonly string[] {
  if ("all" in rule) return rule.all.flatMap(fieldsOf);
  if ("any" in rule) return rule.any.flatMap(fieldsOf);
  return "not" in rule ? fieldsOf(rule.not) : [rule.field];
}

/**
 * Lowers a rule to a test on numbers; it answers as `meets` does on the values themselves.
 *
 * @param carried - The fields that records carry in this run, in the order of their places.
 */
export function testOf(rule: Rule, carried: readonly Field[]): Test {
  if ("all" in rule) {
    const parts = rule.all.map((part) => testOf(part, carried));
    return (values, base) => parts.every((part) => part(values, base));
  }
  if ("any" in rule) {
    const parts = rule.any.map((part) => testOf(part, carried));
    return (values, base) => parts.some((part) => part(values, base));
  }
  if ("not" in rule) {
    const part = testOf(rule.not, carried);
    return (values, base) => !part(values, base);
  }
  const place = carried.findIndex((field) => field.id === rule.field);
  const field = carried[place];
  if (field === undefined) throw new Error(`rule on field ${rule.field}, which no record carries`);
  const code = (value: FieldValue) => encode(field, value);
  if (rule.is === "in") {
    const among = new Set((Array.isArray(rule.to) ? rule.to : []).map(code));
    return (values, base) => !Number.isNaN(values[base + place]) && among.has(values[base + place] as number);
  }
  const to = Array.isArray(rule.to) ? Number.NaN : code(rule.to as FieldValue);
  if (rule.is === "=") return (values, base) => values[base + place] === to;
  if (rule.is === "!=") return (values, base) => values[base + place] !== to;
  if (field.type !== "number") return () => false;
  if (rule.is === "<") return (values, base) => (values[base + place] as number) < to;
  if (rule.is === "<=") return (values, base) => (values[base + place] as number) <= to;
  if (rule.is === ">") return (values, base) => (values[base + place] as number) > to;
  return (values, base) => (values[base + place] as number) >= to;
}
