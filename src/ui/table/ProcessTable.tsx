import { ActionIcon, Button, Switch, Tooltip } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { presentProcess, useApp } from "../../app/store.ts";
import { addRow, moveRows, removeRows } from "../../app/table/actions.ts";
import { rowsOf } from "../../app/table/rows.ts";
import { Grid } from "./Grid.tsx";
import styles from "./table.module.css";
import { useCursor } from "./use-cursor.ts";

/** The process as a table: a row for each node, to be typed into, copied from and pasted into as in a spreadsheet. */
export function ProcessTable() {
  const process = useApp(presentProcess);
  const readOnly = useApp((state) => state.readOnly);
  const [stepsOnly, setStepsOnly] = useState(false);
  const rows = useMemo(() => rowsOf(process).filter(({ kind }) => !stepsOnly || kind === "step"), [process, stepsOnly]);
  const cursor = useCursor(rows);
  const ids = cursor.ids;
  const last = ids.at(-1);
  return (
    <section className={styles.table} aria-label="Process table">
      <div className={styles.bar}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={15} aria-hidden />}
          disabled={readOnly}
          onClick={() => cursor.editAt(addRow(last ?? rows.at(-1)?.id), 0)}
        >
          Add a row
        </Button>
        <Tool
          label="Move up"
          icon={IconArrowUp}
          off={readOnly || last === undefined}
          onClick={() => moveRows(ids, -1)}
        />
        <Tool
          label="Move down"
          icon={IconArrowDown}
          off={readOnly || last === undefined}
          onClick={() => moveRows(ids, 1)}
        />
        <Tool
          label={ids.length > 1 ? `Remove ${ids.length} rows` : "Remove the row"}
          icon={IconTrash}
          off={readOnly || last === undefined}
          onClick={() => removeRows(ids)}
        />
        <span className={styles.hint} id="table-help">
          Type into a cell, or paste rows from a spreadsheet, Markdown or CSV.
          <span className={styles.more}> Enter or F2 edits, Delete empties, Escape and then Tab leaves the table.</span>
        </span>
        <Switch
          size="xs"
          label="Steps only"
          checked={stepsOnly}
          onChange={(event) => setStepsOnly(event.currentTarget.checked)}
        />
      </div>
      <Grid rows={rows} cursor={cursor} readOnly={readOnly} departments={process.departments} />
    </section>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: typeof IconTrash;
  readonly off: boolean;
  readonly onClick: () => void;
}

function Tool({ label, icon: Icon, off, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} disabled={off} onClick={onClick}>
        <Icon size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
