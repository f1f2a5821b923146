import { Button, Progress } from "@mantine/core";
import { Panel } from "@xyflow/react";
import { memo, useEffect, useState } from "react";
import { cancelArranging } from "../../app/arrange.ts";
import { useApp } from "../../app/store.ts";
import { percent } from "../../model/format.ts";
import styles from "./canvas.module.css";

/** What is over sooner than this is not worth telling, in milliseconds. */
const SOON = 200;

/** How far laying out is, where that takes a moment, with a way to stop it. */
export const LayoutProgress = memo(function LayoutProgress() {
  const busy = useApp(({ arranging }) => arranging !== undefined);
  const done = useApp(({ arranging }) => Math.round((arranging?.done ?? 0) * 100) / 100);
  const late = useLater(busy, SOON);
  if (!busy || !late) return null;
  return (
    <Panel position="bottom-left" className={styles.arranging ?? ""}>
      <span role="status">Laying out …</span>
      <span className={styles.figures} aria-hidden>
        {percent(done)}
      </span>
      <Progress value={done * 100} size="xs" w={72} aria-hidden />
      <Button size="compact-xs" variant="subtle" color="gray" title="Cancel (Esc)" onClick={cancelArranging}>
        Cancel
      </Button>
    </Panel>
  );
});

/** Whether something has been so for a while. */
function useLater(so: boolean, wait: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!so) return;
    const timer = setTimeout(() => setLate(true), wait);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [so, wait]);
  return late;
}
