import type { Field } from "../process.ts";
import type { Rule } from "../rule.ts";

/** A rule that compares one field. */
export type CompareRule = Extract<Rule, { readonly field: string }>;

/** A rule as a list of conditions: all of them have to hold, or any. */
export interface RuleParts {
  readonly join: "all" | "any";
  readonly parts: readonly Rule[];
}

/** Takes a rule apart into its conditions; a rule that is one condition is a list of one. */
export function partsOf(rule: Rule): RuleParts {
  if ("all" in rule) return { join: "all", parts: rule.all };
  if ("any" in rule) return { join: "any", parts: rule.any };
  return { join: "all", parts: [rule] };
}

/** Puts conditions together again; one alone stands for itself. */
export function ruleOf({ join, parts }: RuleParts): Rule {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return join === "all" ? { all: parts } : { any: parts };
}

/** For each type of field: the condition that a new rule starts from. */
export function firstRule(field: Field): CompareRule {
  if (field.type === "number") return { field: field.id, is: ">=", to: 0 };
  if (field.type === "boolean") return { field: field.id, is: "=", to: true };
  return { field: field.id, is: "=", to: field.options[0]?.value ?? "" };
}
