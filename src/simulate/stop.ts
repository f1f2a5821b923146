import type { Replication } from "./simulate.ts";

/** What of a replication is counted, and when it is over. */
export type Stop = {
  /**
   * When the warm-up is over, in minutes: only records that arrive from then on are counted, and averages over time
   * begin there. @default 0
   */
  readonly from?: number;
} & (
  | /** Arrivals end with this many records, those of the warm-up among them; everyone inside finishes. */
  { readonly records: number }
  /** Everything stops at this time, in minutes. */
  | { readonly minutes: number }
);

/** How far a replication may go. */
export interface Limits {
  /** Records inside at once, and the room that they may take. */
  readonly inside: number;
  readonly bytes: number;
  readonly events: number;
  /** Events at one and the same instant. */
  readonly eventsAtOnce: number;
  /** On the simulated clock. */
  readonly minutes: number;
  /** Asked in between; once time is up on the real clock, it tells how long there was, as in “30 minutes”. */
  readonly timeIsUp: () => string | undefined;
}

/** How far a replication may go where nobody says otherwise. */
export const LIMITS: Limits = {
  inside: 5_000_000,
  bytes: 2 ** 30,
  events: 10_000_000_000,
  eventsAtOnce: 50_000_000,
  minutes: 100_000 * 365 * 1440,
  timeIsUp: () => undefined,
};

/**
 * Answers, from now on, whether the time for something is up.
 *
 * @param now - A clock that only goes forward, in milliseconds.
 */
export function timeLimit(now: () => number, minutes: number): Limits["timeIsUp"] {
  const end = now() + minutes * 60_000;
  return () => (now() > end ? `${minutes} minutes` : undefined);
}

/** A run that cannot go on; the message says why, as the rest of a sentence, and the node is where records pile up or cycle. */
export class RunLimit extends Error {
  readonly node: string;
  /** What there was until then, where there is something. */
  partial: Replication | undefined;

  constructor(node: string, message: string) {
    super(message);
    this.node = node;
  }
}
