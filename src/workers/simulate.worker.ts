import { capacityOf } from "../analyse/capacity.ts";
import { carryOutBy } from "../experiment/crew.ts";
import { programOf } from "../experiment/jobs.ts";
import type { RunOptions } from "../experiment/options.ts";
import { planRun } from "../experiment/run.ts";
import type { Process } from "../model/process.ts";
import { workers } from "./crew.ts";
import type { RunProgress, RunReply, RunRequest } from "./protocol.ts";

const reply = (message: RunReply) => self.postMessage(message);
const enough = new AbortController();
let found = false;

// All the thinking is in the plan of a run; this file only carries messages.
self.onmessage = ({ data: request }: MessageEvent<RunRequest>) => {
  // Once the plain run is over there is nothing to cut short: experiments are ended with the worker.
  if (request.kind === "enough" && !found) enough.abort();
  if (request.kind === "capacity") measure(request.process);
  if (request.kind === "run") void run(request.process, request.options);
};

function measure(process: Process): void {
  try {
    reply({ kind: "capacity", capacity: capacityOf(process, programOf(process)) });
  } catch (error) {
    reply({ kind: "broke", message: String(error) });
  }
}

/** A page that is told of every thousandth has no time for anything else. */
const PAUSE = 100;

/** Tells of progress no more often than people can read it. */
function sparingly(tell: (progress: RunProgress) => void): (progress: RunProgress) => void {
  let last = Number.NEGATIVE_INFINITY;
  let stage: RunProgress["stage"] | undefined;
  return (progress) => {
    const now = performance.now();
    if (now - last < PAUSE && progress.stage === stage) return;
    last = now;
    stage = progress.stage;
    tell(progress);
  };
}

async function run(process: Process, options: RunOptions): Promise<void> {
  try {
    const plan = planRun(
      process,
      options,
      sparingly((progress) => reply({ kind: "progress", progress })),
      (results) => {
        found = true;
        reply({ kind: "found", results });
      },
    );
    reply({ kind: "ended", result: await carryOutBy(workers(enough.signal), plan) });
  } catch (error) {
    reply({ kind: "broke", message: String(error) });
  }
}
