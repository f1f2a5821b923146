import { MiniMap, useStore } from "@xyflow/react";
import { useFrame } from "../../app/drawing.ts";
import styles from "./canvas.module.css";

// Not in the style sheet: the map works out its scale from it.
const SIZE = { width: 168, height: 104 };

/** The whole drawing in small, with what is in sight marked; shown while part of it is out of sight. */
export function Overview() {
  const frame = useFrame();
  const allInSight = useStore(({ transform: [x, y, zoom], width, height }) => {
    const [left, top] = [frame.x * zoom + x, frame.y * zoom + y];
    return left >= -1 && top >= -1 && left + frame.width * zoom <= width + 1 && top + frame.height * zoom <= height + 1;
  });
  if (allInSight) return null;
  return <MiniMap className={styles.minimap ?? ""} style={SIZE} pannable zoomable nodeBorderRadius={6} />;
}
