import { VERSION } from "../model/migrations.ts";
import { FORMAT, parseProcess } from "../model/parse.ts";
import { hasErrors, type Problem } from "../model/problem.ts";
import { LISTS, type Process, processSchema } from "../model/process.ts";
import { conform } from "../model/read/conform.ts";
import { textOf, unreadable } from "./bytes.ts";
import type { Codec, Decoded } from "./codec.ts";
import { syntaxFault } from "./json-syntax.ts";

/** The app's own format: readable, comparable line by line, and lossless. */
export const json = {
  id: "json",
  name: "Process file",
  extension: ".process.json",
  also: [".json"],
  mime: "application/json",
  read,
  write,
} as const satisfies Codec;

function read(file: Uint8Array | string): Decoded {
  const decoded = textOf(file);
  if (!decoded.ok) return decoded;
  const fault = syntaxFault(decoded.text);
  if (fault) return unreadable("not-json", `Line ${fault.line}, column ${fault.column}: ${fault.message}`, fault.mend);
  const parsed = parseProcess(JSON.parse(decoded.text));
  return parsed.ok ? { ok: true, process: parsed.value, remarks: parsed.problems } : parsed;
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
