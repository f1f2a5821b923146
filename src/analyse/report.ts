import { type Program, UNLIMITED } from "../compile/program.ts";
import type { Replication } from "../simulate/simulate.ts";
import { audit } from "./audit.ts";
import { bottlenecks } from "./bottlenecks.ts";
import { confidence } from "./confidence.ts";
import type { Results, Stat } from "./results.ts";
import { cycleSpread, spanSpread } from "./spread.ts";
import { stepResults } from "./steps.ts";

/**
 * Reads the replications of a run as figures with intervals.
 *
 * @param seed - What the run was seeded with.
 * @param runs - All replications, in order.
 */
export function report(program: Program, seed: number, runs: readonly Replication[]): Results {
  const over = (figure: (run: Replication) => number): Stat => confidence(runs.map(figure));
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
    warmUp: { method: "none", minutes: 0 },
    records: {
      arrived: over(({ tally }) => tally.arrived),
      completed: over(({ tally }) => tally.completed),
      inProgress: over(({ inside }) => inside),
      turnedAway: over(({ tally }) => tally.gone.turnedAway),
      gaveUp: over(({ tally }) => tally.gone.gaveUp),
    },
    cycleTime: { ...over(({ tally }) => tally.cycle / tally.completed), ...cycleSpread(runs) },
    throughputPerHour: over(({ averages }) => (averages.completed / averages.until) * 60),
    steps,
    teams,
    systems,
    flows: Object.fromEntries(
      program.flows.map((id, i) => [
        id,
        {
          count: over(({ tally }) => tally.flows[i]!),
          share: over(({ tally }) => tally.flows[i]! / left(program, tally.flows, program.flowFrom[i]!)),
        },
      ]),
    ),
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
    bottlenecks: bottlenecks(program, { steps, teams, systems }),
    audit: audit(program, runs),
  };
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
