import type { Distribution, DistributionKind, Duration, TimeUnit } from "./distribution.ts";
import { duration, exact, list, number } from "./format.ts";
import type { NodeKind, Process, ProcessNode } from "./process.ts";
import { quantile } from "./quantile.ts";
import type { Comparison, FieldValue, Rule } from "./rule.ts";

/** What the kinds of node are called where people read them. */
export const KIND_WORDS: Readonly<Record<NodeKind, string>> = {
  start: "Start",
  step: "Step",
  decision: "Decision",
  fork: "Parallel",
  join: "Join",
  wait: "Wait",
  end: "End",
};

/** As in “A step needs a name.” */
export function needsName(kind: NodeKind): string {
  return `${kind === "end" ? "An" : "A"} ${KIND_WORDS[kind].toLowerCase()} needs a name.`;
}

/** The units of time, as written out in menus. */
export const UNIT_WORDS: Readonly<Record<TimeUnit, string>> = {
  s: "seconds",
  min: "minutes",
  h: "hours",
  d: "days",
  wk: "weeks",
};

/** What to call a node: its name, or what kind it is where it has none. */
export function titleOf(node: ProcessNode): string {
  return node.name.trim() === "" ? KIND_WORDS[node.kind] : node.name;
}

/**
 * The name of whatever has this id in a process, such as a step or a team; the id itself if nothing has.
 */
export function nameOf(process: Process, id: string): string {
  const names = named.get(process) ?? namesIn(process);
  named.set(process, names);
  return names.get(id) ?? id;
}

const named = new WeakMap<Process, ReadonlyMap<string, string>>();

function namesIn(process: Process): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const { nodes, teams, departments, systems, data, fields, stages, calendars, targets, scenarios } = process;
  for (const node of nodes) if (!names.has(node.id)) names.set(node.id, titleOf(node));
  for (const list of [teams, departments, systems, data, fields, stages, calendars, targets, scenarios])
    for (const { id, name } of list) if (!names.has(id) && name.trim() !== "") names.set(id, name);
  return names;
}

/** A duration as typed, such as "2 d". */
export function durationWords({ value, unit }: Duration): string {
  return `${exact(value)} ${unit}`;
}

/** What the kinds of distribution are called where people choose one. */
export const DISTRIBUTION_WORDS: Readonly<Record<DistributionKind, string>> = {
  constant: "Always the same",
  exponential: "Exponential",
  uniform: "Uniform",
  triangular: "Triangular",
  pert: "Three-point (PERT)",
  normal: "Normal",
  lognormal: "Lognormal",
  gamma: "Gamma",
  erlang: "Erlang",
  weibull: "Weibull",
  beta: "Beta",
  hyperexponential: "Hyperexponential",
  empirical: "Measured values",
  mixture: "Mixture",
};

/**
 * What a distribution means in practice, in words.
 *
 * @returns `undefined` if its parameters describe no distribution.
 *
 * @example
 * spreadWords({ dist: "exponential", mean: 1, unit: "h" }); // "half within 42 min, nine of ten within 2 h 18 min"
 */
export function spreadWords(distribution: Distribution): string | undefined {
  const half = quantile(distribution, 0.5);
  const most = quantile(distribution, 0.9);
  if (half === undefined || most === undefined) return undefined;
  const timed = distribution.unit !== undefined;
  const said = timed ? duration : number;
  if (distribution.dist === "constant") return `always ${said(half)}`;
  if (said(half) === said(most)) return `nearly always ${said(half)}`;
  const within = timed ? "within" : "at most";
  return `half ${within} ${said(half)}, nine of ten ${within} ${said(most)}`;
}

const COMPARISON_WORDS: Readonly<Record<Comparison, string>> = {
  "=": "is",
  "!=": "is not",
  "<": "is below",
  "<=": "is at most",
  ">": "is above",
  ">=": "is at least",
  in: "is one of",
};

/** How a comparison of a rule reads in a sentence, such as "is at least". */
export function comparisonWords(comparison: Comparison): string {
  return COMPARISON_WORDS[comparison];
}

/**
 * A rule as a sentence part.
 *
 * @example
 * ruleWords({ field: "value", is: ">=", to: 10000 }, process); // "Deal value is at least 10,000"
 */
export function ruleWords(rule: Rule, process: Process): string {
  if ("all" in rule) return joined(rule.all, "and", process, "always");
  if ("any" in rule) return joined(rule.any, "or", process, "never");
  if ("not" in rule) return `not (${ruleWords(rule.not, process)})`;
  const to = isList(rule.to) ? list(rule.to.map(valueWords), "or") : valueWords(rule.to);
  return `${nameOf(process, rule.field)} ${COMPARISON_WORDS[rule.is]} ${to}`;
}

function joined(rules: readonly Rule[], word: "and" | "or", process: Process, none: string): string {
  if (rules.length === 0) return none;
  const inner = rules.map((rule) => {
    const words = ruleWords(rule, process);
    const groups = ("all" in rule && rule.all.length > 1) || ("any" in rule && rule.any.length > 1);
    return groups && rules.length > 1 ? `(${words})` : words;
  });
  return inner.join(` ${word} `);
}

function valueWords(value: FieldValue): string {
  if (typeof value === "number") return exact(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value;
}

function isList(to: FieldValue | readonly FieldValue[]): to is readonly FieldValue[] {
  return Array.isArray(to);
}
