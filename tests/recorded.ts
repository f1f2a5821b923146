import type { History } from "../src/analyse/history.ts";
import { historyOf, type Logged } from "../src/experiment/history.ts";
import { carryOut } from "../src/experiment/jobs.ts";
import type { RunOptions } from "../src/experiment/options.ts";
import { planRun } from "../src/experiment/run.ts";
import type { Process } from "../src/model/process.ts";
import type { Limits } from "../src/simulate/stop.ts";

/** What is recorded while a process is run: what happened in its first replication. */
export function recorded(process: Process, options: RunOptions = {}, limits: Partial<Limits> = {}): History {
  let found: History | undefined;
  const onLog = (logged: Logged) => {
    found = historyOf(process, logged);
  };
  carryOut(planRun(process, options, { onLog }), limits);
  if (found === undefined) throw new Error("a run that leaves no log");
  return found;
}
