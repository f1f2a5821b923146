import { SegmentedControl, Tooltip, VisuallyHidden } from "@mantine/core";
import { IconLayoutRows, type IconProps, IconSchema, IconTable } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { type CommandId, commandOf } from "../../app/commands.ts";
import { type Panes, useApp } from "../../app/store.ts";
import { CommandLabel } from "../CommandLabel.tsx";
import styles from "./header.module.css";

/** What shows the process, each with the command that turns to it and its sign. */
const PANES: Readonly<Record<Panes, { readonly command: CommandId; readonly icon: ComponentType<IconProps> }>> = {
  canvas: { command: "show-canvas", icon: IconSchema },
  both: { command: "show-both", icon: IconLayoutRows },
  table: { command: "show-table", icon: IconTable },
};

/** Whether the process is shown as a drawing, as a table, or as both. */
export function PaneSwitch() {
  const panes = useApp((state) => state.panes);
  return (
    <SegmentedControl<Panes>
      aria-label="Drawing or table"
      size="xs"
      value={panes}
      onChange={(next) => commandOf(PANES[next].command).do()}
      data={(Object.keys(PANES) as Panes[]).map((value) => ({ value, label: <Sign of={value} /> }))}
    />
  );
}

function Sign({ of }: { readonly of: Panes }) {
  const { command, icon: Icon } = PANES[of];
  return (
    <Tooltip label={<CommandLabel command={commandOf(command)} />}>
      <span className={styles.lens}>
        <Icon size={17} stroke={1.7} aria-hidden />
        <VisuallyHidden>{commandOf(command).name}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
