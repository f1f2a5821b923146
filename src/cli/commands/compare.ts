import type { Comparison } from "../../analyse/comparison.ts";
import { comparedRows } from "../../analyse/comparison-table.ts";
import { planComparison } from "../../experiment/compare.ts";
import { carryOutBy } from "../../experiment/crew.ts";
import type { Process } from "../../model/process.ts";
import { command, fileArgument } from "../command.ts";
import { threads } from "../crew.ts";
import { readProcess } from "../files.ts";
import { printable } from "../printable.ts";
import { printProblems } from "../problems.ts";
import { progressWords } from "../progress.ts";
import { RUN_OPTIONS, runOptions } from "../run-options.ts";
import { table } from "../table.ts";
import type { Paint } from "../terminal.ts";

/** Compares a process with its scenarios and says which is better. */
export const compare = command({
  name: "compare",
  takes: "FILE",
  summary: "Compares a process with its scenarios on the same luck and says what is better.",
  options: {
    scenarios: { type: "string", value: "ID,…", help: "which scenarios of the file; all if left out" },
    json: { type: "boolean", help: "prints the comparison as JSON, times in minutes, numbers unrounded" },
    ...RUN_OPTIONS,
  },
  most: 1,
  async run(args, values, terminal) {
    const file = fileArgument(args);
    const options = runOptions(values);
    const read = readProcess(file);
    if (!read.ok) {
      printProblems(file, read.problems, terminal);
      return 1;
    }
    const ids = values.scenarios?.split(",").map((id) => id.trim());
    const result = await carryOutBy(
      threads(),
      planComparison(read.value, ids, options, (progress) => terminal.progress(progressWords(progress))),
    );
    terminal.progress("");
    printProblems(file, [...read.problems, ...result.problems], terminal);
    if (!result.ok) return 1;
    terminal.out(
      values.json ? `${JSON.stringify(result.value, null, 2)}\n` : inTables(read.value, result.value, terminal.onOut),
    );
    return 0;
  },
});

/** A table for each scenario: every measure before and after, the change and what to think of it. */
function inTables({ currency }: Process, comparison: Comparison, paint: Paint): string {
  const { process, replications, seed, scenarios } = comparison;
  const runs = replications === 1 ? "1 replication" : `${replications} replications`;
  const blocks = scenarios.flatMap((scenario) => {
    const rows = comparedRows(comparison, scenario, currency).map((row) => [
      row.measure,
      row.base,
      row.value,
      row.change,
      row.verdict,
    ]);
    const columns = [
      { name: "" },
      { name: "As it is", right: true },
      { name: "Then", right: true },
      { name: "Change", right: true },
      { name: "Verdict" },
    ];
    return ["", paint.bold(printable(scenario.name)), ...table(columns, rows).map((line) => `  ${line}`)];
  });
  return [
    `${printable(process)}: ${runs} of each, seed ${seed}, all on the same luck.`,
    "Behind each ± is half of the 95 % interval of the change.",
    ...blocks,
    "",
  ].join("\n");
}
