import { Textarea, TextInput } from "@mantine/core";
import type { Reading } from "../../words/read-number.ts";
import { useDraft } from "./draft.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  /** `undefined` where the field was emptied. */
  readonly onChange: (value: string | undefined, gesture: string) => void;
  /** What to say if it is left empty; may be empty if there is nothing to say. */
  readonly required?: string;
  /** Why a text cannot be taken, as a sentence; nothing if it can. */
  readonly refuse?: (text: string) => string | false | undefined;
  readonly placeholder?: string;
  readonly description?: string;
  readonly multiline?: boolean;
  readonly hideLabel?: boolean;
}

/** A text that is part of the process as soon as it is typed. */
export function TextField({ id, label, value, onChange, required, refuse, multiline, hideLabel, ...look }: Props) {
  const read = (text: string): Reading<string | undefined> => {
    const message = (text.trim() === "" ? required : text === value ? undefined : refuse?.(text)) || undefined;
    return message === undefined ? { ok: true, value: text.trim() === "" ? undefined : text } : { ok: false, message };
  };
  const { onText, error, ...input } = useDraft({ id, value, read, onChange, write: (text) => text ?? "" });
  const props = {
    ...input,
    ...look,
    size: "xs",
    error,
    ...(hideLabel ? { "aria-label": label } : { label }),
  };
  return multiline ? (
    <Textarea {...props} autosize minRows={1} maxRows={6} onChange={(event) => onText(event.currentTarget.value)} />
  ) : (
    <TextInput {...props} onChange={(event) => onText(event.currentTarget.value)} />
  );
}
