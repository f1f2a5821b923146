import { Textarea } from "@mantine/core";
import { useMemo } from "react";
import { drawingOf } from "../../app/drawing.ts";
import { type Choices, previewOf } from "../../app/export.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import type { Codec } from "../../io/codec.ts";
import styles from "./export.module.css";

/** So many lines of a text are shown. */
const LINES = 40;

interface Props {
  readonly format: Codec;
  readonly choices: Choices;
  /** Whether the page is dark, which a picture without a ground will lie on. */
  readonly dark: boolean;
  readonly blocked: boolean;
}

/** What will be in the file: the picture, or how the text begins. */
export function ExportPreview({ format, choices, dark, blocked }: Props) {
  const state = useApp();
  const process = presentProcess(state);
  const picture = format.choices !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it depends on nothing else of the state
  const address = useMemo(
    () => (picture ? previewOf(state, format, choices) : undefined),
    [picture, process, format, choices, state.run, state.selection],
  );
  const text = useMemo(
    () => (picture || blocked ? "" : beginning(format, process)),
    [picture, blocked, format, process],
  );
  if (address !== undefined) {
    return (
      <div className={styles.preview} data-ground={choices.transparent ? (dark ? "dark" : "light") : undefined}>
        <img src={address} alt="What the file will show" />
      </div>
    );
  }
  if (text === "") return null;
  return (
    <Textarea
      readOnly
      aria-label="How the file begins"
      value={text}
      rows={14}
      wrap="off"
      classNames={{ input: styles.text ?? "" }}
    />
  );
}

function beginning(format: Codec, process: Parameters<NonNullable<Codec["write"]>>[0]): string {
  // Logs of events are written by a run, which nobody wants to wait for here.
  if (format.id === "event-log" || format.id === "xes") return "";
  const written = format.write?.(process, drawingOf(process));
  if (typeof written !== "string") return "";
  const lines = written.replace(/^\uFEFF/, "").split("\n");
  return lines.length > LINES ? `${lines.slice(0, LINES).join("\n")}\n…` : lines.join("\n").trimEnd();
}
