import type { Process } from "../model/process.ts";
import type { WorkedVisit } from "../simulate/record-log.ts";
import type { RunSettings } from "./protocol.ts";
// Inline, so that a replay asks the server for nothing.
import ReplayWorker from "./replay.worker.ts?worker&inline";

/** What the page sends, once: the process to run, and what was chosen for the run. */
export interface ReplayRequest {
  readonly process: Process;
  readonly settings: RunSettings;
}

/** What the worker answers: visits, then exactly one ending. */
export type ReplayReply =
  | { readonly kind: "visits"; readonly visits: readonly WorkedVisit[] }
  | { readonly kind: "ended" }
  | { readonly kind: "broke"; readonly message: string };

/**
 * Runs the first replication of a run once more, off the main thread, and tells every visit.
 *
 * @param process - Without errors.
 * @throws Error if the worker could not be started or broke down; that is a mistake of ours.
 */
export async function runReplay(
  process: Process,
  settings: RunSettings,
  push: (visit: WorkedVisit) => void,
): Promise<void> {
  const worker = new ReplayWorker();
  return new Promise<void>((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || "The run could not be started."));
    worker.onmessage = ({ data }: MessageEvent<ReplayReply>) => {
      if (data.kind === "visits") for (const visit of data.visits) push(visit);
      else if (data.kind === "ended") resolve();
      else reject(new Error(data.message));
    };
    worker.postMessage({ process, settings } satisfies ReplayRequest);
  }).finally(() => worker.terminate());
}
