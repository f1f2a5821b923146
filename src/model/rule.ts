import { z } from "zod";
import { type Extensions, extensions } from "./basics.ts";

/** How a rule compares a field's value. */
export const COMPARISONS = ["=", "!=", "<", "<=", ">", ">=", "in"] as const;

export type Comparison = (typeof COMPARISONS)[number];

/** What a field of a record can hold. */
export const fieldValueSchema = z.union([z.number(), z.string(), z.boolean()]);

export type FieldValue = z.infer<typeof fieldValueSchema>;

const comparison = z.strictObject({
  field: z.string(),
  is: z.enum(COMPARISONS),
  to: z.union([fieldValueSchema, z.array(fieldValueSchema)]),
  extensions,
});

/** RULE in the process file: a condition on the fields of a record. */
export type Rule = { readonly extensions?: Extensions } & (
  | { readonly field: string; readonly is: Comparison; readonly to: FieldValue | readonly FieldValue[] }
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }
);

/** The form of a rule in the file. */
export const ruleSchema: z.ZodType<Rule> = z
  .union([
    comparison,
    z.strictObject({
      get all() {
        return z.array(ruleSchema);
      },
      extensions,
    }),
    z.strictObject({
      get any() {
        return z.array(ruleSchema);
      },
      extensions,
    }),
    z.strictObject({
      get not() {
        return ruleSchema;
      },
      extensions,
    }),
  ])
  .meta({ id: "Rule" });

/**
 * Whether a record meets a rule.
 *
 * @param fields - The record's values by field id. A field it does not carry meets no comparison but `!=`.
 */
export function meets(rule: Rule, fields: Readonly<Record<string, FieldValue>>): boolean {
  if ("all" in rule) return rule.all.every((part) => meets(part, fields));
  if ("any" in rule) return rule.any.some((part) => meets(part, fields));
  if ("not" in rule) return !meets(rule.not, fields);
  return compare(fields[rule.field], rule.is, rule.to);
}

function compare(value: FieldValue | undefined, is: Comparison, to: FieldValue | readonly FieldValue[]): boolean {
  if (is === "!=") return value !== to;
  if (value === undefined) return false;
  if (is === "in") return Array.isArray(to) && to.includes(value);
  if (is === "=") return value === to;
  if (typeof value !== "number" || typeof to !== "number") return false;
  if (is === "<") return value < to;
  if (is === "<=") return value <= to;
  return is === ">" ? value > to : value >= to;
}
