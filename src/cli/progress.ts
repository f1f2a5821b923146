import type { Progress, Stage } from "../experiment/options.ts";
import { percent } from "../model/format.ts";

/** What each stage of a run does, for the line that tells how far it is. */
const STAGES: Readonly<Record<Stage, string>> = {
  run: "",
  prove: "Trying one more of what is short: ",
  improve: "Trying what would help: ",
  compare: "Running the scenarios: ",
};

/**
 * How far a run is, in words.
 *
 * @example
 * progressWords({ stage: "run", done: 0.3, replication: 7, of: 20 }); // "Replication 7 of 20, 30 % done"
 */
export function progressWords({ stage, done, replication, of }: Progress): string {
  const what = stage === "run" ? `Replication ${replication} of ${of}` : `${of} replications of each`;
  return `${STAGES[stage]}${what}, ${percent(done)} done`;
}
