import { TagsInput } from "@mantine/core";
import { keyOf, type Named, referenceOptions } from "./references.ts";

interface Props {
  readonly label: string;
  readonly value: readonly string[];
  readonly list: readonly Named[];
  readonly onChange: (ids: readonly string[]) => void;
  /** Makes a new entry with this name and refers to it too; left out where nothing can be made from here. */
  readonly onCreate?: (name: string) => void;
  readonly placeholder?: string;
  readonly description?: string;
}

/** References to several things of the process, such as the inputs of a step. Typing a new name makes it. */
export function ReferencesField({ label, value, list, onChange, onCreate, placeholder, description }: Props) {
  const options = referenceOptions(list, value);
  const labelOf = (id: string) => options.find((option) => option.value === id)?.label ?? id;

  const take = (labels: readonly string[]) => {
    const ids = labels.flatMap((text) => options.find((option) => keyOf(option.label) === keyOf(text))?.value ?? []);
    const created = labels.find((text) => !options.some((option) => keyOf(option.label) === keyOf(text)));
    if (created !== undefined) onCreate?.(created.trim());
    else onChange(ids);
  };

  return (
    <TagsInput
      label={label}
      size="xs"
      {...(value.length === 0 && placeholder !== undefined ? { placeholder } : {})}
      {...(description === undefined ? {} : { description })}
      value={value.map(labelOf)}
      data={options.map((option) => option.label)}
      splitChars={[";", "\n"]}
      classNames={{ inputField: "tags-input" }}
      onChange={take}
    />
  );
}
