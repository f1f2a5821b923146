import { Button, Group } from "@mantine/core";
import { addNode } from "../../app/draw.ts";
import { FIRST_EXAMPLE, openExample } from "../../app/examples.ts";
import styles from "./canvas.module.css";

/** What stands on the canvas while nothing is drawn. */
export function EmptyCanvas() {
  return (
    <div className={styles.empty}>
      <h2>Draw a process</h2>
      <p>
        Start where records come in. <kbd>Tab</kbd> adds the next step, and typing names it. When the drawing leads to
        an end, run it and see where it gets stuck.
      </p>
      <Group justify="center" gap="xs">
        <Button onClick={() => addNode("start")}>Add a start</Button>
        <Button variant="default" onClick={() => void openExample(FIRST_EXAMPLE)}>
          Open the example
        </Button>
      </Group>
    </div>
  );
}
