import type { z } from "zod";
import { list } from "../format.ts";
import { type Problem, place } from "../problem.ts";
import { choices, type Definition, definition, expected, found, isOptional, quoted, type Schema } from "./expected.ts";
import { nearest } from "./spelling.ts";

type Path = readonly PropertyKey[];
type Kind = Definition["type"];
type DefinitionOf<K extends Kind> = Extract<Definition, { type: K }>;
type Reader<K extends Kind> = (
  schema: Schema,
  def: DefinitionOf<K>,
  value: unknown,
  path: Path,
  report: Report,
) => unknown;
type Report = (
  problem: Omit<Problem, "path" | "severity"> & { readonly severity?: Problem["severity"] },
  path: Path,
) => void;

/**
 * Reads a value by a schema. Unlike zod's own `parse` it says in plain sentences what was found and what is expected,
 * speaks of the branch of a union that was probably meant, puts keys in the order of the schema, and keeps keys that
 * the schema does not know in the `extensions` of their object, with a warning, where it has any.
 *
 * @param value - Nested less deep than the call stack; `parseProcess` makes sure.
 * @returns The value, which is the schema's if there are no errors among the problems.
 * @throws RangeError if the schema uses a kind of zod's that this does not know: our own mistake.
 */
export function conform(
  schema: Schema,
  value: unknown,
): { readonly value: unknown; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (problem, path) => problems.push({ severity: "error", ...problem, path: place(path) });
  return { value: read(schema, value, [], report), problems };
}

function read(schema: Schema, value: unknown, path: Path, report: Report): unknown {
  const def = definition(schema);
  const reader = READERS[def.type] as Reader<Kind> | undefined;
  if (!reader) throw new RangeError(`no reader for a schema of type ${def.type} at ${place(path)}`);
  return reader(schema, def as never, value, path, report);
}

const READERS: { readonly [K in Kind]?: Reader<K> } = {
  string(schema, _, value, path, report) {
    if (typeof value !== "string") return wrongType(schema, value, path, report);
    const { success } = (schema as z.ZodType).safeParse(value);
    const wanted = (schema as z.ZodType).description ?? "Write another text.";
    if (!success)
      report({ code: "wrong-value", message: `${subject(path)} cannot be ${quoted(value)}.`, mend: wanted }, path);
    return value;
  },
  number(schema, { checks = [] }, value, path, report) {
    if (typeof value !== "number" || !Number.isFinite(value)) return wrongType(schema, value, path, report);
    if (checks.length > 0 && !(schema as z.ZodType).safeParse(value).success) {
      const mend = (schema as z.ZodType).description ?? "Write another number.";
      report({ code: "wrong-value", message: `${subject(path)} cannot be ${value}.`, mend }, path);
    }
    // A zero has no sign in a file that people read.
    return value === 0 ? 0 : value;
  },
  boolean: (schema, _, value, path, report) =>
    typeof value === "boolean" ? value : wrongType(schema, value, path, report),
  null: (schema, _, value, path, report) => (value === null ? value : wrongType(schema, value, path, report)),
  literal: readChoice,
  enum: readChoice,
  lazy: (_, def, value, path, report) => read(def.getter(), value, path, report),
  optional: (_, def, value, path, report) => read(def.innerType, value, path, report),
  default: (_, def, value, path, report) => read(def.innerType, value, path, report),
  array(schema, def, value, path, report) {
    if (!Array.isArray(value)) return wrongType(schema, value, path, report);
    return Array.from(value, (entry, i) => read(def.element, entry, [...path, i], report));
  },
  record(schema, def, value, path, report) {
    if (!isObject(value)) return wrongType(schema, value, path, report);
    const entries = Object.entries(value).map(([key, each]) => [
      key,
      read(def.valueType, each, [...path, key], report),
    ]);
    return Object.fromEntries(entries);
  },
  object: readObject,
  union: readUnion,
};

function readChoice(schema: Schema, _: unknown, value: unknown, path: Path, report: Report): unknown {
  if (typeof value !== "string") return wrongType(schema, value, path, report);
  const options = choices(schema);
  if (options.includes(value)) return value;
  const near = nearest(value, options);
  report(
    {
      code: "wrong-value",
      message: `${subject(path)} cannot be ${quoted(value)}.`,
      mend: near ? `Write ${quoted(near)}.` : `Write ${expected(schema)}.`,
    },
    path,
  );
  return value;
}

function readObject(schema: Schema, def: DefinitionOf<"object">, value: unknown, path: Path, report: Report): unknown {
  if (!isObject(value)) return wrongType(schema, value, path, report);
  const result: Record<string, unknown> = {};
  const source = withStrangersKept(def, value, path, report);
  for (const [key, of] of Object.entries(def.shape)) {
    const inner = definition(of);
    if (Object.hasOwn(source, key) && source[key] !== undefined)
      result[key] = read(of, source[key], [...path, key], report);
    else if (inner.type === "default") result[key] = structuredClone(inner.defaultValue);
    else if (!isOptional(of)) {
      const message = path.length === 0 ? `${quoted(key)} is missing.` : `${subject(path)} has no ${quoted(key)}.`;
      report({ code: "missing", message, mend: `Add ${quoted(key)}: ${expected(of)}.` }, [...path, key]);
    }
  }
  return result;
}

/** Moves keys that the schema does not know into the object's extensions; where it has none, they are errors. */
function withStrangersKept(
  def: DefinitionOf<"object">,
  value: Readonly<Record<string, unknown>>,
  path: Path,
  report: Report,
): Readonly<Record<string, unknown>> {
  const strangers = Object.keys(value).filter((key) => !Object.hasOwn(def.shape, key) && value[key] !== undefined);
  if (strangers.length === 0) return value;
  const { extensions } = value;
  const keeps = Object.hasOwn(def.shape, "extensions") && (extensions === undefined || isObject(extensions));
  const known = Object.keys(def.shape).filter((key) => key !== "extensions");
  for (const key of strangers) {
    const near = nearest(
      key,
      known.filter((each) => !Object.hasOwn(value, each)),
    );
    const meant = near ? `If you meant ${quoted(near)}, write that.` : undefined;
    const message = `${subject(path)} has a field ${quoted(key)}, which Throughline does not know.`;
    if (!keeps) {
      report(
        {
          code: "unknown-field",
          message,
          mend: meant ?? `Take it away; allowed are ${list(known.map(quoted), "or")}.`,
        },
        [...path, key],
      );
    } else if (isObject(extensions) && Object.hasOwn(extensions, key)) {
      report(
        { code: "unknown-field", message, mend: "Take it away: its extensions hold a field of that name already." },
        [...path, key],
      );
    } else {
      const mend = `${meant ?? "Nothing needs to be done."} It is kept among the extensions and has no effect.`;
      report({ severity: "warning", code: "unknown-field-kept", message, mend }, [...path, key]);
    }
  }
  if (!keeps) return value;
  // Made from entries, because assigning to “__proto__” would lose it.
  const kept = [...Object.entries(extensions ?? {}), ...strangers.map((key) => [key, value[key]] as const)];
  return { ...value, extensions: Object.fromEntries(kept) };
}

function readUnion(schema: Schema, def: DefinitionOf<"union">, value: unknown, path: Path, report: Report): unknown {
  const discriminator = "discriminator" in def ? String(def.discriminator) : undefined;
  if (discriminator !== undefined) return readTagged(schema, def.options, discriminator, value, path, report);
  const scores = def.options.map((option) => suitability(option, value));
  const best = Math.max(...scores);
  if (best <= 0) return wrongType(schema, value, path, report);
  return read(def.options[scores.indexOf(best)]!, value, path, report);
}

function readTagged(
  schema: Schema,
  options: readonly Schema[],
  tag: string,
  value: unknown,
  path: Path,
  report: Report,
): unknown {
  if (!isObject(value)) return wrongType(schema, value, path, report);
  const tags = options.map((option) => choices(shapeOf(option)[tag]!));
  const at = tags.findIndex((each) => each.includes(value[tag] as string));
  if (at >= 0) return read(options[at]!, value, path, report);
  const all = tags.flat();
  const near = typeof value[tag] === "string" ? nearest(value[tag], all) : undefined;
  const mend = near ? `Write ${quoted(near)}.` : `Write ${list(all.map(quoted), "or")}.`;
  if (!Object.hasOwn(value, tag)) {
    report(
      {
        code: "missing",
        message: `${subject(path)} has no ${quoted(tag)}.`,
        mend: `Add it: ${list(all.map(quoted), "or")}.`,
      },
      [...path, tag],
    );
  } else {
    report({ code: "wrong-value", message: `${subject([...path, tag])} cannot be ${found(value[tag])}.`, mend }, [
      ...path,
      tag,
    ]);
  }
  return value;
}

/** How well a value suits a branch of a union: 0 if it is of another type, more for each key that the branch knows. */
function suitability(schema: Schema, value: unknown): number {
  const def = definition(schema);
  if (def.type === "union") {
    const tag = "discriminator" in def ? String(def.discriminator) : undefined;
    const tagged = tag !== undefined && isObject(value) && Object.hasOwn(value, tag);
    return Math.max(...def.options.map((option) => suitability(option, value))) + (tagged ? 10 : 0);
  }
  if (def.type === "lazy") return suitability(def.getter(), value);
  if (def.type === "object") {
    if (!isObject(value)) return 0;
    const known = Object.keys(value).filter((key) => key !== "extensions" && Object.hasOwn(def.shape, key)).length;
    // Known keys decide; without any, a branch is still better than a value of another type, if only just.
    return known > 0 ? known + 1 : Number.MIN_VALUE;
  }
  if (def.type === "array") return Number(Array.isArray(value));
  if (def.type === "record") return Number(isObject(value));
  if (def.type === "enum" || def.type === "literal") return Number(typeof value === "string");
  return Number(def.type === (value === null ? "null" : typeof value));
}

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> {
  const def = definition(schema);
  return def.type === "object" ? def.shape : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrongType(schema: Schema, value: unknown, path: Path, report: Report): unknown {
  const message = `${subject(path)} should be ${expected(schema)}, but is ${found(value)}.`;
  report({ code: "wrong-type", message, mend: `Write ${expected(schema)}.` }, path);
  return value;
}

/** What a sentence about a place speaks of. */
function subject(path: Path): string {
  const key = path.at(-1);
  if (key === undefined) return "The file";
  if (typeof key !== "number") return quoted(String(key));
  const of = path.slice(0, -1).findLast((each) => typeof each !== "number");
  return `Entry ${key + 1} of ${quoted(String(of ?? "the file"))}`;
}
