import type { Stale } from "../../app/run.ts";

interface Words {
  /** A sentence beside the results. */
  readonly sentence: string;
  /** A few words in a legend. */
  readonly short: string;
  /** What the button is called that runs what is on screen. */
  readonly run: string;
}

/** Why results are not of what is on screen, in words. */
export const STALE_WORDS: Readonly<Record<Stale, Words>> = {
  edited: { sentence: "The process has changed since this run.", short: "Edited since this run", run: "Run again" },
  "not-of-scenario": {
    sentence: "Not of this scenario.",
    short: "Not of this scenario",
    run: "Run the scenario",
  },
  "of-scenario": {
    sentence: "This run is of a scenario.",
    short: "Of a scenario",
    run: "Run the process",
  },
};
