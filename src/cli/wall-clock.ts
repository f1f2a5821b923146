import { type Limits, timeLimit } from "../simulate/stop.ts";

/** How many minutes a run may take. */
const MOST_MINUTES = 30;

/** The limit of a run's time on the real clock, counted from now on. */
export function wallClock(): Partial<Limits> {
  return { timeIsUp: timeLimit(() => performance.now(), MOST_MINUTES) };
}
