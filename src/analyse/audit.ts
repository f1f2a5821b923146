import type { Program } from "../compile/program.ts";
import type { Replication } from "../simulate/simulate.ts";

/** Whether a run's books balance. */
export interface Audit {
  /**
   * Little's law, step by step: the area under "records in the step", kept from times of coming and going, against the
   * waiting, working and resting times of the visits. The worst relative difference.
   */
  readonly littlesLaw: { readonly worst: number };
  /** Whether all that arrived has left or is still inside, for the whole and for each node. */
  readonly conservation: boolean;
}

/** Checks the books of all replications. */
export function audit(program: Program, runs: readonly Replication[]): Audit {
  return {
    littlesLaw: { worst: Math.max(0, ...runs.map((run) => worstDifference(program, run))) },
    conservation: runs.every((run) => conserves(program, run)),
  };
}

function worstDifference({ nodes }: Program, { tally, unfinished, minutes, insideAt }: Replication): number {
  let worst = 0;
  for (const [i, node] of nodes.entries()) {
    if (node.kind !== "step") continue;
    const area = tally.inStep[i]! + insideAt[i]! * minutes;
    const sojourns = tally.wait[i]! + tally.work[i]! + tally.paused[i]! + unfinished[i]!;
    if (area > 0 || sojourns > 0) worst = Math.max(worst, Math.abs(area - sojourns) / Math.max(area, sojourns));
  }
  return worst;
}

function conserves(program: Program, { tally, inside, insideAt }: Replication): boolean {
  const whole = tally.arrived === tally.completed + tally.gone.gaveUp + tally.gone.turnedAway + inside;
  const steps = [...program.nodes.entries()].filter(([, node]) => node.kind === "step");
  return (
    whole &&
    steps.every(([i]) => tally.visits[i] === tally.done[i]! + tally.gaveUp[i]! + tally.turnedAway[i]! + insideAt[i]!)
  );
}
