import { z } from "zod";
import { list } from "../format.ts";

/** A schema of zod's, as something that can be looked into. */
export type Schema = z.core.$ZodType;
/** What a schema is made of, told apart by `type`. */
export type Definition = z.core.$ZodTypes["_zod"]["def"];

/** Looks into a schema. */
export const definition = (schema: Schema): Definition => (schema as z.core.$ZodTypes)._zod.def;

const LONGEST = 40;

/** A text in quotes, cut if it is long. */
export function quoted(text: string): string {
  if (text.length <= LONGEST) return `“${text}”`;
  const letters = [...text.slice(0, LONGEST * 2)];
  return letters.length > LONGEST ? `“${letters.slice(0, LONGEST).join("")}…”` : `“${text}”`;
}

/** What was found in a file, in words. */
export function found(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "string") return `the text ${quoted(value)}`;
  if (typeof value === "number") return Number.isFinite(value) ? `the number ${value}` : "a number too large to hold";
  if (typeof value === "boolean") return String(value);
  return typeof value === "object" ? "an object" : "something that JSON does not have";
}

const NAMED: Readonly<Record<string, string>> = {
  Distribution: "a distribution, as in { “dist”: “constant”, “value”: 5, “unit”: “min” }",
  Duration: "a duration, as in { “value”: 2, “unit”: “d” }",
  Rule: "a rule, as in { “field”: “value”, “is”: “>=”, “to”: 1000 }",
};

/** What a schema expects, in words. */
export function expected(schema: Schema): string {
  const named = NAMED[idOf(schema) ?? ""];
  if (named !== undefined) return named;
  const def = definition(schema);
  if (def.type === "string") return "a text";
  if (def.type === "number") return "a number";
  if (def.type === "boolean") return "true or false";
  if (def.type === "null") return "null";
  if (def.type === "array") return "a list";
  if (def.type === "enum" || def.type === "literal") return list(choices(schema).map(quoted), "or");
  if (def.type === "lazy") return "any JSON value";
  if (def.type === "union") return list([...new Set(branches(schema).map(expected))], "or");
  if (def.type === "optional" || def.type === "default") return expected(def.innerType);
  if (def.type === "object") {
    const keys = Object.keys(def.shape).filter((key) => !isOptional(def.shape[key]!));
    return keys.length === 0 ? "an object" : `an object with ${list(keys.map(quoted), "and")}`;
  }
  return "an object";
}

/** The branches of a union, those of unions inside it included. */
function branches(schema: Schema): readonly Schema[] {
  const def = definition(schema);
  return def.type === "union" && NAMED[idOf(schema) ?? ""] === undefined ? def.options.flatMap(branches) : [schema];
}

/** The values that an enumeration or a literal allows. */
export function choices(schema: Schema): readonly string[] {
  const def = definition(schema);
  if (def.type === "enum") return Object.values(def.entries).map(String);
  return def.type === "literal" ? def.values.map(String) : [];
}

/** Whether a key may be left out. */
export function isOptional(schema: Schema): boolean {
  const { type } = definition(schema);
  return type === "optional" || type === "default";
}

/** The name that a schema is published under; describing a schema anew keeps it. */
function idOf(schema: Schema): string | undefined {
  for (let at: Schema | undefined = schema; at; at = at._zod.parent) {
    const id = z.globalRegistry.get(at)?.id;
    if (id !== undefined) return id;
  }
  return undefined;
}
