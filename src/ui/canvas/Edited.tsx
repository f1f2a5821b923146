import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type Stale, startRun } from "../../app/run.ts";
import { STALE_WORDS } from "../words/stale-words.ts";
import styles from "./canvas.module.css";

/** Says in a legend that what it explains is not of what is on screen, and offers to run that. */
export function Edited({ why }: { readonly why: Stale }) {
  const { short, run } = STALE_WORDS[why];
  return (
    <div className={styles.stale} role="status">
      <IconAlertTriangle size={14} stroke={2} aria-hidden />
      <span>{short}</span>
      <Button size="compact-xs" variant="light" onClick={() => void startRun()}>
        {run}
      </Button>
    </div>
  );
}
