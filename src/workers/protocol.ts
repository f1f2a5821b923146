import type { Results } from "../analyse/results.ts";
import type { RunOptions, Stage } from "../experiment/options.ts";
import type { Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";

/** What the page sends, once: the process to run. */
export interface RunRequest {
  readonly process: Process;
  readonly options: RunOptions;
}

/**
 * What the worker answers: progress from 0 to 1 in each stage; the results of the plain run as soon as they are there, if
 * experiments follow; then exactly one ending.
 */
export type RunReply =
  | { readonly kind: "progress"; readonly stage: Stage; readonly done: number }
  | { readonly kind: "found"; readonly results: Results }
  | { readonly kind: "ended"; readonly result: Result<Results> }
  | { readonly kind: "broke"; readonly message: string };
