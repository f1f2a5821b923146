import type { LayoutOptions } from "../layout/layout.ts";
import type { Drawing } from "../model/geometry.ts";
import type { Process } from "../model/process.ts";
// Inline, so that laying out asks the server for nothing.
import LayoutWorker from "./layout.worker.ts?worker&inline";

/** What the page sends, once: the process to lay out. */
export interface LayoutRequest {
  readonly process: Process;
  readonly options: LayoutOptions;
}

/** What the worker answers, once. */
export type LayoutReply =
  | { readonly kind: "placed"; readonly drawing: Drawing }
  | { readonly kind: "broke"; readonly message: string };

/**
 * Lays a process out off the main thread. Each layout has its own worker, so cancelling is simply ending it.
 *
 * @param signal - Aborting it ends the worker and rejects with the signal's reason.
 * @throws Error if the worker could not be started or broke down; that is a mistake of ours.
 */
export async function runLayout(process: Process, signal: AbortSignal, options: LayoutOptions = {}): Promise<Drawing> {
  signal.throwIfAborted();
  const worker = new LayoutWorker();
  return new Promise<Drawing>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.onerror = (event) => reject(new Error(event.message || "The layout could not be started."));
    worker.onmessage = ({ data }: MessageEvent<LayoutReply>) => {
      if (data.kind === "placed") resolve(data.drawing);
      else reject(new Error(data.message));
    };
    worker.postMessage({ process, options } satisfies LayoutRequest);
  }).finally(() => worker.terminate());
}
