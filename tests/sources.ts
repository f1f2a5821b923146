import { readdirSync, readFileSync } from "node:fs";
import { extname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

/** The folder of the project, with a slash at its end. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** One import (or re-export) in a source file. */
export interface Import {
  /** The path in the project for a file of ours, as in `src/model/process.ts`; else the name of the package. */
  readonly target: string;
  readonly ours: boolean;
  /** Whether only types come in, which leave nothing behind at run time. */
  readonly typeOnly: boolean;
}

/** A source file, read and parsed. */
export interface Source {
  /** From the project's folder, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly parsed: ReturnType<typeof parseSync>;
}

/** The files below a folder of the project that have one of the endings, in the order of their names. */
export function filesBelow(folder: string, endings: readonly string[]): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && endings.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll("\\", "/"))
    .sort();
}

/** Reads and parses the TypeScript files below a folder. */
export function sourcesBelow(folder: string): Source[] {
  return filesBelow(folder, [".ts", ".tsx"]).map((path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    const parsed = parseSync(path, text);
    return { path, text, parsed, imports: importsOf(path, text, parsed) };
  });
}

function importsOf(path: string, text: string, { module }: Source["parsed"]): Import[] {
  const fixed = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    name: moduleRequest.value,
    typeOnly: text.startsWith("import type", start) || (entries.length > 0 && entries.every(({ isType }) => isType)),
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ name: moduleRequest.value, typeOnly: isType }] : [],
    ),
  );
  const lazy = module.dynamicImports.map(({ moduleRequest }) => ({
    name: text.slice(moduleRequest.start, moduleRequest.end).replace(/^["'`]|["'`]$/g, ""),
    typeOnly: false,
  }));
  return [...fixed, ...passedOn, ...lazy].map(({ name, typeOnly }) => ({ ...resolve(path, name), typeOnly }));
}

function resolve(from: string, name: string): { readonly target: string; readonly ours: boolean } {
  const file = name.replace(/\?.*$/, "");
  if (file.startsWith(".")) return { target: posix.join(posix.dirname(from), file), ours: true };
  if (file.startsWith("/")) return { target: file.slice(1), ours: true };
  if (file.startsWith("node:")) return { target: "node:", ours: false };
  const [scope = "", rest = ""] = file.split("/");
  return { target: scope.startsWith("@") ? `${scope}/${rest}` : scope, ours: false };
}

/**
 * The names that a source reads as variables, such as `document`; members of named things, such as `Math.random`; and,
 * as written here, `new Date()` without arguments and `**` other than a square or a power of 2.
 */
export function usesOf({ parsed }: Source): readonly string[] {
  const found = new Set<string>();
  const visit = (node: unknown, isVariable: boolean): void => {
    if (Array.isArray(node)) for (const each of node) visit(each, true);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const { type, name, object, property, computed, callee, operator, left, right } = node as Record<string, unknown>;
    if (type === "Identifier" && isVariable) found.add(String(name));
    if (type === "MemberExpression" && !computed) found.add(`${nameOf(object)}.${nameOf(property)}`);
    if (type === "NewExpression" && nameOf(callee) === "Date" && (node as { arguments: [] }).arguments.length === 0) {
      found.add("new Date()");
    }
    if (type === "BinaryExpression" && operator === "**" && !isTwo(left) && !isTwo(right)) found.add("**");
    for (const [key, value] of Object.entries(node)) {
      // A property's name is no variable: `state.document` reads no page.
      visit(value, computed === true || (key !== "property" && key !== "key"));
    }
  };
  visit(parsed.program, true);
  return [...found];
}

function nameOf(node: unknown): string {
  return (node as { readonly name?: string } | null)?.name ?? "";
}

function isTwo(node: unknown): boolean {
  return (node as { readonly value?: unknown } | null)?.value === 2;
}
