import type { Extensions } from "../basics.ts";
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
  /** What other programs wrote at the rule, and at the list of conditions inside a “not”. */
  readonly extensions?: Extensions | undefined;
  readonly inner?: Extensions | undefined;
}

/** Takes a rule apart into its conditions; a rule that is one condition is a list of one. */
export function partsOf(rule: Rule): RuleParts {
  const { extensions } = rule;
  if ("all" in rule) return { join: "all", parts: rule.all, extensions };
  if ("any" in rule) return { join: "any", parts: rule.any, extensions };
  if ("not" in rule) {
    const inner = rule.not.extensions;
    if ("all" in rule.not) return { join: "not-all", parts: rule.not.all, extensions, inner };
    if ("any" in rule.not) return { join: "none", parts: rule.not.any, extensions, inner };
    return { join: "none", parts: [rule.not], extensions };
  }
  return { join: "all", parts: [rule] };
}

/** Puts conditions together again; one alone that has to hold stands for itself. */
export function ruleOf({ join, parts, extensions, inner }: RuleParts): Rule {
  const [alone] = parts.length === 1 ? parts : [];
  if (join === "all" || join === "any") {
    // A list that is not inside a “not” any more keeps what was written there.
    const own = { ...inner, ...extensions };
    const list: Rule = join === "all" ? { all: parts } : { any: parts };
    return alone && Object.keys(own).length === 0 ? alone : written(list, own);
  }
  const not = join === "none" ? (inner ? undefined : alone) : undefined;
  return written({ not: not ?? written(join === "none" ? { any: parts } : { all: parts }, inner) }, extensions);
}

/** A rule at which other programs wrote this, if they did. */
function written(rule: Rule, extensions: Extensions | undefined): Rule {
  return extensions === undefined || Object.keys(extensions).length === 0 ? rule : { ...rule, extensions };
}

/**
 * A condition on another field: as it was where that makes sense, else the one that a new rule starts from.
 */
export function onField(rule: CompareRule, before: Field | undefined, field: Field): CompareRule {
  const { extensions } = rule;
  const fits = before?.type === field.type && field.type !== "choice";
  const next = fits ? { ...rule, field: field.id } : firstRule(field);
  return extensions === undefined ? next : { ...next, extensions };
}

/** For each type of field: the condition that a new rule starts from. */
export function firstRule(field: Field): CompareRule {
  if (field.type === "number") return { field: field.id, is: ">=", to: 0 };
  if (field.type === "boolean") return { field: field.id, is: "=", to: true };
  return { field: field.id, is: "=", to: field.options[0]?.value ?? "" };
}
