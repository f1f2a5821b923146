import { arrange } from "../layout/arrange.ts";
import type { LayoutReply, LayoutRequest } from "./run-layout.ts";

const reply = (message: LayoutReply) => self.postMessage(message);

// All the thinking is in arrange(); this file only carries messages.
self.onmessage = ({ data: { process, options } }: MessageEvent<LayoutRequest>) => {
  let told = 0;
  const onProgress = (done: number) => {
    if (done < told + 0.01) return;
    told = done;
    reply({ kind: "progress", done });
  };
  try {
    reply({ kind: "placed", arrangement: arrange(process, { ...options, onProgress }) });
  } catch (error) {
    reply({ kind: "broke", message: String(error) });
  }
};
