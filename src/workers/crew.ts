import type { Crew, Helper, Word } from "../experiment/crew.ts";
import type { Outcome } from "../experiment/jobs.ts";
// Inline, so that a run asks the server for nothing.
import JobWorker from "./job.worker.ts?worker&inline";

/** One worker for each core; they end with the worker that hires them. */
export function workers(): Crew {
  return { size: navigator.hardwareConcurrency, hire: hireWorker, now: () => performance.now(), patience: 300 };
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
