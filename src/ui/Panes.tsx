import { lazy, Suspense } from "react";
import { useApp } from "../app/store.ts";
import { Canvas } from "./canvas/Canvas.tsx";
import { loadProcessTable } from "./later.ts";
import styles from "./shell.module.css";

const ProcessTable = lazy(async () => ({ default: (await loadProcessTable()).ProcessTable }));

/** The middle of the page: the drawing, the table of the same process, or one above the other. */
export function Panes() {
  const panes = useApp((state) => state.panes);
  return (
    <div className={styles.panes} data-panes={panes}>
      {panes !== "table" && <Canvas />}
      {panes !== "canvas" && (
        <Suspense fallback={<div />}>
          <ProcessTable />
        </Suspense>
      )}
    </div>
  );
}
