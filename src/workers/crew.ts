import type { Crew, Helper, Word } from "../experiment/crew.ts";
import type { Outcome } from "../experiment/jobs.ts";
// Inline, so that a run asks the server for nothing.
import JobWorker from "./job.worker.ts?worker&inline";
import { wallClock } from "./wall-clock.ts";

/**
 * One worker for each core; they end with the worker that hires them.
 *
 * @param enough - Aborted once nobody wants to wait any longer. Only while others do the work can that be heard, so there
 * are two workers even where there is one core.
 */
export function workers(enough?: AbortSignal): Crew {
  return {
    size: Math.max(2, navigator.hardwareConcurrency),
    hire: hireWorker,
    now: () => performance.now(),
    patience: 300,
    limits: wallClock(),
    ...(enough ? { enough } : {}),
  };
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
