import type { Comparison } from "../../analyse/comparison.ts";
import { halfWidth, onScale, type Scale, scaleFor } from "../../analyse/words.ts";
import { planComparison } from "../../experiment/compare.ts";
import { carryOutBy } from "../../experiment/crew.ts";
import { exponentOf } from "../../model/format.ts";
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
  const { process, replications, seed, measures, base, scenarios } = comparison;
  const runs = replications === 1 ? "1 replication" : `${replications} replications`;
  const blocks = scenarios.flatMap(({ name, measures: figures }) => {
    const rows = measures.map(({ id, title, measure }) => {
      const { value, change, verdict } = figures[id]!;
      const scale = scaleFor(measure, [base[id]!.mean, value.mean], currency);
      const half = halfWidth(change);
      const margin = half === undefined ? "" : ` ± ${onScale(half, fine(scale, half))}`;
      const sign = change.mean > 0 ? "+" : "";
      return [
        title,
        `${onScale(base[id]!.mean, scale)} ${scale.unit}`.trimEnd(),
        `${onScale(value.mean, scale)} ${scale.unit}`.trimEnd(),
        `${sign}${onScale(change.mean, fine(scale, half ?? change.mean))}${margin} ${scale.unit}`.trimEnd(),
        verdict,
      ];
    });
    const columns = [
      { name: "" },
      { name: "As it is", right: true },
      { name: "Then", right: true },
      { name: "Change", right: true },
      { name: "Verdict" },
    ];
    return ["", paint.bold(printable(name)), ...table(columns, rows).map((line) => `  ${line}`)];
  });
  return [
    `${printable(process)}: ${runs} of each, seed ${seed}, all on the same luck.`,
    "Behind each ± is half of the 95 % interval of the change.",
    ...blocks,
    "",
  ].join("\n");
}

/** A scale with enough digits to show something small. */
function fine(scale: Scale, value: number): Scale {
  const { per, unit } = scale;
  const size = Math.abs(value) / per;
  const digits = size >= 1 || size === 0 ? 2 : Math.min(4, 1 - exponentOf(size));
  return { per, unit, digits: Math.max(scale.digits, digits) };
}
