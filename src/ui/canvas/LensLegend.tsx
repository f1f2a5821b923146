import { Button } from "@mantine/core";
import { Panel } from "@xyflow/react";
import { useDrawing } from "../../app/fold.ts";
import { lensView } from "../../app/lens.ts";
import { startRun } from "../../app/run.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { lensOf } from "../../model/lens/lenses.ts";
import type { LegendEntry, LensId, Swatch } from "../../model/lens/view.ts";
import styles from "./canvas.module.css";
import { Legend } from "./Legend.tsx";

/** What a lens says that has nothing to show. */
const NOTHING: Readonly<Record<LensId, string>> = {
  process: "",
  data: "No step takes in or gives out data yet.",
  systems: "The process names no systems yet.",
  departments: "Nothing is handed from one department to another.",
  bottlenecks: "A run shows where records lose their time.",
  improvements: "A run shows what would help.",
};

/** What the lens in use shows, and what its signs mean. */
export function LensLegend() {
  const lens = useApp((state) => state.lens);
  const ran = useApp(({ run }) => run.kind === "finished");
  const drawn = useApp((state) => presentProcess(state).nodes.length > 0);
  const { legend: all } = useApp(lensView);
  const banded = Object.keys(useDrawing().stages).length > 0;
  // Stages that lie among each other have no bands to explain.
  const legend = all.filter(({ swatch }) => swatch.kind !== "band" || banded);
  const ofRun = lens === "bottlenecks" || lens === "improvements";
  if (ofRun && ran) return <Legend />;
  if (!drawn || (legend.length === 0 && NOTHING[lens] === "")) return null;
  return (
    <Panel position="top-right" className={styles.legend ?? ""}>
      <section className={styles.entries} aria-label={`Legend: ${lensOf(lens).name}`}>
        {legend.map((entry) => (
          <Entry key={entry.text} entry={entry} />
        ))}
        {legend.length === 0 && <span>{NOTHING[lens]}</span>}
        {ofRun && (
          <Button size="compact-xs" variant="light" onClick={() => void startRun()}>
            Run
          </Button>
        )}
      </section>
    </Panel>
  );
}

function Entry({ entry: { swatch, text } }: { entry: LegendEntry }) {
  return (
    <span className={styles.entry}>
      <i data-swatch={swatch.kind} style={colourOf(swatch)} />
      {text}
    </span>
  );
}

function colourOf(swatch: Swatch) {
  return swatch.kind === "colour" ? { background: swatch.colour } : undefined;
}
