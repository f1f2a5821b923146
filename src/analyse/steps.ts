import { type Program, UNLIMITED } from "../compile/program.ts";
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
  const pool = program.pools[program.pool[i]!];
  const size = pool === undefined || pool.size === UNLIMITED ? Number.NaN : pool.size;
  const perHour = (pool?.team?.costPerHour ?? 0) * program.people[i]!;
  const isTask = program.tasks[i] !== undefined;
  return {
    visits: over(({ tally }) => tally.visits[i]!),
    perRecord: over(({ tally }) => tally.visits[i]! / tally.arrived),
    wait: { ...over(({ tally }) => tally.wait[i]! / waits(tally, i)), ...spreadAt(runs, i, "waits", "longestWait") },
    work: { ...over(({ tally }) => tally.work[i]! / tally.done[i]!), ...spreadAt(runs, i, "works", "longestWork") },
    offHours: over(({ tally }) => tally.offHours[i]! / waits(tally, i)),
    causes: {
      nobodyFree: over(({ tally }) => nobodyFree(tally, i) / waits(tally, i)),
      offHours: over(({ tally }) => tally.closedWait[i]! / waits(tally, i)),
      system: over(({ tally }) => tally.systemWait[i]! / waits(tally, i)),
      batch: over(({ tally }) => tally.batchWait[i]! / waits(tally, i)),
    },
    waitedShare: over(({ tally }) => tally.waited[i]! / waits(tally, i)),
    queueLength: over(({ averages }) => averages.queue[i]!),
    inStep: over(({ averages }) => averages.inStep[i]!),
    utilisation: over(({ averages }) => averages.busyAt[i]! / size),
    gaveUp: over(({ tally }) => tally.gaveUp[i]!),
    turnedAway: over(({ tally }) => tally.turnedAway[i]!),
    ...(step.target ? { withinTarget: over(({ tally }) => tally.withinTarget[i]! / tally.done[i]!) } : {}),
    cost: over(
      ({ tally }) =>
        (isTask ? tally.runs : tally.done)[i]! * (step.cost ?? 0) +
        (isTask ? tally.labour[i]! : (tally.work[i]! / 60) * perHour),
    ),
    shareOfDelay: over(({ tally }, replication) =>
      delays[replication]! > 0 ? tally.wait[i]! / delays[replication]! : 0,
    ),
  };
}

/** How many visits have waited until work began or patience ran out, perhaps for no time at all. */
function waits({ begun, gaveUp }: Replication["tally"], node: number): number {
  return begun[node]! + gaveUp[node]!;
}

/** What is left of the waiting when the other causes are told apart. */
function nobodyFree({ wait, closedWait, systemWait, batchWait }: Replication["tally"], node: number): number {
  return wait[node]! - closedWait[node]! - systemWait[node]! - batchWait[node]!;
}
