import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { capacityWords } from "../../analyse/capacity-words.ts";
import { withMargin } from "../../analyse/words.ts";
import { useCapacity } from "../../app/capacity.ts";
import { startRun, useStale } from "../../app/run.ts";
import { type Run, useApp } from "../../app/store.ts";
import { STALE_WORDS } from "../words/stale-words.ts";
import { HeadwayLine } from "./HeadwayLine.tsx";
import type { RunOf } from "./states.ts";
import { useMended } from "./use-mended.ts";
import "./dock.css";

const WORDS: { readonly [K in Run["kind"]]: (props: { readonly run: RunOf<K> }) => ReactNode } = {
  none: () => <CapacityWords />,
  failed: Failed,
  running: () => (
    <span>
      <HeadwayLine />
    </span>
  ),
  finished: Finished,
};

/** In a line beside the title of the results: what there is to know without unfolding them. */
export function DockWords() {
  const run = useApp((state) => state.run);
  const Words = WORDS[run.kind] as (props: { readonly run: Run }) => ReactNode;
  return (
    <span className="dock-words">
      <Words run={run} />
    </span>
  );
}

/** After a run that could not begin: why, until it could. */
function Failed({ run }: { readonly run: RunOf<"failed"> }) {
  if (!useMended(run)) return <span>The process cannot run as it is: see Problems.</span>;
  return (
    <span className="dock-capacity" data-fine role="status">
      <IconCheck size={14} aria-hidden />
      <span>The process can run now.</span>
      <Button h={20} size="compact-xs" variant="light" onClick={() => void startRun()}>
        Run
      </Button>
    </span>
  );
}

/** After a run: how long records take; once the process was changed, that this is no longer so, in the same place. */
function Finished({ run: { results, settings } }: { readonly run: RunOf<"finished"> }) {
  const stale = useStale();
  if (stale)
    return (
      <span className="dock-stale" role="status">
        <IconAlertTriangle size={14} aria-hidden />
        <span>{STALE_WORDS[stale].sentence}</span>
        <Button h={20} size="compact-xs" variant="light" onClick={() => void startRun()}>
          {STALE_WORDS[stale].run}
        </Button>
      </span>
    );
  return (
    <span>
      {results.replications === 1 ? "1 replication" : `${results.replications} replications`}, seed {results.seed}
      {Object.keys(settings).length > 0 && " (settings chosen)"}:{" "}
      {Number.isNaN(results.cycleTime.mean)
        ? "no record reached an end"
        : `done after ${withMargin(results.cycleTime, "time")}`}
    </span>
  );
}

/** Before a run: whether the process keeps up with what arrives. */
function CapacityWords() {
  const capacity = useCapacity();
  if (!capacity) return <span>Not run yet</span>;
  const [first] = capacityWords(capacity.of, capacity.is);
  if (!first) return <span>Not run yet</span>;
  return (
    <span className="dock-capacity" data-fine={first.fine}>
      {first.fine ? <IconCheck size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
      {first.words}
    </span>
  );
}
