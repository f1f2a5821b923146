import { fixed } from "../model/format.ts";
import { isSaturated } from "./capacity.ts";
import { magnitude } from "./one-more-words.ts";
import type { Improvement, Results } from "./results.ts";
import { withMargin } from "./words.ts";

/**
 * What a change that was tried out brings and costs, as a sentence.
 *
 * @param currency - What money is counted in.
 */
export function improvementWords(
  { title, cycleTime, throughputPerHour, costPerHourSaved, shown }: Improvement,
  { capacity, replications }: Pick<Results, "capacity" | "replications">,
  currency = "",
): string {
  if (!shown) return `${title}: no gain that ${replications} replications could show.`;
  const gain = isSaturated(capacity)
    ? `${withMargin(magnitude(throughputPerHour), "number")} more finished per hour`
    : `done ${withMargin(magnitude(cycleTime), "time")} sooner`;
  const price = costPerHourSaved === undefined ? "" : fixed(costPerHourSaved, 2);
  const cost = price === "" ? "" : `; each hour saved costs ${price === "0.00" ? "nothing" : `${price} ${currency}`}`;
  return `${title}: ${gain}${cost.trimEnd()}.`;
}
