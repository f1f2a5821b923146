import { command, fileArgument } from "../command.ts";
import { readProcess } from "../files.ts";
import { printProblems } from "../problems.ts";
import { WRITE_OPTIONS, writeOptions } from "../write-options.ts";
import { formatFor, WRITTEN, writeProcess } from "../write-process.ts";

/** Writes a process in another format. */
export const exportTo = command({
  name: "export",
  takes: "FILE",
  summary: "Writes a process as a picture, a table, a machine or whatever else it can be.",
  options: {
    to: {
      type: "string",
      value: "FORMAT",
      help: `the format, where OUT does not say it: ${WRITTEN.map(({ id }) => id).join(", ")}`,
    },
    output: {
      type: "string",
      short: "o",
      value: "OUT",
      help: "the file to write; without it, or for “-”, it is printed",
    },
    ...WRITE_OPTIONS,
  },
  most: 1,
  run(args, { to, output, ...values }, terminal) {
    const file = fileArgument(args);
    const format = formatFor(to, output);
    const wanted = writeOptions(values, format);
    const read = readProcess(file);
    printProblems(file, read.problems, terminal);
    return read.ok ? writeProcess(file, read.value, format, output, wanted, terminal) : 1;
  },
});
