import { machineOf } from "../../compile/machine.ts";
import { reachablePart } from "../../model/graph.ts";
import { hasErrors } from "../../model/problem.ts";
import { validate } from "../../model/validate.ts";
import { command, fileArgument } from "../command.ts";
import { readProcess } from "../files.ts";
import { printProblems } from "../problems.ts";

/** Prints the life of one record as an XState machine. */
export const machine = command({
  name: "machine",
  takes: "FILE",
  summary: "Prints the life of one record as an XState machine's configuration, in JSON.",
  options: {},
  most: 1,
  run(args, _, terminal) {
    const file = fileArgument(args);
    const read = readProcess(file);
    const problems = read.ok ? [...read.problems, ...validate(read.value)] : read.problems;
    printProblems(file, problems, terminal);
    if (!read.ok || hasErrors(problems)) return 1;
    terminal.out(`${JSON.stringify(machineOf(reachablePart(read.value)), null, 2)}\n`);
    return 0;
  },
});
