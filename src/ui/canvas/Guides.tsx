import { ViewportPortal } from "@xyflow/react";
import { memo } from "react";
import styles from "./canvas.module.css";
import { useMotion } from "./motion.ts";

/** The lines that a dragged node has snapped to. */
export const Guides = memo(function Guides() {
  const guides = useMotion((motion) => motion.guides);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className={styles.guides} width="1" height="1" aria-hidden="true">
        {guides.map(({ from, to }) => (
          <line key={`${from} ${to}`} x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
        ))}
      </svg>
    </ViewportPortal>
  );
});
