import { THROUGHPUT, type Yardstick } from "./measures.ts";
import type { Bottleneck, Stat } from "./results.ts";
import { withMargin } from "./words.ts";

/** How an experiment with one more came out. */
export interface Verdict {
  /** What suspects were ranked by. */
  readonly by: Yardstick;
  /** 1 where it is shown to help, −1 to do harm, 0 where neither is shown. */
  readonly shown: -1 | 0 | 1;
  readonly proven: boolean;
  readonly replications: number;
}

/** What one more of something short brings, as a sentence or two. */
export function oneMoreWords(
  { team, system }: Bottleneck,
  { cycleTime, throughputPerHour }: NonNullable<Bottleneck["ifOneMore"]>,
  { by, shown, proven, replications }: Verdict,
): string {
  const more = `One more ${team !== undefined ? "person" : system !== undefined ? "place" : "slot"}`;
  if (shown === 0) return `${more} makes no difference that ${replications} replications could show.`;
  const only = proven ? " One more of anything else helps less." : "";
  if (by === THROUGHPUT) {
    const records = `${withMargin(magnitude(throughputPerHour), "number")} records an hour`;
    return shown > 0 ? `${more} finishes ${records} more.${only}` : `${more} finishes ${records} fewer.`;
  }
  const sooner = withMargin(magnitude(cycleTime), "time");
  return shown > 0
    ? `${more} has records done ${sooner} sooner.${only}`
    : `${more} has records done ${sooner} later: what it lets through waits elsewhere.`;
}

/** A change without its sign. */
export function magnitude(stat: Stat): Stat {
  return stat.mean < 0 ? { mean: -stat.mean, ci95: [-stat.ci95[1], -stat.ci95[0]] } : stat;
}
