import { ActionIcon, Tooltip } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { type KeyboardEvent, lazy, type PointerEvent, Suspense, useDeferredValue, useState } from "react";
import { presentProcess, useApp } from "../app/store.ts";
import { loadResultsPanel } from "./later.ts";
import { DockTools } from "./results/DockTools.tsx";
import { DockWords } from "./results/DockWords.tsx";
import styles from "./shell.module.css";

const HEIGHT = { start: 308, least: 120, most: 640, step: 24 } as const;

const ResultsPanel = lazy(async () => ({ default: (await loadResultsPanel()).ResultsPanel }));

/** Below the canvas: the results, as high as people drag them, or folded away. Before a run, what is known without one. */
export function ResultsDock() {
  const finished = useApp((state) => state.run.kind === "finished");
  const drawn = useApp((state) => presentProcess(state).nodes.length > 0);
  const open = useApp((state) => state.resultsOpen);
  // Results come while people are at work on the canvas: what they see of it comes first.
  const filled = useDeferredValue(open);
  const [height, setHeight] = useState<number>(HEIGHT.start);
  if (!finished && !drawn) return null;
  const resize = (to: number) => setHeight(Math.round(Math.min(HEIGHT.most, Math.max(HEIGHT.least, to))));
  const label = open ? "Fold the results" : "Unfold the results";

  return (
    <section className={styles.results} data-tour="results" aria-label="Results" style={open ? { height } : undefined}>
      {open && <Grip height={height} onResize={resize} />}
      <div className={styles.resultsHead}>
        <span>Results</span>
        <DockWords />
        <DockTools />
        <Tooltip label={label}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={label}
            aria-expanded={open}
            onClick={() => useApp.setState({ resultsOpen: !open })}
          >
            {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronUp size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      </div>
      {open && (
        <div className={styles.resultsBody}>
          <Suspense fallback={null}>{filled && <ResultsPanel />}</Suspense>
        </div>
      )}
    </section>
  );
}

function Grip({ height, onResize }: { height: number; onResize: (height: number) => void }) {
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => event.currentTarget.setPointerCapture(event.pointerId);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onResize(height - event.movementY);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowUp") onResize(height + HEIGHT.step);
    else if (event.key === "ArrowDown") onResize(height - HEIGHT.step);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no <hr>
    <div
      className={styles.grip}
      role="separator"
      tabIndex={0}
      aria-label="Height of the results"
      aria-orientation="horizontal"
      aria-valuenow={height}
      aria-valuemin={HEIGHT.least}
      aria-valuemax={HEIGHT.most}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
