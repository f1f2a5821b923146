import { Button, Progress, Tabs } from "@mantine/core";
import { IconAlertCircle, IconAlertTriangle, IconPlayerPlay } from "@tabler/icons-react";
import { type ReactNode, startTransition, useDeferredValue, useEffect, useState } from "react";
import { capacityWords } from "../../analyse/capacity-words.ts";
import { cancelRun, startRun } from "../../app/run.ts";
import { type Run, useApp } from "../../app/store.ts";
import { percent } from "../../model/format.ts";
import { ProblemRows } from "../problems/ProblemRows.tsx";
import { ScenariosTab } from "../scenarios/ScenariosTab.tsx";
import { HeadwayLine } from "./HeadwayLine.tsx";
import type { FinishedRun, RunOf } from "./states.ts";
import { TABS } from "./tabs.tsx";
import { useMended } from "./use-mended.ts";
import "./results.css";

const STATES: { readonly [K in Run["kind"]]: (props: { readonly run: RunOf<K> }) => ReactNode } = {
  none: NotRun,
  running: Running,
  failed: Failed,
  finished: Finished,
};

/** What the last run found: bottlenecks, tables, charts and facts; or why there is nothing yet. */
export function ResultsPanel() {
  // In slices, so that tables and charts hold nobody up who draws meanwhile.
  const run = useDeferredValue(useApp((state) => state.run));
  const State = STATES[run.kind] as (props: { readonly run: Run }) => ReactNode;
  return (
    <div className="results">
      <State run={run} />
    </div>
  );
}

function NotRun() {
  return (
    <div className="results-state">
      <p>
        <strong>Nothing has been run yet.</strong>
      </p>
      <p>
        Run sends thousands of records through the process as drawn and shows which step or team holds them up, how long
        they wait and where they end.
      </p>
      <Button size="xs" leftSection={<IconPlayerPlay size={14} />} onClick={() => void startRun()}>
        Run
      </Button>
      <h2>Scenarios</h2>
      <ScenariosTab />
    </div>
  );
}

function Running({ run: { ending } }: { readonly run: RunOf<"running"> }) {
  const { done } = useApp((state) => state.headway.progress);
  return (
    <div className="results-state">
      <p aria-live="polite">
        <strong>{ending ? "Ending with what is finished …" : "Running …"}</strong> {percent(Math.floor(done * 20) / 20)}
      </p>
      <Progress className="results-progress" size="sm" value={done * 100} aria-label="How far the run is" />
      <p className="results-dim">
        <HeadwayLine />
      </p>
      <p className="results-dim">
        You can go on editing: the results will be of the process as it was when the run began. Cancel keeps the
        replications that are finished.
      </p>
      <Button size="xs" variant="default" onClick={cancelRun}>
        {ending ? "Drop it" : "Cancel"}
      </Button>
    </div>
  );
}

function Failed({ run }: { readonly run: RunOf<"failed"> }) {
  const { problems } = run;
  if (useMended(run))
    return (
      <div className="results-state">
        <p>
          <strong>What stopped the process from running is mended.</strong>
        </p>
        <Button size="xs" leftSection={<IconPlayerPlay size={14} />} onClick={() => void startRun()}>
          Run
        </Button>
      </div>
    );
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return (
    <div className="results-failed">
      <p>
        <IconAlertCircle size={16} aria-hidden className="tone-error" />
        <strong>
          {errors === 1
            ? "One problem stops the process from running."
            : `${errors} problems stop the process from running.`}
        </strong>
      </p>
      <ProblemRows problems={problems} />
    </div>
  );
}

function Finished({ run }: { readonly run: FinishedRun }) {
  // A tab is prepared in slices, too, and shown when it is ready: no empty panel flashes up between two tabs.
  const tab = useDeferredValue(useApp((state) => state.resultsTab));
  const filled = useNextFrame();
  return (
    <Tabs
      value={tab}
      onChange={(to) => useApp.setState({ resultsTab: to ?? "bottlenecks" })}
      keepMounted={false}
      className="results-tabs"
    >
      <div className="results-bar">
        <Tabs.List>
          {TABS.map(({ id, name }) => (
            <Tabs.Tab key={id} value={id}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      {warningsOf(run).map((words) => (
        <Warning key={words} words={words} />
      ))}
      {TABS.map(({ id, View }) => (
        <Tabs.Panel key={id} value={id} tabIndex={0}>
          {filled && <View run={run} />}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

/** Whether a frame has passed since this came: the tabs come with what is marked on the drawing, what they hold after it. */
function useNextFrame(): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setPassed(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return passed;
}

/**
 * What must be known before any figure is read: why the run was cut short, and that more comes than can be done, for then
 * all figures are of how long it was run.
 */
function warningsOf({ results: { stopped, capacity }, of: process }: FinishedRun): readonly string[] {
  const [first] = capacity ? capacityWords(process, capacity) : [];
  const overload = capacity?.growsPerDay === undefined ? "" : " The longer it is run, the longer records take.";
  return [
    ...(stopped === undefined ? [] : [stopped]),
    ...(first === undefined || first.fine ? [] : [`${first.words}${overload}`]),
  ];
}

function Warning({ words }: { readonly words: string }) {
  return (
    <p className="results-stopped" role="status">
      <IconAlertTriangle size={14} aria-hidden /> {words}
    </p>
  );
}
