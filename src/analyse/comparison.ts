import { confidence } from "./confidence.ts";
import type { Yardstick } from "./measures.ts";
import { change, differences, shown } from "./paired.ts";
import type { Stat } from "./results.ts";
import type { Measure } from "./words.ts";

/** What a comparison says of a figure, in plain words. */
export type Verdict = "better" | "worse" | "no difference shown";

/** A figure of a scenario beside that of the process itself. */
export interface Compared {
  readonly value: Stat;
  /** Scenario less process, in pairs of replications on the same luck. */
  readonly change: Stat;
  readonly verdict: Verdict;
}

/** What `compare FILE --json` prints. Times are minutes, shares from 0 to 1; numbers are unrounded. */
export interface Comparison {
  readonly process: string;
  readonly seed: number;
  readonly replications: number;
  /** Why fewer replications are compared than were asked for, a scenario is missing, or nothing is compared: one sentence each. */
  readonly stopped?: readonly string[];
  /** What is compared, in the order in which it is shown. */
  readonly measures: readonly {
    readonly id: string;
    readonly title: string;
    readonly measure: Measure;
    readonly better: "less" | "more";
  }[];
  /** By measure: the process as it is. */
  readonly base: Readonly<Record<string, Stat>>;
  readonly scenarios: readonly {
    readonly id: string;
    readonly name: string;
    readonly measures: Readonly<Record<string, Compared>>;
  }[];
}

/**
 * Compares a figure of two versions of a process.
 *
 * @param before - By replication.
 * @param after - The same replications, on the same luck.
 */
export function compared({ better }: Yardstick, before: readonly number[], after: readonly number[]): Compared {
  const sign = shown(differences(before, after));
  const good = better === "less" ? -1 : 1;

  return {
    value: confidence(after),
    change: change(before, after),
    verdict: sign === 0 ? "no difference shown" : sign === good ? "better" : "worse",
  };
}
