import type { History } from "../src/analyse/history.ts";
import { carryOut } from "../src/experiment/jobs.ts";
import type { RunOptions } from "../src/experiment/options.ts";
import { planRun } from "../src/experiment/run.ts";
import type { Process } from "../src/model/process.ts";
import type { Limits } from "../src/simulate/stop.ts";

/** What is recorded while a process is run: what happened in its first replication. */
export function recorded(process: Process, options: RunOptions = {}, limits: Partial<Limits> = {}): History {
  let found: History | undefined;
  const onHistory = (history: History) => {
    found = history;
  };
  carryOut(planRun(process, options, { onHistory }), limits);
  if (found === undefined) throw new Error("a run that leaves no history");
  return found;
}
