import { Button, Loader } from "@mantine/core";
import { progressLine } from "../../analyse/time-left.ts";
import type { More } from "../../app/store.ts";

/** An experiment under way: what it is, how far it is, and a way to end it. */
export function Going({ more, words }: { readonly more: More; readonly words: string }) {
  const { progress, milliseconds, stop } = more;
  return (
    <div className="results-going">
      <Loader size={14} aria-hidden />
      <span role="status">{words} …</span>
      <span className="results-dim">{progressLine(progress, milliseconds)}</span>
      <Button size="compact-xs" variant="default" onClick={stop}>
        Stop
      </Button>
    </div>
  );
}
