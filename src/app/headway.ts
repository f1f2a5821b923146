import type { RunProgress } from "../workers/protocol.ts";
import { BEGINNING, type Headway } from "./store.ts";

/**
 * What turns progress into headway, told at once for the beginning. Each stage has a time of its own, so that what is left
 * of it can be told.
 */
export function headwayTeller(tell: (headway: Headway) => void): (progress: RunProgress) => void {
  let { stage } = BEGINNING.progress;
  let from = performance.now();
  tell(BEGINNING);
  return (progress) => {
    const now = performance.now();
    if (progress.stage !== stage) from = now;
    stage = progress.stage;
    tell({ progress, milliseconds: now - from });
  };
}
