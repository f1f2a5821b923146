import { carryOutBy } from "../../experiment/crew.ts";
import type { Progress } from "../../experiment/options.ts";
import { replay } from "../../experiment/replay.ts";
import { planRun } from "../../experiment/run.ts";
import { eventLog } from "../../io/event-log.ts";
import { percent } from "../../model/format.ts";
import { command, fileArgument, UsageError } from "../command.ts";
import { threads } from "../crew.ts";
import { expectWritable, readProcess, writeInPieces } from "../files.ts";
import { printProblems } from "../problems.ts";
import { progressWords } from "../progress.ts";
import { report } from "../report.ts";
import { RUN_OPTIONS, runOptions } from "../run-options.ts";
import { wallClock } from "../wall-clock.ts";

/** Runs a process and prints where it gets stuck. */
export const simulate = command({
  name: "simulate",
  takes: "FILE",
  summary: "Runs a process and prints its bottleneck and figures.",
  options: {
    json: { type: "boolean", help: "prints the results as JSON, times in minutes, numbers unrounded" },
    ...RUN_OPTIONS,
    by: { type: "string", value: "FIELD", help: "splits the figures by a field of the records, too" },
    log: { type: "string", value: "OUT.csv", help: "writes the first replication as an event log, one row a visit" },
    "no-proof": { type: "boolean", help: "does not try whether one more of what is short would help" },
    improve: { type: "boolean", help: "tries out what would help: training, automation, longer hours and so on" },
  },
  most: 1,
  async run(args, values, terminal) {
    const file = fileArgument(args);
    const options = {
      ...runOptions(values),
      ...(values.by === undefined ? {} : { by: values.by }),
      prove: !(values["no-proof"] ?? false),
      improve: values.improve ?? false,
    };
    if (values.log === "-") throw new UsageError("--log takes the name of a file: “-” is where the results go.");
    if (values.log !== undefined) expectWritable(values.log, file);
    const read = readProcess(file);
    if (!read.ok) {
      printProblems(file, read.problems, terminal);
      return 1;
    }
    const onProgress = (progress: Progress) => terminal.progress(progressWords(progress));
    const results = await carryOutBy(threads(), planRun(read.value, options, { onProgress }));
    if (results.ok && values.log !== undefined)
      writeInPieces(values.log, (write) => {
        const log = eventLog(read.value, write);
        const tell = (done: number) => terminal.progress(`Event log, ${percent(done)} done`);
        replay(read.value, options, log, tell, wallClock());
        log.end();
      });
    terminal.progress("");
    printProblems(file, [...read.problems, ...results.problems], terminal);
    if (!results.ok) return 1;
    terminal.out(
      values.json ? `${JSON.stringify(results.value, null, 2)}\n` : report(read.value, results.value, terminal.onOut),
    );
    return 0;
  },
});
