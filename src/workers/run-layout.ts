import type { Arrangement, ArrangeOptions } from "../layout/arrange.ts";
import type { Process } from "../model/process.ts";
// Inline, so that laying out asks the server for nothing.
import LayoutWorker from "./layout.worker.ts?worker&inline";

/** What the page sends, once: the process to lay out. */
export interface LayoutRequest {
  readonly process: Process;
  readonly options: Omit<ArrangeOptions, "onProgress">;
}

/** What the worker answers: progress from 0 to 1, then exactly one ending. */
export type LayoutReply =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "placed"; readonly arrangement: Arrangement }
  | { readonly kind: "broke"; readonly message: string };

/**
 * Lays a process out off the main thread. Each layout has its own worker, so cancelling is simply ending it.
 *
 * @param onProgress - Called with the share done so far, from 0 to 1.
 * @param signal - Aborting it ends the worker and rejects with the signal's reason.
 * @throws Error if the worker could not be started or broke down; that is a mistake of ours.
 */
export async function runLayout(
  process: Process,
  options: LayoutRequest["options"],
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Arrangement> {
  signal.throwIfAborted();
  const worker = new LayoutWorker();
  return new Promise<Arrangement>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.onerror = (event) => reject(new Error(event.message || "The layout could not be started."));
    worker.onmessage = ({ data }: MessageEvent<LayoutReply>) => {
      if (data.kind === "progress") onProgress(data.done);
      else if (data.kind === "placed") resolve(data.arrangement);
      else reject(new Error(data.message));
    };
    worker.postMessage({ process, options } satisfies LayoutRequest);
  }).finally(() => worker.terminate());
}
