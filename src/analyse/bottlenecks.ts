import type { Program } from "../compile/program.ts";
import { duration, percent } from "../model/format.ts";
import { titleOf } from "../model/words.ts";
import type { Bottleneck, StepResults } from "./results.ts";

/** From this load on a team is worth a look even where nobody waits for it yet. */
const BUSY = 0.8;
/** A smaller part of all delay than this is not worth a row. */
const LITTLE = 0.01;

/**
 * Ranks what is short: by its share of all the time that records spend waiting or on the way, then by load.
 *
 * @param steps - The results of each step, by id.
 * @returns The worst first; empty where nothing holds records up.
 */
export function bottlenecks(program: Program, steps: Readonly<Record<string, StepResults>>): readonly Bottleneck[] {
  const suspects = program.pools.map((pool) => {
    const at = pool.steps
      .map((i) => program.nodes[i]!)
      .map((node) => ({ node, results: steps[node.id]! }))
      .sort((a, b) => b.results.shareOfDelay.mean - a.results.shareOfDelay.mean);
    const sum = (of: (results: StepResults) => number) => at.reduce((total, { results }) => total + of(results), 0);
    return {
      pool,
      at,
      shareOfDelay: sum((results) => results.shareOfDelay.mean),
      utilisation: sum((results) => results.utilisation.mean),
    };
  });
  return suspects
    .filter(({ shareOfDelay, utilisation }) => shareOfDelay >= LITTLE || utilisation >= BUSY)
    .sort((a, b) => b.shareOfDelay - a.shareOfDelay || b.utilisation - a.utilisation)
    .map(({ pool, at, shareOfDelay, utilisation }, i) => {
      const [worst] = at;
      const name = pool.team?.name ?? titleOf(worst!.node);
      const wait = duration(worst!.results.wait.mean);
      const where = titleOf(worst!.node);
      const why =
        shareOfDelay >= LITTLE
          ? `${percent(shareOfDelay)} of all delay is waiting for ${name}, busy ${percent(utilisation)} of the time: at “${where}” records wait ${wait} on average.`
          : `${name} is busy ${percent(utilisation)} of the time, though hardly anybody waits yet.`;
      return {
        rank: i + 1,
        ...(pool.team ? { team: pool.team.id } : { step: worst!.node.id }),
        steps: at.map(({ node }) => node.id),
        shareOfDelay,
        utilisation,
        proven: false,
        why,
      };
    });
}
