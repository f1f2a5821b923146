import { VERSION } from "../model/migrations.ts";
import { FORMAT, parseProcess } from "../model/parse.ts";
import { hasErrors, type Problem } from "../model/problem.ts";
import { LISTS, type Process, processSchema } from "../model/process.ts";
import { conform } from "../model/read/conform.ts";
import type { Codec, Decoded } from "./codec.ts";
import { syntaxFault } from "./json-syntax.ts";

/** The app's own format: readable, comparable line by line, and lossless. */
export const json = {
  id: "json",
  name: "Process file",
  extension: ".process.json",
  mime: "application/json",
  read,
  write,
} as const satisfies Codec;

function read(file: Uint8Array | string): Decoded {
  const text = typeof file === "string" ? file.replace(/^\uFEFF/, "") : textOf(file);
  if (text === undefined)
    return unreadable("not-text", "The file is not text in UTF-8.", "Open a process file, or save it as UTF-8.");
  const fault = syntaxFault(text);
  if (fault) return unreadable("not-json", `Line ${fault.line}, column ${fault.column}: ${fault.message}`, fault.mend);
  const parsed = parseProcess(JSON.parse(text));
  return parsed.ok ? { ok: true, process: parsed.value, remarks: parsed.problems } : parsed;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function unreadable(code: string, message: string, mend: string): Decoded {
  const problem: Problem = { severity: "error", code, path: "", message, mend };
  return { ok: false, problems: [problem] };
}

/** Keys in the order of the schema, two spaces a level, empty lists left out. */
function write(process: Process): string {
  const { value, problems } = conform(processSchema, process);
  if (hasErrors(problems)) {
    const [{ path, message }] = problems.filter(({ severity }) => severity === "error") as [Problem];
    throw new RangeError(`the process cannot be written: ${path}: ${message}`);
  }
  const { $schema, ...rest } = value as Process;
  const empty = new Set<string>(LISTS.filter((list) => rest[list].length === 0));
  const kept = Object.entries(rest).filter(([key]) => !empty.has(key));
  const head = { ...($schema === undefined ? {} : { $schema }), format: FORMAT, version: VERSION };
  return `${JSON.stringify({ ...head, ...Object.fromEntries(kept) }, null, 2)}\n`;
}
