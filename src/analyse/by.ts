import type { Program } from "../compile/program.ts";
import type { Counts } from "../simulate/counts.ts";
import type { Replication } from "../simulate/simulate.ts";
import { confidence } from "./confidence.ts";
import type { Stat } from "./results.ts";
import { histogramSpread } from "./spread.ts";

/** What a run found of the records of one value of a field. */
export interface GroupResults {
  readonly records: Stat;
  /** Minutes from arrival to end, of those that reached an end. */
  readonly cycleTime: Stat;
  /** Minutes that a record waits at steps, all of them together. */
  readonly wait: Stat;
  readonly costPerRecord?: Stat;
  readonly steps: Readonly<Record<string, { readonly visits: Stat; readonly wait: Stat }>>;
  readonly ends: Readonly<Record<string, { readonly count: Stat; readonly share: Stat }>>;
}

/** The results split by a field. */
export interface By {
  readonly field: string;
  readonly values: Readonly<Record<string, GroupResults>>;
}

/**
 * The results of each group of records.
 *
 * @param labels - What each group is called, in the order of the groups; groups without a record are left out.
 */
export function byOf(program: Program, runs: readonly Replication[], field: string, labels: readonly string[]): By {
  const groups = labels.map((label, g) => ({ label, counts: runs.map(({ groups: all }) => all[g]!) }));
  return {
    field,
    values: Object.fromEntries(
      groups
        .filter(({ counts }) => counts.some(({ arrived }) => arrived > 0))
        .map(({ label, counts }) => [label, groupResults(program, counts)]),
    ),
  };
}

function groupResults(program: Program, counts: readonly Counts[]): GroupResults {
  const over = (figure: (of: Counts) => number) => confidence(counts.map(figure));
  const nodes = [...program.nodes.entries()];
  return {
    records: over(({ arrived }) => arrived),
    cycleTime: {
      ...over(({ cycle, completed }) => cycle / completed),
      ...histogramSpread(
        counts.map(({ cycles }) => cycles),
        counts.map(({ longestCycle }) => longestCycle),
      ),
    },
    wait: over(({ wait, arrived }) => wait.reduce((sum, each) => sum + each, 0) / arrived),
    ...(program.priced ? { costPerRecord: over(({ spent, completed }) => spent / completed) } : {}),
    steps: Object.fromEntries(
      nodes.flatMap(([i, { id, kind }]) =>
        kind === "step"
          ? [
              [
                id,
                {
                  visits: over(({ visits }) => visits[i]!),
                  wait: over(({ wait, begun, gaveUp }) => wait[i]! / (begun[i]! + gaveUp[i]!)),
                },
              ],
            ]
          : [],
      ),
    ),
    ends: Object.fromEntries(
      nodes.flatMap(([i, { id, kind }]) =>
        kind === "end"
          ? [
              [
                id,
                {
                  count: over(({ visits }) => visits[i]!),
                  share: over(({ visits, completed }) => visits[i]! / completed),
                },
              ],
            ]
          : [],
      ),
    ),
  };
}
