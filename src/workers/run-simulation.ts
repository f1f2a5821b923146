import type { Results } from "../analyse/results.ts";
import type { RunOptions } from "../experiment/options.ts";
import type { Result } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import type { RunReply, RunRequest } from "./protocol.ts";
// Inline, so that a run asks the server for nothing.
import SimulateWorker from "./simulate.worker.ts?worker&inline";

/**
 * Runs a process off the main thread. Each run has its own worker, so cancelling is simply ending it.
 *
 * @param onProgress - Called with the share of the plain run done so far, from 0 to 1.
 * @param signal - Aborting it ends the worker and rejects with the signal's reason.
 * @param onFound - Called with the results of the plain run, if the options ask for experiments on top.
 * @returns The results, or the problems that prevent a run.
 * @throws Error if the worker could not be started or broke down; that is a mistake of ours.
 */
export async function runSimulation(
  process: Process,
  options: RunOptions,
  onProgress: (done: number) => void,
  signal: AbortSignal,
  onFound: (results: Results) => void = () => {},
): Promise<Result<Results>> {
  signal.throwIfAborted();
  const worker = new SimulateWorker();
  return new Promise<Result<Results>>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.onerror = (event) => reject(new Error(event.message || "The simulation could not be started."));
    worker.onmessage = ({ data }: MessageEvent<RunReply>) => {
      if (data.kind === "progress") {
        if (data.stage === "run") onProgress(data.done);
      } else if (data.kind === "found") onFound(data.results);
      else if (data.kind === "ended") resolve(data.result);
      else reject(new Error(data.message));
    };
    worker.postMessage({ process, options } satisfies RunRequest);
  }).finally(() => worker.terminate());
}
