import type { NodeProps } from "@xyflow/react";
import { type KeyboardEvent, memo, useRef, useState } from "react";
import { stopNaming } from "../../app/naming.ts";
import { writeNote } from "../../app/notes.ts";
import { useApp } from "../../app/store.ts";
import styles from "./canvas.module.css";
import { focusAll } from "./NameField.tsx";
import type { SceneNote } from "./scene.ts";

/** A note that people have left on the drawing: a sheet with a folded corner, written in place. */
export const NoteView = memo(function NoteView({ id, data: { note }, selected }: NodeProps<SceneNote>) {
  const written = useApp(({ naming }) => naming?.kind === "note" && naming.id === id);
  return (
    <div className={styles.note} data-selected={selected || undefined}>
      {written ? <NoteField id={id} value={note.text} /> : note.text}
    </div>
  );
});

/** A field over the note: Enter or a click elsewhere keeps what was written, Escape does not; Shift and Enter begin a line. */
function NoteField({ id, value }: { id: string; value: string }) {
  const [text, setText] = useState(value);
  const closed = useRef(false);
  const close = (kept: string) => {
    if (closed.current) return;
    closed.current = true;
    writeNote(id, kept);
    stopNaming();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") close(value);
    else if (event.key === "Enter" && !event.shiftKey) close(text.trim());
    else return;
    event.preventDefault();
  };
  return (
    <textarea
      ref={focusAll}
      className={`${styles.noteField} nodrag nopan nowheel`}
      aria-label="Text of the note"
      value={text}
      rows={2}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => close(text.trim())}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
