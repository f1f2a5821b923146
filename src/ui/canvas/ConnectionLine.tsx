import { type ConnectionLineComponentProps, getSmoothStepPath } from "@xyflow/react";
import styles from "./flow.module.css";

/** The flow that somebody is pulling out of a node. */
export function ConnectionLine({ fromX, fromY, toX, toY, fromPosition, toPosition }: ConnectionLineComponentProps) {
  const [path] = getSmoothStepPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
    borderRadius: 10,
  });
  return (
    <g className={styles.pulling}>
      <path d={path} />
      <circle cx={toX} cy={toY} r={4} />
    </g>
  );
}
