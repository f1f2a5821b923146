import { replay } from "../experiment/replay.ts";
import type { WorkedVisit } from "../simulate/record-log.ts";
import type { ReplayReply, ReplayRequest } from "./run-replay.ts";
import { wallClock } from "./wall-clock.ts";

const reply = (message: ReplayReply) => self.postMessage(message);

/** So many visits go in one message. */
const PIECE = 5000;

// All the thinking is in replay(); this file only carries messages.
self.onmessage = ({ data: { process, settings } }: MessageEvent<ReplayRequest>) => {
  try {
    let visits: WorkedVisit[] = [];
    const push = (visit: WorkedVisit) => {
      visits.push(visit);
      if (visits.length < PIECE) return;
      reply({ kind: "visits", visits });
      visits = [];
    };
    replay(process, settings, { push }, undefined, wallClock());
    reply({ kind: "visits", visits });
    reply({ kind: "ended" });
  } catch (error) {
    reply({ kind: "broke", message: String(error) });
  }
};
