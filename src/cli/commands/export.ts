import { json } from "../../io/json.ts";
import { writeSvg } from "../../io/svg.ts";
import { drawingOf } from "../../layout/layout.ts";
import { list } from "../../model/format.ts";
import type { Process } from "../../model/process.ts";
import { command, fileArgument, UsageError } from "../command.ts";
import { readProcess, writeWhole } from "../files.ts";
import { printProblems } from "../problems.ts";

/** What a process can be written as. */
const FORMATS: Readonly<Record<string, (process: Process) => string>> = {
  svg: (process) => writeSvg(process, drawingOf(process)),
  json: json.write,
};

/** Writes a process in another format. */
export const exportTo = command({
  name: "export",
  takes: "FILE",
  summary: "Writes a process as a picture, or as a file in the newest version.",
  options: {
    to: { type: "string", value: Object.keys(FORMATS).join("|"), required: true, help: "the format" },
    output: { type: "string", short: "o", value: "OUT", help: "the file to write; without it, it is printed" },
  },
  most: 1,
  run(args, { to, output }, terminal) {
    const file = fileArgument(args);
    const known = list(Object.keys(FORMATS), "or");
    if (to === undefined) throw new UsageError(`--to is missing; it takes ${known}.`);
    const write = Object.hasOwn(FORMATS, to) ? FORMATS[to] : undefined;
    if (!write) throw new UsageError(`--to takes ${known}, not “${to}”.`);
    const read = readProcess(file);
    printProblems(file, read.problems, terminal);
    if (!read.ok) return 1;
    const text = write(read.value);
    if (output === undefined) terminal.out(text);
    else writeWhole(output, text);
    return 0;
  },
});
