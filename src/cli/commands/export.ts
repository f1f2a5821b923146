import { FORMATS } from "../../io/formats.ts";
import { drawingOf } from "../../layout/layout.ts";
import { list } from "../../model/format.ts";
import { command, fileArgument, UsageError } from "../command.ts";
import { readProcess, writeWhole } from "../files.ts";
import { printProblems } from "../problems.ts";

const WRITTEN = FORMATS.flatMap(({ id, write }) => (write ? [{ id, write }] : []));
const IDS = WRITTEN.map(({ id }) => id);

/** Writes a process in another format. */
export const exportTo = command({
  name: "export",
  takes: "FILE",
  summary: "Writes a process as a picture, or as a file in the newest version.",
  options: {
    to: { type: "string", value: IDS.join("|"), required: true, help: "the format" },
    output: { type: "string", short: "o", value: "OUT", help: "the file to write; without it, it is printed" },
  },
  most: 1,
  run(args, { to, output }, terminal) {
    const file = fileArgument(args);
    if (to === undefined) throw new UsageError(`--to is missing; it takes ${list(IDS, "or")}.`);
    const format = WRITTEN.find(({ id }) => id === to);
    if (!format) throw new UsageError(`--to takes ${list(IDS, "or")}, not “${to}”.`);
    const read = readProcess(file);
    printProblems(file, read.problems, terminal);
    if (!read.ok) return 1;
    const text = format.write(read.value, drawingOf(read.value));
    if (output === undefined) terminal.out(text);
    else writeWhole(output, text);
    return 0;
  },
});
