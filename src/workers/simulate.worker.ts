import { run } from "../experiment/run.ts";
import type { RunReply, RunRequest } from "./protocol.ts";

const reply = (message: RunReply) => self.postMessage(message);

// All the thinking is in run(); this file only carries messages.
self.onmessage = ({ data: { process, options } }: MessageEvent<RunRequest>) => {
  try {
    const result = run(
      process,
      options,
      ({ stage, done }) => reply({ kind: "progress", stage, done }),
      (results) => reply({ kind: "found", results }),
    );
    reply({ kind: "ended", result });
  } catch (error) {
    reply({ kind: "broke", message: String(error) });
  }
};
