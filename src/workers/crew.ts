import type { Crew, Helper, Word } from "../experiment/crew.ts";
import type { Outcome } from "../experiment/jobs.ts";
// Inline, so that a run asks the server for nothing.
import JobWorker from "./job.worker.ts?worker&inline";
import { wallClock } from "./wall-clock.ts";

/** One worker for each core; they end with the worker that hires them. */
export function workers(): Crew {
  const now = () => performance.now();
  return { size: navigator.hardwareConcurrency, hire: hireWorker, now, patience: 300, limits: wallClock() };
}

function hireWorker(): Helper {
  const worker = new JobWorker();
  return {
    do: (task, tell) =>
      new Promise<Outcome>((done, broke) => {
        worker.onerror = (event) => broke(new Error(event.message || "A helper could not be started."));
        worker.onmessage = ({ data: word }: MessageEvent<Word>) => {
          if (word.kind === "progress") tell(word.share);
          else done(word.outcome);
        };
        worker.postMessage(task);
      }),
    end: () => worker.terminate(),
  };
}
