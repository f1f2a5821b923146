import { CloseButton, NativeSelect } from "@mantine/core";
import { Panel } from "@xyflow/react";
import { mostHeat } from "../../analyse/heat.ts";
import { HEAT_MEASURES, type HeatMeasure } from "../../analyse/heat-measures.ts";
import { clearResults, useStale } from "../../app/run.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { HEAT } from "../../io/svg/look.ts";
import styles from "./canvas.module.css";
import { Edited } from "./Edited.tsx";

const MEASURES = Object.entries(HEAT_MEASURES).map(([value, { title }]) => ({ value, label: title }));

/** What the colours mean after a run, and whether they still hold. */
export function Legend() {
  const run = useApp((state) => state.run);
  const stale = useStale();
  const measure = useApp((state) => state.heat);
  const unknown = useApp((state) => {
    const { run: last } = state;
    if (last.kind !== "finished") return false;
    return presentProcess(state).nodes.some(({ id, kind }) => kind === "step" && !last.results.steps[id]);
  });
  if (run.kind !== "finished") return null;
  const most = mostHeat(run.results, measure);
  return (
    <Panel position="top-right" className={styles.legend ?? ""} data-over="top-right" data-stale={stale || undefined}>
      <div className={styles.scale}>
        <NativeSelect
          size="xs"
          variant="unstyled"
          aria-label="What the colours show"
          value={measure}
          data={MEASURES}
          onChange={({ currentTarget }) => useApp.setState({ heat: currentTarget.value as HeatMeasure })}
        />
        {most === 0 ? (
          <span>Nothing to show</span>
        ) : (
          <>
            <span className={styles.figures}>0</span>
            {HEAT.map((colour, band) => (
              <i key={colour} style={band > 0 ? { background: colour } : undefined} />
            ))}
            <span className={styles.figures}>{HEAT_MEASURES[measure].text(most, run.of.currency)}</span>
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
      {stale && <Edited why={stale} />}
    </Panel>
  );
}
