import type { Problem } from "../problem.ts";
import type { Field } from "../process.ts";
import { quoted } from "../read/expected.ts";
import { nearest } from "../read/spelling.ts";
import type { FieldValue, Rule } from "../rule.ts";
import { type Check, type Context, error, nodesOf, type Place, warning, within } from "./check.ts";

/** Rules and values that do not fit the fields they are about. */
export const checkRules: Check = function* (context) {
  const { process } = context;
  const given = new Set([...nodesOf(context, "start")].flatMap(([start]) => Object.keys(start.set ?? {})));
  for (const [node, at] of nodesOf(context, "step")) {
    if (!node.work || !("by" in node.work)) continue;
    for (const [i, { when }] of node.work.by.entries())
      yield* checkRule(context, when, within(at, "work", "by", i, "when"), given);
  }
  for (const [i, flow] of process.flows.entries()) {
    if (flow.when) yield* checkRule(context, flow.when, { path: ["flows", i, "when"], flow: flow.id }, given);
  }
  for (const [start, at] of nodesOf(context, "start")) {
    for (const [id, value] of Object.entries(start.set ?? {})) {
      const field = fieldOf(context, id);
      const fault = field && misfit(field, value);
      if (fault) yield error("wrong-value", within(at, "set", id), ...fault);
    }
  }
};

function fieldOf({ process, index }: Context, id: string): Field | undefined {
  return process.fields[index.fields.get(id) ?? -1];
}

function* checkRule(context: Context, rule: Rule, at: Place, given: ReadonlySet<string>): Iterable<Problem> {
  if ("all" in rule)
    yield* checkParts(context, rule.all, within(at, "all"), given, "always met, because it asks for nothing");
  else if ("any" in rule)
    yield* checkParts(context, rule.any, within(at, "any"), given, "never met, because it has no parts");
  else if ("not" in rule) yield* checkRule(context, rule.not, within(at, "not"), given);
  else yield* checkComparison(context, rule, at, given);
}

function* checkParts(
  context: Context,
  parts: readonly Rule[],
  at: Place,
  given: ReadonlySet<string>,
  empty: string,
): Iterable<Problem> {
  if (parts.length === 0)
    yield warning("empty-rule", at, `A rule here is ${empty}.`, "Add a comparison, or take the rule away.");
  for (const [i, part] of parts.entries()) yield* checkRule(context, part, within(at, i), given);
}

type Comparison = Extract<Rule, { readonly field: string }>;

function* checkComparison(
  context: Context,
  { field: id, is, to }: Comparison,
  at: Place,
  given: ReadonlySet<string>,
): Iterable<Problem> {
  const field = fieldOf(context, id);
  if (!field) {
    const near = nearest(id, [...context.index.fields.keys()]);
    const mend =
      near === undefined
        ? "Add such a field, or ask for one that exists."
        : `If you meant ${quoted(near)}, write that.`;
    yield error(
      "unknown-reference",
      within(at, "field"),
      `A rule asks for the field ${quoted(id)}, which does not exist.`,
      mend,
    );
    return;
  }
  const name = quoted(field.name);
  if (!isDrawn(field) && !given.has(id)) {
    const message = `A rule asks for ${name}, but nothing gives records a value of it.`;
    yield warning(
      "field-without-value",
      within(at, "field"),
      message,
      field.type === "number"
        ? "Give the field a sample, or set it at a start."
        : "Give the field a share, or set it at a start.",
    );
  }
  if (is === "in") {
    if (!isList(to)) {
      yield error(
        "rule",
        within(at, "to"),
        `A rule asks whether ${name} is one of several, but names no list.`,
        "Write a list, or compare with “=”.",
      );
    } else if (to.length === 0) {
      yield warning(
        "empty-rule",
        within(at, "to"),
        `A rule asks whether ${name} is one of none, which is never so.`,
        "Add a value to the list.",
      );
    }
  } else if (isList(to)) {
    yield error(
      "rule",
      within(at, "to"),
      `A rule compares ${name} with a list.`,
      "Compare it with one value, or ask with “in”.",
    );
    return;
  } else if (is !== "=" && is !== "!=" && field.type !== "number") {
    yield error(
      "rule",
      within(at, "is"),
      `A rule asks whether ${name} is ${quoted(is)} something, but it is no number.`,
      "Ask with “=”, “!=” or “in”.",
    );
    return;
  }
  for (const [i, value] of (isList(to) ? to : [to]).entries()) {
    const fault = misfit(field, value);
    if (fault) yield error("wrong-value", isList(to) ? within(at, "to", i) : within(at, "to"), ...fault);
  }
}

/** Whether records get a value of the field without a start setting it. */
function isDrawn(field: Field): boolean {
  if (field.type === "choice") return true;
  return field.type === "number" ? field.sample !== undefined : field.share !== undefined;
}

/** What is wrong with a value of a field: the message and what would mend it. */
function misfit(field: Field, value: FieldValue): readonly [message: string, mend: string] | undefined {
  const name = quoted(field.name);
  if (field.type === "choice") {
    const options = field.options.map((option) => option.value);
    if (options.includes(String(value)) && typeof value === "string") return undefined;
    const near = nearest(String(value), options);
    const mend =
      near === undefined
        ? `Use one of its options, or add ${quoted(String(value))} to them.`
        : `If you meant ${quoted(near)}, write that.`;
    return [`${name} has no option ${quoted(String(value))}.`, mend];
  }
  if (typeof value === field.type) return undefined;
  return [
    `${name} is ${field.type === "number" ? "a number" : "true or false"}, and is never ${quoted(String(value))}.`,
    field.type === "number" ? "Write a number, without quotes." : "Write true or false, without quotes.",
  ];
}

function isList(to: FieldValue | readonly FieldValue[]): to is readonly FieldValue[] {
  return Array.isArray(to);
}
