import { Button } from "@mantine/core";
import { Panel } from "@xyflow/react";
import { makeCopy } from "../../app/document.ts";
import styles from "./canvas.module.css";

/** Says that the document may only be looked at, and offers a copy of one's own. */
export function ReadOnlyBanner() {
  return (
    <Panel position="top-left" className={styles.banner ?? ""}>
      <span role="status">You are looking at a shared process. It can be run, but not changed.</span>
      <Button size="compact-sm" onClick={makeCopy}>
        Make a copy
      </Button>
    </Panel>
  );
}
