import { Button, Progress, Tooltip } from "@mantine/core";
import { IconPlayerPlayFilled } from "@tabler/icons-react";
import { able } from "../../app/command.ts";
import { commandOf } from "../../app/commands.ts";
import { cancelRun } from "../../app/run.ts";
import { useApp } from "../../app/store.ts";
import { CommandLabel } from "../CommandLabel.tsx";
import styles from "./header.module.css";

/** Starts a run; while one is under way, shows how far it is and ends it. */
export function RunButton() {
  const running = useApp(({ run }) => run.kind === "running");
  const command = commandOf("run");
  const ready = useApp((state) => able(command, state));

  if (running) return <Running />;
  return (
    <Tooltip label={<CommandLabel command={command} />}>
      <Button
        data-tour="run"
        size="xs"
        h={32}
        ml={8}
        px={16}
        disabled={!ready}
        leftSection={<IconPlayerPlayFilled size={13} aria-hidden />}
        onClick={() => command.do()}
      >
        Run
      </Button>
    </Tooltip>
  );
}

function Running() {
  const { done } = useApp((state) => state.headway.progress);
  return (
    <div className={styles.running} data-tour="run">
      <Progress
        className={styles.bar ?? ""}
        value={done * 100}
        aria-label="Progress of the run"
        size="sm"
        transitionDuration={100}
      />
      <span className={styles.percent}>{Math.floor(done * 100)} %</span>
      <Button size="xs" variant="default" h={32} onClick={cancelRun}>
        Cancel
      </Button>
    </div>
  );
}
