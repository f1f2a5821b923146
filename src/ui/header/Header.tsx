import { ActionIcon, Button, Group, Tooltip } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconHelp,
  IconPlus,
  type IconProps,
  IconSearch,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { able } from "../../app/command.ts";
import { type CommandId, commandOf } from "../../app/commands.ts";
import { useApp } from "../../app/store.ts";
import { CommandLabel } from "../CommandLabel.tsx";
import { AlsoOpen } from "./AlsoOpen.tsx";
import { FileMenu } from "./FileMenu.tsx";
import styles from "./header.module.css";
import { LensSwitch } from "./LensSwitch.tsx";
import { Mark } from "./Mark.tsx";
import { PaneSwitch } from "./PaneSwitch.tsx";
import { ProcessName } from "./ProcessName.tsx";
import { RunButton } from "./RunButton.tsx";
import { RunMenu } from "./RunMenu.tsx";
import { ThemeMenu } from "./ThemeMenu.tsx";

/** The bar across the top: what is open, what can be done with it, and Run. */
export function Header() {
  return (
    <header className={styles.header}>
      <Group gap={8} wrap="nowrap" className={styles.left ?? ""}>
        <Mark />
        <FileMenu />
        <New />
        <span className={styles.divider} />
        <ProcessName />
        <AlsoOpen />
      </Group>
      <PaneSwitch />
      <LensSwitch />
      <Group gap={4} wrap="nowrap">
        <Tool id="undo" icon={IconArrowBackUp} />
        <Tool id="redo" icon={IconArrowForwardUp} />
        <span className={styles.divider} />
        <Tool id="commands" icon={IconSearch} />
        <ThemeMenu />
        <Tool id="help" icon={IconHelp} />
        <RunMenu />
        <RunButton />
      </Group>
    </header>
  );
}

/** What there is to start from, one click away. */
function New() {
  const command = commandOf("gallery");
  return (
    <Tooltip label={<CommandLabel command={command} />}>
      <Button
        variant="subtle"
        color="gray"
        size="xs"
        h={32}
        px={10}
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => command.do()}
      >
        New
      </Button>
    </Tooltip>
  );
}

function Tool({ id, icon: Icon }: { id: CommandId; icon: ComponentType<IconProps> }) {
  const command = commandOf(id);
  const ready = useApp((state) => able(command, state));
  return (
    <Tooltip label={<CommandLabel command={command} />}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={command.name}
        disabled={!ready}
        onClick={() => command.do()}
      >
        <Icon size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
