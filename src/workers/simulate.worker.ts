import { run } from "../experiment/run.ts";
import { timeLimit } from "../simulate/stop.ts";
import type { RunReply, RunRequest } from "./protocol.ts";

/** A run that takes longer is cut short, and what it found is shown. */
const MOST_MINUTES = 10;

const reply = (message: RunReply) => self.postMessage(message);

// All the thinking is in run(); this file only carries messages.
self.onmessage = ({ data: { process, options } }: MessageEvent<RunRequest>) => {
  try {
    const timeIsUp = timeLimit(() => performance.now(), MOST_MINUTES);
    const result = run(process, options, ({ done }) => reply({ kind: "progress", done }), { timeIsUp });
    reply({ kind: "ended", result });
  } catch (error) {
    reply({ kind: "broke", message: String(error) });
  }
};
