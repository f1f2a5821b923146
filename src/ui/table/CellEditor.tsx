import { Autocomplete } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { presentProcess, useApp } from "../../app/store.ts";
import { type Column, written } from "../../app/table/columns.ts";
import styles from "./table.module.css";

/** Where the cursor goes after a cell was typed into. */
export type After = "down" | "up" | "next" | "back" | "stay";

interface Props {
  /** The node; undefined for the empty row, whose name makes a step. */
  readonly id: string | undefined;
  readonly column: Column;
  readonly label: string;
  readonly start: string;
  /** Whether the text was opened to be changed, so that arrow keys move in it, or typed over. */
  readonly opened: boolean;
  readonly onDone: (text: string, after: After) => void;
  readonly onCancel: () => void;
}

/** How many names are offered at once. */
const OFFERED = 8;

/** The field in a cell: offers names that exist, says which would be made, and refuses what cannot be read. */
export function CellEditor({ id, column, label, start, opened, onDone, onCancel }: Props) {
  const process = useApp(presentProcess);
  const [text, setText] = useState(start);
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useEffect(() => {
    const input = field.current;
    input?.focus();
    if (opened) input?.select();
    else input?.setSelectionRange(input.value.length, input.value.length);
  }, [opened]);

  const result = id === undefined ? undefined : written(process, id, column, text);
  const refusal = result && !result.ok ? result.message : undefined;
  const made = result?.ok ? result.made : [];
  const [head, tail] = column.many ? lastOf(text) : ["", text];
  const choices = column.choices?.(process) ?? [];
  const wanted = tail.trim().toLowerCase();
  const offered = [...new Set(choices)]
    .filter((name) => name.trim() !== "" && (wanted === "" ? !column.many : name.toLowerCase().includes(wanted)))
    .filter((name) => name.toLowerCase() !== wanted)
    .slice(0, OFFERED)
    .map((name) => head + name);

  const finish = (words: string, after: After) => {
    if (ended.current) return;
    // What cannot be read stays in the field, to be mended, until the field itself is left.
    if (refusal !== undefined && words === text && after !== "stay") return;
    ended.current = true;
    onDone(words, after);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      ended.current = true;
      onCancel();
      return;
    }
    const picking = field.current?.getAttribute("aria-activedescendant");
    if (event.key === "Enter" && !picking) finish(text, event.shiftKey ? "up" : "down");
    else if (event.key === "Tab") finish(text, event.shiftKey ? "back" : "next");
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.editor}>
      <Autocomplete
        ref={field}
        size="xs"
        aria-label={label}
        classNames={{ input: styles.field ?? "" }}
        aria-invalid={refusal !== undefined}
        value={text}
        data={offered}
        filter={({ options }) => options}
        maxDropdownHeight={260}
        comboboxProps={{
          withinPortal: true,
          position: "bottom-start",
          width: "max-content",
          offset: refusal || made.length ? 34 : 4,
        }}
        onChange={setText}
        onOptionSubmit={(chosen) => {
          if (!column.many) finish(chosen, "stay");
        }}
        onKeyDownCapture={onKeyDown}
        onBlur={() => finish(text, "stay")}
      />
      {(refusal !== undefined || made.length > 0) && (
        <div className={refusal === undefined ? styles.offer : styles.refusal} role="status">
          {refusal ?? `New: ${made.join(", ")}. Enter makes ${made.length > 1 ? "them" : "it"}.`}
        </div>
      )}
    </div>
  );
}

/** Takes a list apart into what is finished and the name that is being typed. */
function lastOf(text: string): readonly [head: string, tail: string] {
  const at = Math.max(text.lastIndexOf(","), text.lastIndexOf(";")) + 1;
  const head = text.slice(0, at);
  return [head === "" ? "" : `${head} `, text.slice(at)];
}
