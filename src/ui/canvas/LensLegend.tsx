import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { Panel } from "@xyflow/react";
import { memo, useDeferredValue, useState } from "react";
import { useDrawing } from "../../app/fold.ts";
import { lensView } from "../../app/lens.ts";
import { startRun } from "../../app/run.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { lensOf } from "../../model/lens/lenses.ts";
import type { LegendEntry, Swatch } from "../../model/lens/view.ts";
import styles from "./canvas.module.css";
import { HelpLegend } from "./HelpLegend.tsx";
import { Legend } from "./Legend.tsx";

/** What the lens in use shows, and what its signs mean. */
export const LensLegend = memo(function LensLegend() {
  const lens = useApp((state) => state.lens);
  const [open, setOpen] = useState(true);
  const ran = useApp(({ run }) => run.kind === "finished");
  const running = useApp(({ run }) => run.kind === "running");
  const drawn = useApp((state) => presentProcess(state).nodes.length > 0);
  const { legend: all } = useApp(lensView);
  const { name, nothing } = lensOf(lens);
  const banded = Object.keys(useDrawing().stages).length > 0;
  // Stages that lie among each other have no bands to explain.
  const legend = all.filter(({ swatch }) => swatch.kind !== "band" || banded);
  const ofRun = lens === "bottlenecks" || lens === "improvements";
  const found = ofRun && ran;
  const ready = useDeferredValue(found);
  if (found && lens === "improvements") return <HelpLegend />;
  if (found) return ready ? <Legend /> : null;
  if (!drawn || (legend.length === 0 && nothing === "")) return null;
  return (
    <Panel position="top-right" className={styles.legend ?? ""} data-over="top-right">
      <button type="button" className={styles.foldLegend} aria-expanded={open} onClick={() => setOpen(!open)}>
        Legend
        {open ? <IconChevronUp size={13} aria-hidden /> : <IconChevronDown size={13} aria-hidden />}
      </button>
      <section hidden={!open} className={styles.entries} aria-label={`Legend: ${name}`}>
        {legend.map((entry) => (
          <Entry key={entry.text} entry={entry} />
        ))}
        {legend.length === 0 && <span>{nothing}</span>}
        {ofRun && !running && (
          <Button size="compact-xs" variant="light" onClick={() => void startRun()}>
            Run
          </Button>
        )}
      </section>
    </Panel>
  );
});

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
