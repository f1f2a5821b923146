import { type Limits, timeLimit } from "../simulate/stop.ts";

/** A run that takes longer is cut short, and what it found is shown. */
const MOST_MINUTES = 10;

/** The limit of a run's time on the real clock, counted from now on. */
export function wallClock(): Partial<Limits> {
  return { timeIsUp: timeLimit(() => performance.now(), MOST_MINUTES) };
}
