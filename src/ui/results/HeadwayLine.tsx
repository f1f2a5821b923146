import { progressLine } from "../../analyse/time-left.ts";
import { useApp } from "../../app/store.ts";

/** How far the run is, or what was asked for on top of it; apart from what else is shown of it, which need not change. */
export function HeadwayLine() {
  const { progress, milliseconds } = useApp((state) => state.headway);
  return progressLine(progress, milliseconds);
}
