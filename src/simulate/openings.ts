import type { Opening } from "../compile/opening.ts";
import type { Spread } from "../compile/spread.ts";
import { type Random, recordKeys } from "./random.ts";
import { sample } from "./sample.ts";
import { Timeline } from "./timeline.ts";

const WEEK = 7 * 1440;
const DAY = 1440;

/** When a calendar is open, from the start of the run on. Shifts that touch, as over midnight, are open throughout. */
export function calendarTimeline({ monday, from, to, closed }: Opening): Timeline {
  if (from.length === 0) throw new Error("a calendar without a shift passed validation");
  let week = monday;
  let shift = -1;
  return new Timeline(() => {
    for (;;) {
      shift++;
      if (shift === from.length) {
        shift = 0;
        week += WEEK;
      }
      const day = week + Math.floor(from[shift]! / DAY) * DAY;
      if (!closed.has(day)) return { from: week + from[shift]!, to: week + to[shift]! };
    }
  });
}

/**
 * When a system is up: from the end of one outage to the beginning of the next a time is drawn by `every`, for the
 * outage itself by `lasts`. Each is drawn by the outage's number, so that it comes at the same time whatever else changes.
 */
export function outageTimeline(every: Spread, lasts: Spread, run: Int32Array, key: number, random: Random): Timeline {
  const keys = new Int32Array(2);
  let time = 0;
  let outage = 0;
  return new Timeline(() => {
    recordKeys(keys, run, key, outage++);
    random.open(keys[0]!, keys[1]!, key, 0);
    const from = time;
    const to = from + sample(every, random);
    random.open(keys[0]!, keys[1]!, key, 1);
    time = to + sample(lasts, random);
    return { from, to };
  });
}
