import { Button, CloseButton } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Panel } from "@xyflow/react";
import { clearResults, startRun, useStale } from "../../app/run.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { HEAT } from "../../io/svg/look.ts";
import { percent } from "../../model/format.ts";
import styles from "./canvas.module.css";
import { mostDelay } from "./heat.ts";

/** What the colours mean after a run, and whether they still hold. */
export function Legend() {
  const run = useApp((state) => state.run);
  const stale = useStale();
  const unknown = useApp((state) => {
    const { run: last } = state;
    if (last.kind !== "finished") return false;
    return presentProcess(state).nodes.some(({ id, kind }) => kind === "step" && !last.results.steps[id]);
  });
  if (run.kind !== "finished") return null;
  const most = mostDelay(run.results);
  return (
    <Panel position="top-right" className={styles.legend ?? ""} data-stale={stale || undefined}>
      <div className={styles.scale}>
        {most === 0 ? (
          <span>Nothing is delayed</span>
        ) : (
          <>
            <span>Share of all delay</span>
            <span className={styles.figures}>0 %</span>
            {HEAT.map((colour, band) => (
              <i key={colour} style={band > 0 ? { background: colour } : undefined} />
            ))}
            <span className={styles.figures}>{percent(most)}</span>
          </>
        )}
        {unknown && (
          <>
            <i className={styles.hatched} />
            <span>Not simulated</span>
          </>
        )}
        <CloseButton size="sm" aria-label="Clear results" title="Clear results" onClick={clearResults} />
      </div>
      {stale && (
        <div className={styles.stale} role="status">
          <IconAlertTriangle size={14} stroke={2} aria-hidden />
          <span>Edited since this run</span>
          <Button size="compact-xs" variant="light" onClick={() => void startRun()}>
            Run again
          </Button>
        </div>
      )}
    </Panel>
  );
}
