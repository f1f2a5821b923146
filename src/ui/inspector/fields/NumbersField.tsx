import { TextInput } from "@mantine/core";
import { type NumberRange, type Reading, readNumbers, writeNumber } from "../../words/read-number.ts";
import { useDraft } from "./draft.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: readonly number[] | undefined;
  readonly onChange: (value: readonly number[] | undefined, gesture: string) => void;
  readonly range: NumberRange;
  readonly optional: boolean;
}

/** Several numbers in one line, with spaces between them. */
export function NumbersField({ id, label, value, onChange, range, optional }: Props) {
  const read = (text: string): Reading<readonly number[] | undefined> =>
    optional && text.trim() === "" ? { ok: true, value: undefined } : readNumbers(text, range);
  const write = (numbers: readonly number[] | undefined) => (numbers ?? []).map(writeNumber).join("  ");
  const { onText, error, ...input } = useDraft({ id, value, read, write, onChange });
  return (
    <TextInput
      {...input}
      label={label}
      size="xs"
      className="number-field"
      error={error}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
