import { ViewportPortal } from "@xyflow/react";
import { memo } from "react";
import { useDrawing } from "../../app/fold.ts";
import { lensView } from "../../app/lens.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { STAGE } from "../../model/geometry.ts";
import styles from "./canvas.module.css";

/** The stages as bands across the lanes, for lenses that show them. */
export const Stages = memo(function Stages() {
  const shown = useApp((state) => lensView(state).bands);
  const names = useApp((state) => presentProcess(state).stages);
  const { stages, direction } = useDrawing();
  if (!shown) return null;
  const down = direction === "down";
  return (
    <ViewportPortal>
      <div className={styles.stages}>
        {Object.entries(stages).map(([id, { x, y, width, height }]) => (
          <div
            key={id}
            className={styles.stage}
            data-down={down || undefined}
            style={{ left: x, top: y, width, height }}
          >
            <div style={down ? { width: STAGE.header, height } : { height: STAGE.header }}>
              {names.find((stage) => stage.id === id)?.name ?? id}
            </div>
          </div>
        ))}
      </div>
    </ViewportPortal>
  );
});
