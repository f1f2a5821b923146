import type { Capacity } from "../analyse/capacity.ts";
import type { Comparison } from "../analyse/comparison.ts";
import type { Recording } from "../analyse/recording.ts";
import type { Results } from "../analyse/results.ts";
import type { Progress, RunOptions } from "../experiment/options.ts";
import type { Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { Owed } from "./owed.ts";
import type { RunReply, RunRequest } from "./protocol.ts";
// Inline, so that a run asks the server for nothing.
import SimulateWorker from "./simulate.worker.ts?worker&inline";

/** Who wants to know about a run, and how it can be ended. */
export interface Listener {
  /** Told how far the run is, in each of its stages. */
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Given what happened in the first replication of a run a little after that has ended, if not before; wherever there are
   * results, even if the signal aborts the rest, or the rest breaks. It is recorded only for who asks.
   */
  readonly onRecorded?: (recording: Recording) => void;
  /** Told where that is lost though there are results: the worker itself broke down. */
  readonly onLost?: (reason: Error) => void;
  /**
   * Given the results of the plain run, if the options ask for experiments on top. Those wait a moment for the promise, so
   * that the page has the cores to itself.
   */
  readonly onFound?: (results: Results) => Promise<void> | undefined;
  /** Aborting it ends the worker and rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** Aborting it ends the run with the replications that are finished. */
  readonly enough?: AbortSignal;
  /** Aborting it has the recording told as soon as there are results. */
  readonly hurry?: AbortSignal;
}

/** So long a run may take to end with what it has, in milliseconds; then it is ended with nothing. */
const LAST_WORDS = 4000;

/**
 * Sends one request to a worker of its own and waits for the answer, so that cancelling is simply ending the worker.
 *
 * @param answer - What of a reply ends it; undefined for all that only tells how far it is.
 * @throws Error if the worker could not be started or broke down; that is a mistake of ours.
 */
async function ask<Answer>(
  request: RunRequest,
  listener: Listener,
  answer: (reply: RunReply) => Answer | undefined,
): Promise<Answer> {
  const { onProgress, onFound, signal, enough, hurry } = listener;
  signal.throwIfAborted();
  const worker = new SimulateWorker();
  const send = (each: RunRequest) => worker.postMessage(each);
  const recording = new Owed(listener, () => worker.terminate());
  let over = false;
  const ending = new Promise<Answer>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    enough?.addEventListener("abort", () => {
      send({ kind: "enough" });
      setTimeout(() => reject(enough.reason), LAST_WORDS);
    });
    hurry?.addEventListener("abort", () => send({ kind: "record" }));
    worker.onerror = (event) => {
      const error = new Error(event.message || "The simulation could not be started.");
      recording.lose(error);
      reject(error);
    };
    worker.onmessage = ({ data }: MessageEvent<RunReply>) => {
      recording.hear(data);
      if (over) return;
      const last = answer(data);
      if (last !== undefined) resolve(last);
      else if (data.kind === "progress") onProgress?.(data.progress);
      else if (data.kind === "found")
        void Promise.resolve(onFound?.(data.results)).then(() => send({ kind: "opened" }));
      else if (data.kind === "broke") reject(new Error(data.message));
    };
    send(request);
  });
  try {
    return await ending;
  } catch (error) {
    if (recording.isDue) send({ kind: "record" });
    throw error;
  } finally {
    over = true;
    recording.close();
  }
}

/** Runs a process off the main thread: its results, or the problems that prevent a run. */
export function runSimulation(process: Process, options: RunOptions, listener: Listener): Promise<Result<Results>> {
  const record = listener.onRecorded !== undefined;
  return ask({ kind: "run", process, options, record }, listener, (reply) =>
    reply.kind === "ended" ? reply.result : undefined,
  );
}

/** Compares a process with all of its scenarios, on the same luck. */
export function runComparison(process: Process, options: RunOptions, listener: Listener): Promise<Result<Comparison>> {
  return ask({ kind: "compare", process, options }, listener, (reply) =>
    reply.kind === "compared" ? reply.result : undefined,
  );
}

/**
 * What a process without errors can do at the most, and whether it keeps up with what arrives; known before any run.
 *
 * @param signal - Aborting it ends the worker and rejects with the signal's reason.
 */
export function measureCapacity(process: Process, signal: AbortSignal): Promise<Capacity> {
  return ask({ kind: "capacity", process }, { signal }, (reply) =>
    reply.kind === "capacity" ? reply.capacity : undefined,
  );
}
