import { Button, Loader } from "@mantine/core";
import type { More } from "../../app/store.ts";
import { HeadwayLine } from "./HeadwayLine.tsx";

/** An experiment under way: what it is, how far it is, and a way to end it. */
export function Going({ more, words }: { readonly more: More; readonly words: string }) {
  return (
    <div className="results-going">
      <Loader size={14} aria-hidden />
      <span role="status">{words} …</span>
      <span className="results-dim">
        <HeadwayLine />
      </span>
      <Button size="compact-xs" variant="default" onClick={more.stop}>
        Stop
      </Button>
    </div>
  );
}
