import { isSaturated } from "../analyse/capacity.ts";
import { CYCLE_TIME, EXPENSE, hasCosts, THROUGHPUT } from "../analyse/measures.ts";
import { change, differences, shown } from "../analyse/paired.ts";
import type { Improvement, Results } from "../analyse/results.ts";
import type { Change } from "../model/change.ts";
import { changesBetween } from "../model/changes-between.ts";
import { hasErrors } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { changedNodes } from "../model/scenario-words.ts";
import { validate } from "../model/validate.ts";
import { INTERVENTIONS } from "./interventions.ts";
import type { Plan } from "./jobs.ts";
import { replicate, type Setting, Version } from "./versions.ts";

/** Of each kind of change, so many are tried. */
const OF_EACH = 3;

/**
 * Tries out what would help, each change alone and on the same luck as the process itself.
 *
 * @param base - The process with its replications; a proof may have added some, of which nothing is taken.
 * @param results - What the plain run showed: where there is nothing to win, nothing is tried. Of each change there are as
 * many replications as it had, so that the findings are the same with a proof before and without.
 * @param tell - Told the share done, and how many replications each change has.
 * @returns The most helpful first: by throughput where more arrives than can be done, else by cycle time.
 */
export function* improve(
  base: Version,
  results: Results,
  setting: Setting,
  tell: (done: number, of: number) => void,
): Plan<readonly Improvement[]> {
  const { process, yardsticks } = base;
  const { replications } = results;
  const tries = INTERVENTIONS.flatMap(({ kind, candidates }) =>
    candidates(process, results)
      .filter((candidate) => candidate.promise > 0 && !hasErrors(validate(candidate.process)))
      .sort((a, b) => b.promise - a.promise)
      .slice(0, OF_EACH)
      .map(({ title, process: after }) => ({
        kind,
        title,
        changes: changesBetween(process, after),
        after: new Version(after, yardsticks),
      })),
  );
  const versions = tries.map(({ after }) => after);
  yield* replicate(versions, replications, setting, (share) => tell(share, replications));

  const by = isSaturated(results.capacity) ? THROUGHPUT : CYCLE_TIME;
  return tries
    .filter(({ after }) => !after.stopped)
    .map(({ kind, title, changes, after }) => {
      const of = (yardstick: typeof by) => change(base.of(yardstick, replications), after.of(yardstick));
      const cycleTime = of(CYCLE_TIME);
      const helps = shown(differences(base.of(by, replications), after.of(by))) === (by.better === "less" ? -1 : 1);
      const costPerHour = hasCosts(process) ? of(EXPENSE) : undefined;
      const hoursSaved = (-cycleTime.mean / 60) * results.throughputPerHour.mean;
      const pays = helps && costPerHour !== undefined && costPerHour.mean > 0 && hoursSaved > 0;
      return {
        kind,
        title,
        nodes: nodesOf(process, after.process, changes),
        changes,
        cycleTime,
        throughputPerHour: of(THROUGHPUT),
        ...(costPerHour ? { costPerHour } : {}),
        ...(pays ? { costPerHourSaved: costPerHour.mean / hoursSaved } : {}),
        shown: helps,
      };
    })
    .sort((a, b) =>
      by === THROUGHPUT ? b.throughputPerHour.mean - a.throughputPerHour.mean : a.cycleTime.mean - b.cycleTime.mean,
    )
    .map((improvement, i) => ({ rank: i + 1, ...improvement }));
}

/** The steps and flows’ ends that a change is about, in the order of the process. */
function nodesOf(process: Process, after: Process, changes: readonly Change[]): readonly string[] {
  const touched = changedNodes(process, after, changes);
  return process.nodes.map(({ id }) => id).filter((id) => touched.has(id));
}
