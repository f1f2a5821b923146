import { hasErrors } from "../../model/problem.ts";
import { validate as check } from "../../model/validate.ts";
import { command, fileArgument } from "../command.ts";
import { readProcess } from "../files.ts";
import { printable } from "../printable.ts";
import { countWords, printProblems } from "../problems.ts";

/** Says what is wrong with a process file, and where. */
export const validate = command({
  name: "validate",
  takes: "FILE",
  summary: "Says what is wrong with a process file, where, and what would mend it.",
  options: { json: { type: "boolean", help: "prints the problems as JSON" } },
  most: 1,
  run(args, { json }, terminal) {
    const file = fileArgument(args);
    const read = readProcess(file);
    const problems = read.ok ? [...read.problems, ...check(read.value)] : read.problems;
    const ok = read.ok && !hasErrors(problems);
    if (json) terminal.out(`${JSON.stringify({ ok, problems }, null, 2)}\n`);
    else {
      printProblems(file, problems, terminal);
      const name = read.ok ? `“${printable(read.value.name)}”` : file === "-" ? "The file" : printable(file);
      terminal.out(`${name} ${problems.length === 0 ? "is in order" : `has ${countWords(problems)}`}.\n`);
    }
    return ok ? 0 : 1;
  },
});
