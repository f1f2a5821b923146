import { handOver } from "../../analyse/hand-over.ts";
import { heatOf } from "../../analyse/heat.ts";
import { planComparison } from "../../experiment/compare.ts";
import { carryOutBy } from "../../experiment/crew.ts";
import { planRun } from "../../experiment/run.ts";
import { writeReport } from "../../io/report/html.ts";
import { drawingOf } from "../../layout/layout.ts";
import { command, fileArgument } from "../command.ts";
import { threads } from "../crew.ts";
import { expectWritable, readProcess, writeWhole } from "../files.ts";
import { printProblems } from "../problems.ts";
import { progressWords } from "../progress.ts";
import { RUN_OPTIONS, runOptions } from "../run-options.ts";

/** Runs a process with its scenarios and writes a report to hand over. */
export const report = command({
  name: "report",
  takes: "FILE",
  summary: "Runs a process with its scenarios and writes a report to hand over, as one HTML file.",
  options: {
    output: {
      type: "string",
      short: "o",
      value: "OUT.html",
      help: "the file to write; without it, or for “-”, it is printed",
    },
    ...RUN_OPTIONS,
    improve: { type: "boolean", help: "tries out what would help, too" },
  },
  most: 1,
  async run(args, values, terminal) {
    const file = fileArgument(args);
    const options = runOptions(values);
    const output = values.output === "-" ? undefined : values.output;
    if (output !== undefined) expectWritable(output, file);
    const read = readProcess(file);
    if (!read.ok) {
      printProblems(file, read.problems, terminal);
      return 1;
    }
    const process = read.value;
    const tell = (progress: Parameters<typeof progressWords>[0]) => terminal.progress(progressWords(progress));
    const asked = { ...options, prove: true, improve: values.improve ?? false };
    const results = await carryOutBy(threads(), planRun(process, asked, { onProgress: tell }));
    const compared =
      results.ok && process.scenarios.length > 0
        ? await carryOutBy(threads(), planComparison(process, undefined, options, tell))
        : undefined;
    terminal.progress("");
    printProblems(file, [...read.problems, ...results.problems, ...(compared?.problems ?? [])], terminal);
    if (!results.ok || compared?.ok === false) return 1;
    const text = writeReport({
      process,
      drawing: drawingOf(process),
      heat: heatOf(process, results.value),
      handOver: handOver(process, results.value, compared?.value),
    });
    if (output === undefined) terminal.out(text);
    else writeWhole(output, text);
    return 0;
  },
});
