import type { Field, Process, ProcessNode } from "../process.ts";
import type { FieldValue, Rule } from "../rule.ts";

/**
 * Gives a value of a choice another name, and with it all that names the value: rules, and what a start's records carry.
 *
 * @returns The same process if there is no such field or value.
 */
export function renameOption(process: Process, field: string, from: string, to: string): Process {
  const named = (each: Field) =>
    each.id === field && each.type === "choice" && each.options.some(({ value }) => value === from);
  if (from === to || !process.fields.some(named)) return process;
  const other = (value: FieldValue) => (value === from ? to : value);
  const fields = process.fields.map((each) =>
    each.type === "choice" && named(each)
      ? { ...each, options: each.options.map((option) => (option.value === from ? { ...option, value: to } : option)) }
      : each,
  );
  const flows = process.flows.map((flow) => (flow.when ? { ...flow, when: ruleWith(flow.when, field, other) } : flow));
  return { ...process, fields, flows, nodes: process.nodes.map((node) => nodeWith(node, field, other)) };
}

type Other = (value: FieldValue) => FieldValue;

/** A rule in which the values that a field is compared to are others. */
function ruleWith(rule: Rule, field: string, other: Other): Rule {
  if ("all" in rule) return { ...rule, all: rule.all.map((part) => ruleWith(part, field, other)) };
  if ("any" in rule) return { ...rule, any: rule.any.map((part) => ruleWith(part, field, other)) };
  if ("not" in rule) return { ...rule, not: ruleWith(rule.not, field, other) };
  if (rule.field !== field) return rule;
  return { ...rule, to: typeof rule.to === "object" ? rule.to.map(other) : other(rule.to) };
}

function nodeWith(node: ProcessNode, field: string, other: Other): ProcessNode {
  const value = node.kind === "start" ? node.set?.[field] : undefined;
  if (node.kind === "start" && value !== undefined) return { ...node, set: { ...node.set, [field]: other(value) } };
  if (node.kind !== "step" || !node.work || !("by" in node.work)) return node;
  const by = node.work.by.map((each) => ({ ...each, when: ruleWith(each.when, field, other) }));
  return { ...node, work: { ...node.work, by } };
}
