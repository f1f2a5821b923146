import { replay } from "../../experiment/replay.ts";
import { run } from "../../experiment/run.ts";
import { eventLog } from "../../io/event-log.ts";
import { percent } from "../../model/format.ts";
import { timeLimit } from "../../simulate/stop.ts";
import { command, fileArgument, wholeNumber } from "../command.ts";
import { readProcess, writeInPieces } from "../files.ts";
import { printProblems } from "../problems.ts";
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
    records: { type: "string", value: "N", help: "ends each run with the N-th record" },
    by: { type: "string", value: "FIELD", help: "splits the figures by a field of the records, too" },
    log: { type: "string", value: "OUT.csv", help: "writes the first replication as an event log, one row a visit" },
  },
  most: 1,
  run(args, values, terminal) {
    const file = fileArgument(args);
    const options = given({
      seed: wholeNumber("seed", values.seed, 0),
      replications: wholeNumber("replications", values.replications, 1),
      records: wholeNumber("records", values.records, 1),
      by: values.by,
    });
    const read = readProcess(file);
    if (!read.ok) {
      printProblems(file, read.problems, terminal);
      return 1;
    }
    const timeIsUp = timeLimit(() => performance.now(), MOST_MINUTES);
    const results = run(
      read.value,
      options,
      ({ done, replication, of }) => terminal.progress(`Replication ${replication} of ${of}, ${percent(done)} done`),
      { timeIsUp },
    );
    if (results.ok && values.log !== undefined)
      writeInPieces(values.log, (write) => {
        const log = eventLog(read.value, write);
        const tell = (done: number) => terminal.progress(`Event log, ${percent(done)} done`);
        replay(read.value, options, log, tell, { timeIsUp });
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

/** How many minutes a run may take. */
const MOST_MINUTES = 30;

/** Only what was given: the rest comes from the file. */
function given<T extends Readonly<Record<string, number | string | undefined>>>(options: T) {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
