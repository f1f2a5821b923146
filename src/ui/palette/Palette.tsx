import { Portal, Tooltip, UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import { ATTACH_FIRST } from "../../app/attach.ts";
import { able } from "../../app/command.ts";
import { type CommandId, commandOf } from "../../app/commands.ts";
import { say } from "../../app/notice.ts";
import { useApp } from "../../app/store.ts";
import type { NodeKind } from "../../model/process.ts";
import { KIND_WORDS } from "../../model/words.ts";
import { CommandLabel } from "../CommandLabel.tsx";
import { type Dragged, dragKind } from "./drag.ts";
import { Glyph } from "./Glyph.tsx";
import styles from "./palette.module.css";
import { useTouchDrag } from "./use-touch-drag.ts";

/** The palette from top to bottom: which command each entry stands for. */
const KINDS: Readonly<Record<NodeKind, CommandId>> = {
  start: "add-start",
  step: "add-step",
  decision: "add-decision",
  fork: "add-fork",
  join: "add-join",
  wait: "add-wait",
  end: "add-end",
};

/** Everything that can be drawn: a click adds it after the selected node, a drag puts it where it is dropped. */
export function Palette() {
  return (
    <nav className={styles.palette} aria-label="Palette">
      {(Object.keys(KINDS) as NodeKind[]).map((kind) => (
        <Entry key={kind} id={KINDS[kind]} name={KIND_WORDS[kind]} kind={kind}>
          <Glyph kind={kind} />
        </Entry>
      ))}
      <hr />
      <Entry id="add-note" name="Note" kind="note">
        <Glyph kind="note" />
      </Entry>
      <Entry id="attach-data" name="Data" kind="data" otherwise={ATTACH_FIRST.data}>
        <Glyph kind="data" />
      </Entry>
      <Entry id="attach-system" name="System" kind="system" otherwise={ATTACH_FIRST.system}>
        <Glyph kind="system" />
      </Entry>
      <Entry id="add-department" name="Department">
        <Glyph kind="department" />
      </Entry>
      <hr />
      <Entry id="space-tool" name="Make room" pressed={useApp(({ tool }) => tool === "space")}>
        <Glyph kind="space" />
      </Entry>
    </nav>
  );
}

interface EntryProps {
  readonly id: CommandId;
  readonly name: string;
  /** What is dragged out of it, if anything is. */
  readonly kind?: Dragged;
  /** What to say where it cannot be done now. */
  readonly otherwise?: string;
  /** Whether it is a tool that is in hand. */
  readonly pressed?: boolean;
  readonly children: ReactNode;
}

function Entry({ id, name, kind, otherwise, pressed, children }: EntryProps) {
  const command = commandOf(id);
  const { at, listeners } = useTouchDrag(kind);
  return (
    <Tooltip label={<CommandLabel command={command} />} position="right">
      <UnstyledButton
        className={styles.entry ?? ""}
        aria-label={command.name}
        aria-pressed={pressed}
        draggable={kind !== undefined}
        {...listeners}
        onDragStart={(event) => kind && dragKind(event.dataTransfer, kind)}
        onClick={() => {
          if (able(command, useApp.getState())) command.do();
          else if (otherwise) say({ tone: "plain", title: otherwise });
        }}
      >
        {children}
        <span>{name}</span>
        {at && (
          <Portal>
            <div className={styles.dragged} style={{ left: at.x, top: at.y }} aria-hidden>
              {children}
            </div>
          </Portal>
        )}
      </UnstyledButton>
    </Tooltip>
  );
}
