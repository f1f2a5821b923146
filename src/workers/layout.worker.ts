import { layout } from "../layout/layout.ts";
import type { LayoutReply, LayoutRequest } from "./run-layout.ts";

const reply = (message: LayoutReply) => self.postMessage(message);

// All the thinking is in layout(); this file only carries messages.
self.onmessage = ({ data: { process, options } }: MessageEvent<LayoutRequest>) => {
  try {
    reply({ kind: "placed", drawing: layout(process, options) });
  } catch (error) {
    reply({ kind: "broke", message: String(error) });
  }
};
