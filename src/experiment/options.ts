/** What to run instead of what the process says, if anything. */
export interface RunOptions {
  /** A whole number. */
  readonly seed?: number;
  /** At least 1; left out = what the process says, or, if that says nothing, as many as `precision` takes. */
  readonly replications?: number;
  /** Arrivals end with this many records; at least 1. */
  readonly records?: number;
  /** Replications are added until half of the cycle time's interval is within this share of it; above 0. */
  readonly precision?: number;
  /** The id or name of a field by which results are split, too. */
  readonly by?: string;
  /** Whether bottlenecks are proven by experiment: some ten times the work. */
  readonly prove?: boolean;
  /** Whether to try out what would help: some twenty times the work. */
  readonly improve?: boolean;
}

/** What a run is doing. */
export type Stage = "run" | "prove" | "improve" | "compare";

/** How far a run is: in its stage, the share done, and which replication of how many (as far as known) is running. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly replication: number;
  readonly of: number;
}

/** The code of the one problem of a run that was cancelled before anything of it was finished. */
export const RUN_CANCELLED = "run-cancelled";
