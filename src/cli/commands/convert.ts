import { command, fileArgument, UsageError } from "../command.ts";
import { readProcess } from "../files.ts";
import { printProblems } from "../problems.ts";
import { WRITE_OPTIONS, writeOptions } from "../write-options.ts";
import { formatFor, WRITTEN, writeProcess } from "../write-process.ts";

/** Turns a file of one format into a file of another. */
export const convert = command({
  name: "convert",
  takes: "IN OUT",
  summary: "Turns a file of one format into one of another, by what their names end in.",
  options: {
    to: {
      type: "string",
      value: "FORMAT",
      help: `the format of OUT, where its name does not say: ${WRITTEN.map(({ id }) => id).join(", ")}`,
    },
    ...WRITE_OPTIONS,
  },
  most: 2,
  run(args, { to, ...values }, terminal) {
    const file = fileArgument(args);
    const output = args[1];
    if (output === undefined || output === "") throw new UsageError("OUT is missing; “-” prints it.");
    const format = formatFor(to, output);
    const wanted = writeOptions(values, format);
    const read = readProcess(file);
    printProblems(file, read.problems, terminal);
    return read.ok ? writeProcess(file, read.value, format, output, wanted, terminal) : 1;
  },
});
