import type { Capacity } from "../analyse/capacity.ts";
import type { Comparison } from "../analyse/comparison.ts";
import type { Recording } from "../analyse/recording.ts";
import type { Results } from "../analyse/results.ts";
import type { Progress, RunOptions } from "../experiment/options.ts";
import type { Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";

/** What people choose for a run instead of what the process says. */
export type RunSettings = Pick<RunOptions, "seed" | "replications" | "records" | "precision">;

/** What is found out on top of a plain run. */
export type Experiments = Pick<RunOptions, "by" | "prove" | "improve">;

/** How far a run is. */
export type RunProgress = Progress;

/** What the page sends: once what is asked for, and then what it does not want to wait for any longer. */
export type RunRequest =
  | {
      readonly kind: "run";
      readonly process: Process;
      readonly options: RunOptions;
      /** Whether it is to be played back, too. */
      readonly record: boolean;
    }
  | { readonly kind: "enough" }
  /** What was found is on screen: whoever waited for that may go on. */
  | { readonly kind: "opened" }
  /** The recording of what was found is wanted now, rather than after the run. */
  | { readonly kind: "record" }
  /** What a process without errors can do at the most, without running it. */
  | { readonly kind: "capacity"; readonly process: Process }
  /** All scenarios of a process compared with it. */
  | { readonly kind: "compare"; readonly process: Process; readonly options: RunOptions };

/**
 * What the worker answers: how far it is in each stage; the results of the plain run as soon as they are there, if
 * experiments follow; then exactly one ending. What was found is recorded after that, or once it is wanted, even of a run
 * that broke; where it breaks again over that, there is no recording.
 */
export type RunReply =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "capacity"; readonly capacity: Capacity }
  | { readonly kind: "compared"; readonly result: Result<Comparison> }
  /** What happened in the first replication of a run. */
  | { readonly kind: "recorded"; readonly recording: Recording }
  | { readonly kind: "found"; readonly results: Results }
  | { readonly kind: "ended"; readonly result: Result<Results> }
  | { readonly kind: "broke"; readonly message: string };
