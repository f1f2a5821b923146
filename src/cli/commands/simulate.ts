import { run } from "../../experiment/run.ts";
import { command, fileArgument, share, UsageError, wholeNumber } from "../command.ts";
import { readProcess } from "../files.ts";
import { printProblems } from "../problems.ts";
import { progressWords } from "../progress.ts";
import { report } from "../report.ts";

/** Runs a process and prints where it gets stuck. */
export const simulate = command({
  name: "simulate",
  takes: "FILE",
  summary: "Runs a process and prints its bottleneck and figures.",
  options: {
    json: { type: "boolean", help: "prints the results as JSON, times in minutes, numbers unrounded" },
    seed: { type: "string", value: "N", help: "the luck of the run; the same seed gives the same results" },
    replications: { type: "string", value: "N", help: "how many runs the figures are averaged over" },
    precision: {
      type: "string",
      value: "SHARE",
      help: "adds runs until the time from arrival to end is known so well (0.05)",
    },
    records: { type: "string", value: "N", help: "ends each run with the N-th record" },
    "no-proof": { type: "boolean", help: "does not try whether one more of what is short would help" },
    improve: { type: "boolean", help: "tries out what would help: training, automation, longer hours and so on" },
  },
  most: 1,
  run(args, values, terminal) {
    const file = fileArgument(args);
    const options = given({
      seed: wholeNumber("seed", values.seed, 0),
      replications: wholeNumber("replications", values.replications, 1),
      records: wholeNumber("records", values.records, 1),
      precision: share("precision", values.precision),
    });
    if (options.replications !== undefined && options.precision !== undefined)
      throw new UsageError("--replications says how many, --precision as many as it takes; give one of them.");
    const read = readProcess(file);
    if (!read.ok) {
      printProblems(file, read.problems, terminal);
      return 1;
    }
    const wanted = { ...options, prove: !values["no-proof"], improve: values.improve ?? false };
    const results = run(read.value, wanted, (progress) => terminal.progress(progressWords(progress)));
    terminal.progress("");
    printProblems(file, [...read.problems, ...results.problems], terminal);
    if (!results.ok) return 1;
    terminal.out(
      values.json ? `${JSON.stringify(results.value, null, 2)}\n` : report(read.value, results.value, terminal.onOut),
    );
    return 0;
  },
});

/** Only what was given: the rest comes from the file. */
function given<T extends Readonly<Record<string, number | undefined>>>(options: T) {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: number;
  };
}
