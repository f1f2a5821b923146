import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { startRun } from "../../app/run.ts";
import styles from "./canvas.module.css";

/** Says in a legend that what it explains is of the process as it was, and offers to run it as it is. */
export function Edited() {
  return (
    <div className={styles.stale} role="status">
      <IconAlertTriangle size={14} stroke={2} aria-hidden />
      <span>Edited since this run</span>
      <Button size="compact-xs" variant="light" onClick={() => void startRun()}>
        Run again
      </Button>
    </div>
  );
}
