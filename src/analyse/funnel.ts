import type { Program } from "../compile/program.ts";
import type { Replication } from "../simulate/simulate.ts";
import { over } from "./over.ts";
import type { Stat } from "./results.ts";

/** How many records come to a stage, and what becomes of those who get no further. */
export interface FunnelStage {
  readonly stage: string;
  /** Records that came to the stage, each counted once. */
  readonly records: Stat;
  /** Those of all that arrived. */
  readonly share: Stat;
  /** Those of the records that came here that came to no later stage; of the last stage, all of them. */
  readonly dropOff: Stat;
  /** Where those left for good: how many, by end, or by the step where they gave up or were turned away. */
  readonly left: Readonly<Record<string, Stat>>;
}

/** The stages in their order, with how far records came. A stage may be passed over, so that a later one can have more. */
export function funnelOf(program: Program, runs: readonly Replication[]): readonly FunnelStage[] {
  const stat = over(runs);
  const { stages, nodes } = program;
  return stages.map((stage, s) => {
    // The row of a node begins with those who came to no stage at all.
    const leftAt = (node: number) => (run: Replication) => run.tally.furthest[node * (stages.length + 1) + s + 1]!;
    const leftHere = (run: Replication) => nodes.reduce((sum, _, node) => sum + leftAt(node)(run), 0);
    return {
      stage,
      records: stat(({ tally }) => tally.reached[s]!),
      share: stat(({ tally }) => tally.reached[s]! / tally.arrived),
      dropOff: stat((run) => leftHere(run) / run.tally.reached[s]!),
      left: Object.fromEntries(
        nodes.flatMap(({ id }, node) =>
          runs.some((run) => leftAt(node)(run) > 0) ? [[id, stat((run) => leftAt(node)(run))]] : [],
        ),
      ),
    };
  });
}
