import type { Program } from "../compile/program.ts";
import type { Step } from "../model/process.ts";
import type { Replication } from "../simulate/simulate.ts";
import { confidence } from "./confidence.ts";
import type { Stat, StepResults } from "./results.ts";
import { spreadAt } from "./spread.ts";

/** The figures of every step, by its id. */
export function stepResults(program: Program, runs: readonly Replication[]): Readonly<Record<string, StepResults>> {
  const delays = runs.map(({ tally }) => sum(tally.wait) + sum(tally.onTheWay));
  return Object.fromEntries(
    [...program.nodes.entries()].flatMap(([i, node]) =>
      node.kind === "step" ? [[node.id, stepAt(program, runs, delays, i, node)]] : [],
    ),
  );
}

const sum = (figures: Float64Array) => figures.reduce((total, figure) => total + figure, 0);

function stepAt(
  program: Program,
  runs: readonly Replication[],
  delays: readonly number[],
  i: number,
  step: Step,
): StepResults {
  const over = (figure: (run: Replication, replication: number) => number): Stat => confidence(runs.map(figure));
  const size = program.pools[program.pool[i]!]?.size ?? Number.NaN;
  const perHour = (program.pools[program.pool[i]!]?.team?.costPerHour ?? 0) * program.people[i]!;
  return {
    visits: over(({ tally }) => tally.visits[i]!),
    perRecord: over(({ tally }) => tally.visits[i]! / tally.arrived),
    wait: { ...over(({ tally }) => tally.wait[i]! / waits(tally, i)), ...spreadAt(runs, i, "waits", "longestWait") },
    work: { ...over(({ tally }) => tally.work[i]! / tally.done[i]!), ...spreadAt(runs, i, "works", "longestWork") },
    waitedShare: over(({ tally }) => tally.waited[i]! / waits(tally, i)),
    queueLength: over(({ averages }) => averages.queue[i]!),
    inStep: over(({ averages }) => averages.inStep[i]!),
    utilisation: over(({ averages }) => averages.busyAt[i]! / size),
    gaveUp: over(({ tally }) => tally.gaveUp[i]!),
    turnedAway: over(({ tally }) => tally.turnedAway[i]!),
    ...(step.target ? { withinTarget: over(({ tally }) => tally.withinTarget[i]! / tally.done[i]!) } : {}),
    cost: over(({ tally }) => tally.done[i]! * (step.cost ?? 0) + (tally.work[i]! / 60) * perHour),
    shareOfDelay: over(({ tally }, replication) =>
      delays[replication]! > 0 ? tally.wait[i]! / delays[replication]! : 0,
    ),
  };
}

/** How many visits have waited until work began or patience ran out, perhaps for no time at all. */
function waits({ begun, gaveUp }: Replication["tally"], node: number): number {
  return begun[node]! + gaveUp[node]!;
}
