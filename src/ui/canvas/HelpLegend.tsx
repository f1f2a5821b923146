import { Button } from "@mantine/core";
import { Panel } from "@xyflow/react";
import { improvementsSaid } from "../../analyse/improvements-view.ts";
import { lensView } from "../../app/lens.ts";
import { tryImprovements, useStale } from "../../app/run.ts";
import { useApp } from "../../app/store.ts";
import styles from "./canvas.module.css";
import { Edited } from "./Edited.tsx";

/** After a run, what the words at the steps say that would help; before that was tried out, a way to do so. */
export function HelpLegend() {
  const run = useApp((state) => state.run);
  const stale = useStale();
  const marked = useApp((state) => lensView(state).nodes.size > 0);
  if (run.kind !== "finished") return null;
  const trying = run.more?.asked.improve === true;
  const untried = run.results.improvements === undefined;
  return (
    <Panel position="top-right" className={styles.legend ?? ""} data-over="top-right" data-stale={stale || undefined}>
      <section className={styles.entries} aria-label="Legend: Improvements">
        {marked && <span>On a step: the rank of the best change there, what it brings, and how many more help.</span>}
        {trying ? (
          <span>Trying out what would help …</span>
        ) : (
          improvementsSaid(run.results).map((words) => <span key={words}>{words}</span>)
        )}
        {untried && !trying && (
          <Button size="compact-xs" variant="light" onClick={tryImprovements}>
            Try it out
          </Button>
        )}
      </section>
      {stale && <Edited why={stale} />}
    </Panel>
  );
}
