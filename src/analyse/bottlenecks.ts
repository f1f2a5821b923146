import { type Pool, type Program, UNLIMITED } from "../compile/program.ts";
import { duration, number, percent } from "../model/format.ts";
import type { ProcessNode } from "../model/process.ts";
import { titleOf } from "../model/words.ts";
import { A_QUEUE } from "./heat.ts";
import type { Bottleneck, Results, StepResults } from "./results.ts";

/** From this load on something is worth a look even where nobody waits for it yet. */
const BUSY = 0.8;
/** A smaller part of all delay than this is not worth a row. */
const LITTLE = 0.01;

interface Wait {
  readonly node: ProcessNode;
  readonly results: StepResults;
  /** The part of all delay that is waiting there for the thing in question. */
  readonly share: number;
}

/**
 * What may be short: ranked by its share of all the time that records spend waiting or on the way, then by load. Where
 * a step needs several things at once, its waiting counts for each of them.
 *
 * @returns The worst first; empty where nothing holds records up.
 */
export function bottlenecks(
  program: Program,
  { steps, teams, systems }: Pick<Results, "steps" | "teams" | "systems">,
): readonly Bottleneck[] {
  const suspects = program.pools.flatMap((pool, p) => {
    const waits = waitsFor(program, steps, pool, p);
    const [worst] = waits;
    if (worst === undefined) return [];
    const own = steps[worst.node.id]!.utilisation.mean;
    const busy = pool.team
      ? teams[pool.team.id]!.utilisation.mean
      : pool.system
        ? systems[pool.system.id]!.utilisation.mean
        : own;
    const shareOfDelay = waits.reduce((sum, { share }) => sum + share, 0);
    return [{ pool, waits, worst, shareOfDelay, utilisation: pool.size === UNLIMITED ? 0 : busy }];
  });
  return suspects
    .filter(({ shareOfDelay, utilisation }) => shareOfDelay >= LITTLE || utilisation >= BUSY)
    .sort((a, b) => b.shareOfDelay - a.shareOfDelay || b.utilisation - a.utilisation)
    .map(({ pool, waits, worst, shareOfDelay, utilisation }, i) => ({
      rank: i + 1,
      ...idOf(pool, worst.node),
      steps: waits.map(({ node }) => node.id),
      shareOfDelay,
      utilisation,
      proven: false,
      why: why(pool, worst, shareOfDelay, utilisation),
    }));
}

/** The steps that wait for a pool, the longest waits first. */
function waitsFor({ nodes, tasks }: Program, steps: Results["steps"], pool: Pool, p: number): readonly Wait[] {
  const users = new Set([
    ...pool.steps,
    ...[...tasks.keys()].filter((i) => tasks[i]?.needs.some((need) => need.pool === p)),
  ]);
  return [...users]
    .map((i) => {
      const results = steps[nodes[i]!.id]!;
      const { wait, causes, shareOfDelay } = results;
      const system = wait.mean > 0 ? causes.system.mean / wait.mean : 0;
      const batch = wait.mean > 0 ? causes.batch.mean / wait.mean : 0;
      return { node: nodes[i]!, results, share: shareOfDelay.mean * (pool.system ? system : 1 - system - batch) };
    })
    .sort((a, b) => b.share - a.share);
}

function idOf({ team, system }: Pool, step: ProcessNode): Pick<Bottleneck, "team" | "system" | "step"> {
  if (team) return { team: team.id };
  return system ? { system: system.id } : { step: step.id };
}

function why({ team, system, size }: Pool, { node, results }: Wait, shareOfDelay: number, utilisation: number): string {
  const name = team?.name ?? system?.name ?? titleOf(node);
  const busy = size === UNLIMITED ? "" : `, busy ${percent(utilisation)} of the time`;
  if (shareOfDelay < LITTLE) {
    // Where a run stops early, many may be waiting of whom no delay is known yet.
    const queue = results.queueLength.mean;
    const waiting =
      queue < A_QUEUE
        ? ", though hardly anybody waits yet"
        : `; ${number(queue)} records wait at “${titleOf(node)}” on average`;
    return `${name} is busy ${percent(utilisation)} of the time${waiting}.`;
  }
  const at = `at “${titleOf(node)}” records wait ${duration(results.wait.mean)} on average`;
  return `${percent(shareOfDelay)} of all delay is waiting for ${name}${busy}: ${at}.`;
}
