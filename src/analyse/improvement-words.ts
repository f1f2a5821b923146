import { fixed } from "../model/format.ts";
import { isSaturated } from "./capacity.ts";
import { magnitude } from "./one-more-words.ts";
import type { Improvement, Results, Stat } from "./results.ts";
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
  const saturated = isSaturated(capacity);
  if (!shown) {
    const harm = saturated ? fewer(throughputPerHour) : later(cycleTime);
    return `${title}: ${harm ?? `no gain that ${replications} replications could show`}.`;
  }
  const gain = saturated
    ? `${withMargin(magnitude(throughputPerHour), "number")} more finished per hour`
    : `done ${withMargin(magnitude(cycleTime), "time")} sooner`;
  const price = costPerHourSaved === undefined ? "" : fixed(costPerHourSaved, 2);
  const cost = price === "" ? "" : `; each hour saved costs ${price === "0.00" ? "nothing" : `${price} ${currency}`}`;
  return `${title}: ${gain}${cost.trimEnd()}.`;
}

/** What is shown to get worse, where it is: for nobody should take that for a change that does nothing. */
function later(cycleTime: Stat): string | undefined {
  return cycleTime.ci95[0] > 0 ? `worse, done ${withMargin(cycleTime, "time")} later` : undefined;
}

function fewer(throughputPerHour: Stat): string | undefined {
  return throughputPerHour.ci95[1] < 0
    ? `worse, ${withMargin(magnitude(throughputPerHour), "number")} fewer finished per hour`
    : undefined;
}
