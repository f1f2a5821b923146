import { migrated, type RawFile, VERSION } from "./migrations.ts";
import { hasErrors, type Problem, type Result } from "./problem.ts";
import { type Process, processSchema } from "./process.ts";
import { conform } from "./read/conform.ts";
import { found } from "./read/expected.ts";

/** What a process file says it is. */
export const FORMAT = "throughline";

/** How deep lists and objects may be nested; the app's own fields need about a dozen levels. */
const DEEPEST = 200;
/** How many problems are told at once; a file with more needs a look at the first ones anyway. */
const MOST = 200;

/**
 * Reads a process file that has come through `JSON.parse`, of any version up to the newest.
 *
 * Only the form is checked here: a negative duration can be opened, and `validate` says what is wrong with it. Fields
 * that are not known are kept among the `extensions` of their object and reported as warnings. It never throws.
 */
export function parseProcess(file: unknown): Result<Process> {
  if (typeof file !== "object" || file === null || Array.isArray(file)) {
    return failed(
      "not-a-process",
      "",
      `A process file is an object, but this is ${found(file)}.`,
      "Open a file that Throughline has written.",
    );
  }
  if (isTooDeep(file)) {
    const message = `The file is nested more than ${DEEPEST} levels deep.`;
    return failed("too-deep", "", message, "Take away the innermost lists and objects.");
  }
  const { format, version, ...rest } = file as RawFile;
  if (format !== FORMAT) {
    const message = `“format” should be “${FORMAT}”, but ${format === undefined ? "is missing" : `is ${found(format)}`}.`;
    return failed(
      "format",
      "format",
      message,
      `Open a file that Throughline has written, or add “format”: “${FORMAT}” if this is one.`,
    );
  }
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    const message = `“version” should be ${VERSION === 1 ? "1" : `a whole number from 1 to ${VERSION}`}, but ${version === undefined ? "is missing" : `is ${found(version)}`}.`;
    return failed(
      "version",
      "version",
      message,
      `Write “version”: ${VERSION} if the file is as this Throughline writes it.`,
    );
  }
  if (version > VERSION) {
    const message = `The file has version ${version}; this Throughline reads versions up to ${VERSION}.`;
    return failed("version-too-new", "version", message, "Open it with a newer Throughline.");
  }
  const lifted = lift(rest, version);
  if (!lifted) {
    const message = `The file says that it has version ${version}, but it does not look like it.`;
    return failed("version", "version", message, "Check that “version” is right, or open a copy that is not damaged.");
  }
  const { value, problems } = conform(processSchema, lifted);
  const told = shortened(problems.map((problem) => located(problem, lifted)));
  return hasErrors(told) ? { ok: false, problems: told } : { ok: true, value: value as Process, problems: told };
}

function failed(code: string, path: string, message: string, mend: string): Result<never> {
  return { ok: false, problems: [{ severity: "error", code, path, message, mend }] };
}

function lift(file: RawFile, version: number): RawFile | undefined {
  try {
    return migrated(file, version);
  } catch {
    // A migration only knows well-formed files of its version; what it trips over is not one.
    return undefined;
  }
}

/** Walked with a list of its own, because a file could be nested deeper than the call stack. */
function isTooDeep(file: object): boolean {
  const waiting: { readonly value: object; readonly depth: number }[] = [{ value: file, depth: 1 }];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (at.depth > DEEPEST) return true;
    for (const value of Object.values(at.value)) {
      if (typeof value === "object" && value !== null) waiting.push({ value, depth: at.depth + 1 });
    }
  }
  return false;
}

/** Adds the node or flow that a problem is about. */
function located(problem: Problem, file: RawFile): Problem {
  const [, list, index] = /^(nodes|flows)\[(\d+)\]/.exec(problem.path) ?? [];
  if (list === undefined) return problem;
  const { id } = ((file[list] as readonly unknown[])[Number(index)] ?? {}) as { readonly id?: unknown };
  if (typeof id !== "string") return problem;
  return list === "nodes" ? { ...problem, node: id } : { ...problem, flow: id };
}

function shortened(problems: readonly Problem[]): readonly Problem[] {
  const told = (["error", "warning"] as const).flatMap((severity): readonly Problem[] => {
    const all = problems.filter((problem) => problem.severity === severity);
    if (all.length <= MOST) return all;
    const message = `There are ${all.length - MOST} more like these.`;
    return [
      ...all.slice(0, MOST),
      { severity, code: "more", path: "", message, mend: "Mend the first ones, then open the file again." },
    ];
  });
  return told;
}
