import { fixed } from "../model/format.ts";
import { magnitude } from "./one-more-words.ts";
import type { Improvement } from "./results.ts";
import { withMargin } from "./words.ts";

/**
 * What a change brings and costs, as a sentence.
 *
 * @param replications - How many there were of it.
 * @param currency - What money is counted in.
 */
export function improvementWords(
  { title, cycleTime, throughputPerHour, costPerHourSaved, shown }: Improvement,
  replications: number,
  currency = "",
): string {
  if (!shown) return `${title}: no gain that ${replications} replications could show.`;
  const sooner = `done ${withMargin(magnitude(cycleTime), "time")} ${cycleTime.mean < 0 ? "sooner" : "later"}`;
  const [low, high] = throughputPerHour.ci95;
  const more = low > 0 || high < 0;
  const finished = more
    ? `, ${withMargin(magnitude(throughputPerHour), "number")} ${low > 0 ? "more" : "fewer"} finished per hour`
    : "";
  const cost =
    costPerHourSaved === undefined ? "" : `; each hour saved costs ${fixed(costPerHourSaved, 2)} ${currency}`.trimEnd();
  return `${title}: ${sooner}${finished}${cost}.`;
}
