import { type Program, UNLIMITED } from "../compile/program.ts";
import { QUANTILE_ERROR } from "../simulate/histogram.ts";
import type { Replication } from "../simulate/simulate.ts";
import { audit } from "./audit.ts";
import { bottlenecks } from "./bottlenecks.ts";
import { byOf } from "./by.ts";
import { confidence } from "./confidence.ts";
import { coursesOf } from "./course.ts";
import { funnelOf } from "./funnel.ts";
import { over as overRuns } from "./over.ts";
import type { Causes, Results } from "./results.ts";
import { histogramSpread, spanSpread } from "./spread.ts";
import { causesOf, delaysOf, stepResults } from "./steps.ts";
import { timeDistribution } from "./time-distribution.ts";
import type { WarmUp } from "./warm-up.ts";

/** What the replications do not tell themselves. */
export interface About {
  /** What was cut off them. @default nothing */
  readonly warmUp?: WarmUp;
  /** The field that records were split by, and what each group is called. */
  readonly by?: { readonly field: string; readonly labels: readonly string[] };
}

/**
 * Reads the replications of a run as figures with intervals.
 *
 * @param seed - What the run was seeded with.
 * @param runs - All replications, in order.
 */
export function report(
  program: Program,
  seed: number,
  runs: readonly Replication[],
  { warmUp = { method: "none", minutes: 0 }, by }: About = {},
): Results {
  const over = overRuns(runs);
  const steps = stepResults(program, runs);
  const teams = teamResults(program, runs);
  const systems = systemResults(program, runs);
  const name = (i: number) => program.nodes[i]!.id;
  const ends = [...program.nodes.entries()].filter(([, node]) => node.kind === "end");
  return {
    process: program.name,
    seed,
    replications: runs.length,
    simulatedMinutes: runs.reduce((sum, run) => sum + run.minutes, 0) / runs.length,
    warmUp: sensible(warmUp, runs),
    percentileError: QUANTILE_ERROR,
    records: {
      arrived: over(({ tally }) => tally.arrived),
      completed: over(({ tally }) => tally.completed),
      inProgress: over(({ inside }) => inside),
      turnedAway: over(({ tally }) => tally.gone.turnedAway),
      gaveUp: over(({ tally }) => tally.gone.gaveUp),
    },
    cycleTime: {
      ...over(({ tally }) => tally.cycle / tally.completed),
      ...histogramSpread(
        runs.map(({ tally }) => tally.cycles),
        runs.map(({ tally }) => tally.longestCycle),
      ),
    },
    ...cycleTimesOf(runs),
    throughputPerHour: over(({ averages }) => perMinute(averages.completed, averages) * 60),
    workInProgress: over(({ averages }) => averages.inside),
    ...moneyOf(program, runs),
    delays: delaysPerRecord(runs),
    steps,
    teams,
    systems,
    flows: flowResults(program, runs),
    ends: Object.fromEntries(
      ends.map(([i]) => [
        name(i),
        {
          count: over(({ tally }) => tally.visits[i]!),
          share: over(({ tally }) => tally.visits[i]! / tally.completed),
          ...(program.value[i]! < 0 ? {} : { value: over(({ tally }) => tally.value[i]!) }),
        },
      ]),
    ),
    targets: Object.fromEntries(
      program.spans.map(({ target }, i) => [
        target.id,
        {
          time: { ...over(({ tally }) => tally.spanTime[i]! / tally.spans[i]!), ...spanSpread(runs, i) },
          within: over(({ tally }) => tally.spanWithin[i]! / tally.spans[i]!),
        },
      ]),
    ),
    ...(program.stages.length > 0 ? { funnel: funnelOf(program, runs) } : {}),
    course: coursesOf(program, runs),
    ...(by === undefined ? {} : { by: byOf(program, runs, by.field, by.labels) }),
    bottlenecks: bottlenecks(program, { steps, teams, systems }),
    audit: audit(program, runs),
  };
}

const ALL_CUT = "Every record arrived within the warm-up, so nothing is left to count: cut off less, or run longer.";

/** The warm-up with a word where it left nothing. */
function sensible(warmUp: WarmUp, runs: readonly Replication[]): WarmUp {
  return warmUp.minutes > 0 && runs.every(({ tally }) => tally.arrived === 0) ? { ...warmUp, advice: ALL_CUT } : warmUp;
}

function cycleTimesOf(runs: readonly Replication[]): Pick<Results, "cycleTimes"> {
  const cycleTimes = timeDistribution(
    runs.map(({ tally }) => tally.cycles),
    runs.map(({ tally }) => tally.longestCycle),
  );
  return cycleTimes === undefined ? {} : { cycleTimes };
}

const WEEK = 7 * 1440;

/** How much of something there is in a minute of the time averaged over. */
function perMinute(amount: number, { from, until }: Replication["averages"]): number {
  return amount / (until - from);
}

function moneyOf(program: Program, runs: readonly Replication[]): Pick<Results, "costPerRecord" | "valuePerWeek"> {
  const over = overRuns(runs);
  const costPerRecord = {
    ...over(({ tally }) => tally.spent / tally.completed),
    ...histogramSpread(
      runs.map(({ tally }) => tally.spents),
      runs.map(({ tally }) => tally.longestSpent),
    ),
  };
  const valuePerWeek = over(({ averages }) => perMinute(averages.value, averages) * WEEK);
  return {
    ...(program.priced ? { costPerRecord } : {}),
    ...(program.value.some((field) => field >= 0) ? { valuePerWeek } : {}),
  };
}

function delaysPerRecord(runs: readonly Replication[]): NonNullable<Results["delays"]> {
  const over = overRuns(runs);
  const sum = (figures: ArrayLike<number>) => Array.from(figures).reduce((total, figure) => total + figure, 0);
  const cause = (which: keyof Causes) =>
    over(({ tally }) => sum(Array.from(tally.visits.keys(), (i) => causesOf(tally, i)[which])) / tally.arrived);
  return {
    nobodyFree: cause("nobodyFree"),
    offHours: cause("offHours"),
    system: cause("system"),
    batch: cause("batch"),
    onTheWay: over(({ tally }) => sum(tally.onTheWay) / tally.arrived),
  };
}

function flowResults(program: Program, runs: readonly Replication[]): Results["flows"] {
  const over = overRuns(runs);
  const delays = delaysOf(runs);
  return Object.fromEntries(
    program.flows.map((id, i) => [
      id,
      {
        count: over(({ tally }) => tally.flows[i]!),
        share: over(({ tally }) => tally.flows[i]! / left(program, tally.flows, program.flowFrom[i]!)),
        ...(program.flowDelay[i] === undefined
          ? {}
          : {
              delay: over(({ tally }) => tally.onTheWay[i]! / tally.flows[i]!),
              shareOfDelay: over(({ tally }, r) => (delays[r]! > 0 ? tally.onTheWay[i]! / delays[r]! : 0)),
            }),
      },
    ]),
  );
}

/** How often a node was left, by any of its flows. */
function left({ flowFrom }: Program, counts: Float64Array, node: number): number {
  return counts.reduce((sum, count, flow) => (flowFrom[flow] === node ? sum + count : sum), 0);
}

function teamResults(program: Program, runs: readonly Replication[]): Results["teams"] {
  const teams = [...program.pools.entries()].flatMap(([i, pool]) =>
    pool.team ? [{ i, team: pool.team, size: pool.size }] : [],
  );
  return Object.fromEntries(
    teams.map(({ i, team, size }) => [
      team.id,
      {
        utilisation: confidence(runs.map(({ averages }) => averages.busy[i]! / size)),
        peopleBusy: confidence(runs.map(({ averages }) => averages.busy[i]!)),
        cost: confidence(runs.map(({ tally }) => (tally.busy[i]! / 60) * (team.costPerHour ?? 0))),
      },
    ]),
  );
}

function systemResults(program: Program, runs: readonly Replication[]): Results["systems"] {
  return Object.fromEntries(
    [...program.pools.entries()].flatMap(([i, { system, size }]) =>
      system === undefined
        ? []
        : [
            [
              system.id,
              {
                utilisation: confidence(
                  runs.map(({ averages }) => (size === UNLIMITED ? Number.NaN : averages.busy[i]! / size)),
                ),
                down: confidence(runs.map(({ averages }) => 1 - averages.open[i]!)),
              },
            ],
          ],
    ),
  );
}
