import type { History } from "./history.ts";
import { type Index, indexOf, insideOver, type Longest, longestQueue } from "./moment.ts";

/** A history with all that playing it back begins with; plain data. */
export interface Recording {
  readonly history: History;
  readonly index: Index;
  /** Nothing where nobody ever waited. */
  readonly longest: Longest | undefined;
  /** How many records are inside, at moments evenly spread over the history. */
  readonly inside: readonly number[];
}

/** So many moments are as many as can be told apart on a track. */
const MOMENTS = 240;

/** A history made ready to be played back. */
export function recordingOf(history: History): Recording {
  return {
    history,
    index: indexOf(history),
    longest: longestQueue(history),
    inside: insideOver(history, MOMENTS),
  };
}
