import { fixed } from "../model/format.ts";

/** How far something is that takes a while. */
interface Going {
  /** The share that is done, from 0 to 1. */
  readonly done: number;
  readonly replication: number;
  /** How many replications there will be, as far as is known; 0 before the first. */
  readonly of: number;
}

/** Before this share is done, what is left is anybody’s guess. */
const A_BEGINNING = 0.03;

/**
 * How far a run is, in words, and how much longer it will take.
 *
 * @param milliseconds - How long it has been going on.
 * @example
 * progressLine({ done: 0.3, replication: 7, of: 20 }, 3000); // "Replication 7 of 20, about 7 s left"
 */
export function progressLine({ done, replication, of }: Going, milliseconds: number): string {
  if (of === 0) return "Getting ready";
  const what = `Replication ${replication} of ${of}`;
  if (done < A_BEGINNING || milliseconds < 500) return what;
  return `${what}, ${timeLeft((milliseconds / done) * (1 - done))}`;
}

function timeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 1) return "nearly done";
  return seconds < 90 ? `about ${fixed(seconds, 0)} s left` : `about ${fixed(Math.ceil(seconds / 60), 0)} min left`;
}
