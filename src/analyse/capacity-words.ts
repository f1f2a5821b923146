import { number, percent } from "../model/format.ts";
import type { Process } from "../model/process.ts";
import { nameOf } from "../model/words.ts";
import type { Capacity } from "./capacity.ts";

/** Whether a process can keep up with what arrives, and what limits it; one sentence each. */
export function capacityWords(
  process: Process,
  capacity: Capacity,
): readonly { readonly fine: boolean; readonly words: string }[] {
  const { maxThroughputPerHour, arrivalsPerHour, limitedBy, stable, growsPerDay, at, overtime } = capacity;
  if (limitedBy === undefined) return [{ fine: true, words: "Nothing limits how many records can be done." }];
  const limit = `At most ${perHourOrDay(maxThroughputPerHour)} can be done, limited by ${nameOf(process, limitedBy)}`;
  if (arrivalsPerHour === 0) return [{ fine: true, words: `${limit}.` }];
  const words = `${limit}; ${percent(arrivalsPerHour / maxThroughputPerHour)} of that arrives.`;
  if (stable) return [{ fine: true, words }];
  if (overtime)
    return [
      {
        fine: false,
        words: `More work comes than there are hours on shift: ${percent(arrivalsPerHour / maxThroughputPerHour)} at ${nameOf(process, limitedBy)}. What is begun is finished after hours; a run shows whether that is enough.`,
      },
      { fine: false, words: words.replace("can be done", "can be done on shift") },
    ];
  const grows =
    growsPerDay === undefined || at === undefined
      ? "It barely keeps up: there is no time to spare, so that lines grow whenever chance is against it."
      : `It cannot keep up: +${number(growsPerDay)} records a day pile up at “${nameOf(process, at)}”.`;
  return [
    { fine: false, words: grows },
    { fine: false, words },
  ];
}

/**
 * A number of records in a time of which a few come.
 *
 * @example
 * perHourOrDay(0.133); // "3.2 records a day"
 */
function perHourOrDay(perHour: number): string {
  return perHour < 10 ? `${number(perHour * 24)} records a day` : `${number(perHour)} records an hour`;
}
