import { MiniMap, useStore } from "@xyflow/react";
import { useDrawing } from "../../app/drawing.ts";
import { frameOf } from "../../model/geometry.ts";
import styles from "./canvas.module.css";

/** The whole drawing in small, with what is in sight marked; shown while part of it is out of sight. */
export function Overview() {
  const frame = frameOf(useDrawing());
  const allInSight = useStore(({ transform: [x, y, zoom], width, height }) => {
    const [left, top] = [frame.x * zoom + x, frame.y * zoom + y];
    return left >= -1 && top >= -1 && left + frame.width * zoom <= width + 1 && top + frame.height * zoom <= height + 1;
  });
  if (allInSight) return null;
  return <MiniMap className={styles.minimap ?? ""} pannable zoomable nodeBorderRadius={6} />;
}
