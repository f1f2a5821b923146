import { ActionIcon, Tooltip } from "@mantine/core";
import { IconMaximize, IconMinus, IconPlus, type IconProps, IconWand } from "@tabler/icons-react";
import { Panel, useStore } from "@xyflow/react";
import { type ComponentType, memo } from "react";
import { able } from "../../app/command.ts";
import { type CommandId, commandOf } from "../../app/commands.ts";
import { useApp } from "../../app/store.ts";
import { CommandLabel } from "../CommandLabel.tsx";
import styles from "./canvas.module.css";

/** Zoom, fit and lay out, at the lower edge of the canvas. */
export const CanvasTools = memo(function CanvasTools() {
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <Panel position="bottom-center" className={styles.tools ?? ""}>
      <Tool id="zoom-out" icon={IconMinus} />
      <button type="button" className={styles.zoom} onClick={() => commandOf("zoom-actual").do()} title="Actual size">
        {percent} %
      </button>
      <Tool id="zoom-in" icon={IconPlus} />
      <span className={styles.divider} />
      <Tool id="fit" icon={IconMaximize} />
      <Tool id="arrange" icon={IconWand} />
    </Panel>
  );
});

function Tool({ id, icon: Icon }: { id: CommandId; icon: ComponentType<IconProps> }) {
  const command = commandOf(id);
  const ready = useApp((state) => able(command, state));
  return (
    <Tooltip label={<CommandLabel command={command} />} position="top">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={command.name}
        disabled={!ready}
        onClick={() => command.do()}
      >
        <Icon size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
