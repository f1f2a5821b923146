import type { Opening } from "../compile/opening.ts";
import type { Pool } from "../compile/program.ts";
import { meanOf } from "./mean.ts";

const DAY = 1440;
const WEEK = 7 * DAY;
const WEEKS = 52;

/** The part of the time in which a pool is to be had, as far as it is fixed and as far as it is chance. */
export function availabilityOf({ opening, outage }: Pool): number {
  const up = outage ? meanOf(outage.every) / (meanOf(outage.every) + meanOf(outage.lasts)) : 1;
  return openShare(opening === undefined ? [] : [opening]) * up;
}

/**
 * The share of the time in which several calendars are open at once, over the 52 weeks from the one in which a run
 * starts, closed days and all.
 */
export function openShare(openings: readonly Opening[]): number {
  const [first, ...others] = openings;
  if (first === undefined) return 1;
  let open = shifts(first);
  for (const other of others) {
    const its = shifts(other);
    open = open.flatMap(([from, to]) =>
      its.flatMap(([start, end]): Span[] => {
        const both: Span = [Math.max(from, start), Math.min(to, end)];
        return both[1] > both[0] ? [both] : [];
      }),
    );
  }
  return open.reduce((sum, [from, to]) => sum + to - from, 0) / (WEEKS * WEEK);
}

type Span = readonly [from: number, to: number];

function shifts({ monday, from, to, closed }: Opening): Span[] {
  const spans: Span[] = [];
  for (let week = 0; week < WEEKS; week++) {
    for (const [i, start] of from.entries()) {
      const day = monday + week * WEEK + Math.floor(start / DAY) * DAY;
      if (!closed.has(day)) spans.push([monday + week * WEEK + start, monday + week * WEEK + to[i]!]);
    }
  }
  return spans;
}
