import { list } from "../model/format.ts";
import type { Problem } from "../model/problem.ts";
import { printable } from "./printable.ts";
import type { Terminal } from "./terminal.ts";

/** Lists the problems of a file on stderr, errors first, each with its place and what would mend it. */
export function printProblems(file: string, problems: readonly Problem[], { err, onErr }: Terminal): void {
  const name = file === "-" ? "standard input" : file;
  for (const severity of ["error", "warning"] as const) {
    const set = severity === "error" ? onErr.red : onErr.yellow;
    for (const { path, message, mend } of problems.filter((problem) => problem.severity === severity)) {
      const place = path === "" ? "" : ` ${onErr.bold(printable(path))}`;
      err(`${set(severity)} ${printable(name)}${place}: ${printable(message)}\n`);
      if (mend !== "") err(`  ${onErr.dim(printable(mend))}\n`);
    }
  }
}

/**
 * How many errors and warnings there are.
 *
 * @example
 * countWords([error, warning, warning]); // "1 error and 2 warnings"
 */
export function countWords(problems: readonly Problem[]): string {
  const parts = (["error", "warning"] as const).map((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return `${count === 0 ? "no" : count} ${severity}${count === 1 ? "" : "s"}`;
  });
  return list(parts, "and");
}
