import { type KeyboardEvent, useRef, useState } from "react";
import { pressHeldKeys } from "../held-keys.ts";
import styles from "./node.module.css";

interface Props {
  readonly label: string;
  readonly value: string;
  /** Called once, with what was typed; not if it was given up with Escape. */
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
  /** How it looks instead of as over a node. */
  readonly className?: string;
  /** Called after `onName` when Tab was pressed: what comes next. */
  readonly onNext?: () => void;
}

/** A field over what it names: Enter or a click elsewhere keeps what was typed, Escape does not. */
export function NameField({ label, value, onName, onClose, onNext, className = styles.field ?? "" }: Props) {
  const [text, setText] = useState(value);
  const closed = useRef(false);

  const close = (keep: boolean) => {
    // Taking the field away makes it lose focus, which would close it a second time.
    if (closed.current) return;
    closed.current = true;
    if (keep) onName(text.replace(/\s+/g, " ").trim());
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") close(false);
    else if (event.key === "Enter") close(true);
    else if (event.key === "Tab" && onNext && !event.shiftKey) {
      close(true);
      onNext();
    } else return;
    event.preventDefault();
  };

  return (
    <textarea
      ref={focusAll}
      className={`${className} nodrag nopan nowheel`}
      aria-label={label}
      value={text}
      rows={1}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => close(true)}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}

/** Gives a field the focus as soon as it is there, with its text selected, and types into it what was typed meanwhile. */
export function focusAll(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  // Not at once: React Flow gives the focus to a new node in the same moment.
  requestAnimationFrame(() => {
    if (!field.isConnected) return;
    // Only once: selected again, what was typed since would be typed over.
    if (document.activeElement !== field) {
      field.focus({ preventScroll: true });
      field.select();
    }
    pressHeldKeys();
  });
}
