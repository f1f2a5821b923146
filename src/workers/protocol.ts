import type { Results } from "../analyse/results.ts";
import type { Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";

/** What a run may be told; what is left out comes from the process's own `simulation`. */
export interface RunOptions {
  readonly seed?: number;
  readonly replications?: number;
  readonly records?: number;
}

/** What the page sends, once: the process to run. */
export interface RunRequest {
  readonly process: Process;
  readonly options: RunOptions;
}

/** What the worker answers: progress from 0 to 1, then exactly one ending. */
export type RunReply =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "ended"; readonly result: Result<Results> }
  | { readonly kind: "broke"; readonly message: string };
