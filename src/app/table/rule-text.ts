import { nameKey } from "../../io/table/names.ts";
import type { Field, Process } from "../../model/process.ts";
import { COMPARISONS, type FieldValue, type Rule } from "../../model/rule.ts";

/** A rule that was read, or a sentence why it is none. */
export type RuleRead = { readonly ok: true; readonly rule: Rule } | { readonly ok: false; readonly message: string };

/**
 * A rule as it is typed into a cell; `readRule` reads it again, to the same rule.
 *
 * @example
 * ruleText({ all: [{ field: "value", is: ">=", to: 10000 }, { field: "source", is: "=", to: "Referral" }] }, process);
 * // Deal value >= 10000 and Lead source = “Referral”
 */
export function ruleText(rule: Rule, process: Process): string {
  if ("not" in rule) return `not (${ruleText(rule.not, process)})`;
  if ("field" in rule) return `${callOf(rule.field, process)} ${rule.is} ${valueText(rule.to)}`;
  const [word, parts] = "all" in rule ? (["all", rule.all] as const) : (["any", rule.any] as const);
  const texts = parts.map((part) => (isList(part) ? `(${ruleText(part, process)})` : ruleText(part, process)));
  // A group of one or of none reads as what it is, not as its only part.
  return parts.length < 2 ? `${word} (${texts.join("")})` : texts.join(word === "all" ? " and " : " or ");
}

/** Whether a rule is written with “and” or “or” between its parts. */
function isList(rule: Rule): boolean {
  return ("all" in rule && rule.all.length > 1) || ("any" in rule && rule.any.length > 1);
}

/** What a rule calls a field: its name, or its id where that is not enough to know it by. */
function callOf(id: string, { fields }: Process): string {
  const field = fields.find((each) => each.id === id);
  if (!field || field.name.trim() === "" || field.name !== field.name.trim()) return id;
  const others = fields.filter((each) => each !== field);
  const clear = others.every((each) => nameKey(each.name) !== nameKey(field.name) && each.id !== field.name);
  return clear && !/[“”\\[\]·()]|^(not|all|any)\b/i.test(field.name) ? field.name : id;
}

function valueText(to: FieldValue | readonly FieldValue[]): string {
  if (typeof to === "number") return String(to);
  if (typeof to === "boolean") return to ? "yes" : "no";
  if (typeof to === "string") return `“${to.replace(/[\\“”]/g, "\\$&")}”`;
  return `(${to.map(valueText).join(", ")})`;
}

/** Reads a rule that was typed into a cell. */
export function readRule(text: string, { fields }: Process): RuleRead {
  const reader = new Reader(text, fields);
  try {
    const rule = reader.rule();
    reader.end();
    return { ok: true, rule };
  } catch (wrong) {
    if (wrong instanceof Unread) return { ok: false, message: wrong.message };
    throw wrong;
  }
}

/** What ends the reading of a rule: a sentence for who typed it. */
class Unread extends Error {}

/** Goes through a rule's text from left to right: “or” joins what “and” joins, parentheses group. */
class Reader {
  private at = 0;
  private readonly text: string;
  private readonly fields: readonly Field[];

  constructor(text: string, fields: readonly Field[]) {
    this.text = text;
    this.fields = fields;
  }

  rule(): Rule {
    const parts = [this.joined()];
    while (this.take(/or\b/iy)) parts.push(this.joined());
    return parts.length === 1 ? parts[0]! : { any: parts };
  }

  end(): void {
    this.take(/\s*/y);
    if (this.at < this.text.length) throw new Unread(`“${this.rest()}” cannot be read at the end of the rule.`);
  }

  private joined(): Rule {
    const parts = [this.part()];
    while (this.take(/and\b/iy)) parts.push(this.part());
    return parts.length === 1 ? parts[0]! : { all: parts };
  }

  private part(): Rule {
    const word = this.take(/(not|all|any)\s*\(/iy)?.toLowerCase();
    if (word === undefined) return this.take(/\(/y) === undefined ? this.comparison() : this.inside();
    if (word.startsWith("not")) return { not: this.inside() };
    const parts = this.take(/\)/y) === undefined ? [this.inside()] : [];
    return word.startsWith("all") ? { all: parts } : { any: parts };
  }

  private inside(): Rule {
    const rule = this.rule();
    this.close();
    return rule;
  }

  private close(): void {
    if (this.take(/\)/y) === undefined) throw new Unread("A parenthesis is not closed.");
  }

  private comparison(): Rule {
    const field = this.field();
    const sign = this.take(/!=|<=|>=|=|<|>|in\b/iy)?.toLowerCase();
    const is = COMPARISONS.find((each) => each === sign);
    if (!is) throw new Unread(`Write =, !=, <, <=, >, >= or in after “${field.name || field.id}”.`);
    if (this.take(/\(/y) === undefined) return { field: field.id, is, to: this.value(field) };
    const to: FieldValue[] = [];
    if (this.take(/\)/y) !== undefined) return { field: field.id, is, to };
    do to.push(this.value(field));
    while (this.take(/,/y) !== undefined);
    this.close();
    return { field: field.id, is, to };
  }

  /** The field with the longest name, or else id, that stands here. */
  private field(): Field {
    this.take(/\s*/y);
    const rest = this.rest();
    const starts = (name: string) =>
      name !== "" &&
      nameKey(rest.slice(0, name.length)) === nameKey(name) &&
      /^(\s|[=!<>]|$)/.test(rest.slice(name.length));
    const named = this.fields
      .flatMap((field) => [field.name.trim(), field.id].map((name) => ({ name, field, sure: name === field.id })))
      .filter(({ name }) => starts(name))
      .toSorted((a, b) => b.name.length - a.name.length || Number(b.sure) - Number(a.sure));
    const [first] = named;
    if (!first) {
      const known = this.fields.map(({ name, id }) => `“${name || id}”`).join(", ");
      const word = /^[^=!<>()]*/.exec(rest)?.[0].trim() || rest;
      throw new Unread(
        known === "" ? "There are no fields to make rules of." : `There is no field “${word}”. There are ${known}.`,
      );
    }
    this.at += first.name.length;
    return first.field;
  }

  private value(field: Field): FieldValue {
    const quoted = this.take(/“(?:\\.|[^”\\])*”/sy) ?? this.take(/"[^"]*"/sy);
    if (quoted !== undefined) return quoted.slice(1, -1).replace(/\\(.)/gs, "$1");
    const word = this.take(/[^,()\s]+/y);
    if (word === undefined) throw new Unread(`Write after the sign what “${field.name || field.id}” is compared with.`);
    const option = field.type === "choice" ? this.option(field.options ?? [], word) : undefined;
    if (option !== undefined) return option;
    if (/^[-+]?(\d|\.\d)/.test(word) && Number.isFinite(Number(word))) return Number(word);
    if (/^(yes|true|no|false)$/i.test(word)) return /^(yes|true)$/i.test(word);
    if (field.type === "choice") return word;
    throw new Unread(`“${word}” is no ${field.type === "number" ? "number" : "yes or no"}.`);
  }

  /** The option that begins with a word just read: those of several words need no quotes. */
  private option(options: readonly { readonly value: string }[], word: string): string | undefined {
    const rest = word + this.rest();
    const here = (value: string) =>
      nameKey(rest.slice(0, value.length)) === nameKey(value) && /^($|[\s,)])/.test(rest.slice(value.length));
    const [found] = options
      .map(({ value }) => value)
      .filter((value) => value !== "" && here(value))
      .toSorted((a, b) => b.length - a.length);
    if (found !== undefined) this.at += found.length - word.length;
    return found;
  }

  private rest(): string {
    return this.text.slice(this.at);
  }

  /** What a sticky pattern finds here, after spaces; it is passed over. */
  private take(pattern: RegExp): string | undefined {
    const spaces = /\s*/y;
    spaces.lastIndex = this.at;
    spaces.exec(this.text);
    pattern.lastIndex = spaces.lastIndex;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found?.[0];
  }
}
