import { TextInput } from "@mantine/core";
import type { TypedField } from "./draft.ts";
import { useDraft } from "./draft.ts";

interface Props<T> extends TypedField<T> {
  readonly label: string;
  /** What is shown where the whole label would be too long. */
  readonly shownLabel?: string;
  readonly placeholder?: string;
  readonly description?: string;
}

/** Anything that is typed in one line and read by rules of its own, such as the shifts of a day. */
export function DraftField<T>({ label, shownLabel, placeholder, description, ...field }: Props<T>) {
  const { onText, error, ...input } = useDraft(field);
  return (
    <TextInput
      {...input}
      {...(shownLabel === undefined
        ? { label }
        : { label: <span aria-hidden>{shownLabel}</span>, "aria-label": label })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(description === undefined ? {} : { description })}
      size="xs"
      className={shownLabel === undefined ? "" : "field-beside"}
      error={error}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
