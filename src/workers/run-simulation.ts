import type { Capacity } from "../analyse/capacity.ts";
import type { Results } from "../analyse/results.ts";
import type { Progress, RunOptions } from "../experiment/options.ts";
import type { Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import type { RunReply, RunRequest } from "./protocol.ts";
// Inline, so that a run asks the server for nothing.
import SimulateWorker from "./simulate.worker.ts?worker&inline";

/** Who wants to know about a run, and how it can be ended. */
export interface Listener {
  /** Told how far the run is, in each of its stages. */
  readonly onProgress: (progress: Progress) => void;
  /** Given the results of the plain run, if the options ask for experiments on top. */
  readonly onFound?: (results: Results) => void;
  /** Aborting it ends the worker and rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** Aborting it ends the run with the replications that are finished. */
  readonly enough?: AbortSignal;
}

/** So long a run may take to end with what it has, in milliseconds; then it is ended with nothing. */
const LAST_WORDS = 4000;

/**
 * Runs a process off the main thread. Each run has its own worker, so cancelling is simply ending it.
 *
 * @returns The results, or the problems that prevent a run.
 * @throws Error if the worker could not be started or broke down; that is a mistake of ours.
 */
export async function runSimulation(
  process: Process,
  options: RunOptions,
  { onProgress, onFound, signal, enough }: Listener,
): Promise<Result<Results>> {
  signal.throwIfAborted();
  const worker = new SimulateWorker();
  const send = (request: RunRequest) => worker.postMessage(request);
  return new Promise<Result<Results>>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    enough?.addEventListener("abort", () => {
      send({ kind: "enough" });
      setTimeout(() => reject(enough.reason), LAST_WORDS);
    });
    worker.onerror = (event) => reject(new Error(event.message || "The simulation could not be started."));
    worker.onmessage = ({ data }: MessageEvent<RunReply>) => {
      if (data.kind === "progress") onProgress(data.progress);
      else if (data.kind === "found") onFound?.(data.results);
      else if (data.kind === "ended") resolve(data.result);
      else if (data.kind === "broke") reject(new Error(data.message));
    };
    send({ kind: "run", process, options });
  }).finally(() => worker.terminate());
}

/**
 * What a process can do at the most, and whether it keeps up with what arrives; known before any run.
 *
 * @param process - Without errors.
 * @param signal - Aborting it ends the worker and rejects with the signal's reason.
 * @throws Error if the worker could not be started or broke down; that is a mistake of ours.
 */
export async function measureCapacity(process: Process, signal: AbortSignal): Promise<Capacity> {
  signal.throwIfAborted();
  const worker = new SimulateWorker();
  return new Promise<Capacity>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.onerror = (event) => reject(new Error(event.message || "The simulation could not be started."));
    worker.onmessage = ({ data }: MessageEvent<RunReply>) => {
      if (data.kind === "capacity") resolve(data.capacity);
      if (data.kind === "broke") reject(new Error(data.message));
    };
    worker.postMessage({ kind: "capacity", process } satisfies RunRequest);
  }).finally(() => worker.terminate());
}
