import { Kbd } from "@mantine/core";
import type { Command } from "../app/command.ts";
import { keysOf } from "../app/shortcut.ts";
import styles from "./shell.module.css";

/** A command's name with its keys, for tooltips. */
export function CommandLabel({ command }: { command: Command }) {
  return (
    <span className={styles.commandLabel}>
      {command.name}
      {command.shortcut && <span className={styles.tipKeys}>{keysOf(command.shortcut).join(" ")}</span>}
    </span>
  );
}

/** The keys of a shortcut, one cap each. */
export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span className={styles.keys}>
      {keysOf(shortcut).map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </span>
  );
}
