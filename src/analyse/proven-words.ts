import { percent } from "../model/format.ts";
import type { Process } from "../model/process.ts";
import { nameOf } from "../model/words.ts";
import type { Results } from "./results.ts";
import { withMargin } from "./words.ts";

/** What is to be said where no bottleneck is listed: nobody waits, or there is nothing to tell it from. */
export function noBottleneckWords({ records, warmUp, steps }: Results): string {
  if (records.arrived.mean > 0) {
    const free = Object.values(steps).every(({ utilisation }) => Number.isNaN(utilisation.mean));
    return free
      ? "No bottleneck: nobody waits for anything, as no step has a team or a limit of places. Say who does the work, and run again."
      : "No bottleneck: nobody waits for anything.";
  }
  return warmUp.advice ?? "No record arrived, so there is nothing to count.";
}

/**
 * What the worst bottleneck holds up and what one more of it brings: in records an hour where the process cannot keep up,
 * else in time. Undefined where none is proven.
 */
export function provenWords({ bottlenecks, capacity }: Results, process: Process): string | undefined {
  const [first] = bottlenecks;
  if (!first?.proven || !first.ifOneMore) return undefined;
  const { team, system, step, steps, shareOfDelay, ifOneMore } = first;
  const short = team ?? system;
  const at = nameOf(process, steps[0] ?? step ?? "");
  const waits = short === undefined ? `${at} is short of places` : `${at} waits for ${nameOf(process, short)}`;
  const one = team !== undefined ? "One more person" : "One more";
  const effect =
    capacity?.stable === false
      ? `+${withMargin(ifOneMore.throughputPerHour, "number")} records an hour`
      : `${withMargin(ifOneMore.cycleTime, "time")} a record`;
  return `${waits}, ${percent(shareOfDelay)} of all delay. ${one}: ${effect}.`;
}
