import { carryOutBy } from "../experiment/crew.ts";
import { planRun } from "../experiment/run.ts";
import { workers } from "./crew.ts";
import type { RunReply, RunRequest } from "./protocol.ts";

const reply = (message: RunReply) => self.postMessage(message);

// All the thinking is in the plan of a run; this file only carries messages.
self.onmessage = async ({ data: { process, options } }: MessageEvent<RunRequest>) => {
  try {
    const plan = planRun(
      process,
      options,
      ({ stage, done }) => reply({ kind: "progress", stage, done }),
      (results) => reply({ kind: "found", results }),
    );
    reply({ kind: "ended", result: await carryOutBy(workers(), plan) });
  } catch (error) {
    reply({ kind: "broke", message: String(error) });
  }
};
