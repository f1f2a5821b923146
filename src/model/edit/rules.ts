import type { Field } from "../process.ts";
import type { Rule } from "../rule.ts";

/** A rule that compares one field. */
export type CompareRule = Extract<Rule, { readonly field: string }>;

/** How the conditions of a rule combine. */
export type Join = "all" | "any" | "none" | "not-all";

/** A rule as a list of conditions, and how many of them have to hold. */
export interface RuleParts {
  readonly join: Join;
  readonly parts: readonly Rule[];
}

/** Takes a rule apart into its conditions; a rule that is one condition is a list of one. */
export function partsOf(rule: Rule): RuleParts {
  if ("all" in rule) return { join: "all", parts: rule.all };
  if ("any" in rule) return { join: "any", parts: rule.any };
  if ("not" in rule) {
    const { join, parts } = partsOf(rule.not);
    if ("all" in rule.not) return { join: "not-all", parts };
    return { join: "none", parts: join === "any" ? parts : [rule.not] };
  }
  return { join: "all", parts: [rule] };
}

/** For each way to combine conditions: the rule that says so. */
const JOINED: Readonly<Record<Join, (parts: readonly Rule[]) => Rule>> = {
  all: (parts) => ({ all: parts }),
  any: (parts) => ({ any: parts }),
  none: (parts) => ({ not: parts.length === 1 ? parts[0]! : { any: parts } }),
  "not-all": (parts) => ({ not: { all: parts } }),
};

/** Puts conditions together again; one alone that has to hold stands for itself. */
export function ruleOf({ join, parts }: RuleParts): Rule {
  const [only] = parts;
  return only !== undefined && parts.length === 1 && (join === "all" || join === "any") ? only : JOINED[join](parts);
}

/** For each type of field: the condition that a new rule starts from. */
export function firstRule(field: Field): CompareRule {
  if (field.type === "number") return { field: field.id, is: ">=", to: 0 };
  if (field.type === "boolean") return { field: field.id, is: "=", to: true };
  return { field: field.id, is: "=", to: field.options[0]?.value ?? "" };
}
