import { type Program, UNLIMITED } from "../compile/program.ts";
import type { Step } from "../model/process.ts";
import type { Replication } from "../simulate/simulate.ts";
import { over as overRuns } from "./over.ts";
import type { Causes, StepResults } from "./results.ts";
import { spreadAt } from "./spread.ts";

/** The figures of every step, by its id. */
export function stepResults(program: Program, runs: readonly Replication[]): Readonly<Record<string, StepResults>> {
  const delays = delaysOf(runs);
  return Object.fromEntries(
    [...program.nodes.entries()].flatMap(([i, node]) =>
      node.kind === "step" ? [[node.id, stepAt(program, runs, delays, i, node)]] : [],
    ),
  );
}

/** By replication: all the time that records lost waiting and on the way, in minutes. */
export function delaysOf(runs: readonly Replication[]): readonly number[] {
  return runs.map(({ tally }) => sum(tally.wait) + sum(tally.onTheWay));
}

const sum = (figures: Float64Array) => figures.reduce((total, figure) => total + figure, 0);

function stepAt(
  program: Program,
  runs: readonly Replication[],
  delays: readonly number[],
  i: number,
  step: Step,
): StepResults {
  const over = overRuns(runs);
  const cause = (which: keyof Causes) => over(({ tally }) => causesOf(tally, i)[which] / waits(tally, i));
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
      nobodyFree: cause("nobodyFree"),
      offHours: cause("offHours"),
      system: cause("system"),
      batch: cause("batch"),
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

/** What all waiting at a node was for, in minutes: nobody was free in what is left when the other causes are told apart. */
export function causesOf(
  { wait, closedWait, systemWait, batchWait }: Replication["tally"],
  node: number,
): Readonly<Record<keyof Causes, number>> {
  const others = { offHours: closedWait[node]!, system: systemWait[node]!, batch: batchWait[node]! };
  return { ...others, nobodyFree: wait[node]! - others.offHours - others.system - others.batch };
}
