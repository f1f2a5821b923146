import { NativeSelect } from "@mantine/core";

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  /** In the order of the menu. */
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly hideLabel?: boolean;
  readonly description?: string;
}

/** One of a few fixed things. */
export function ChoiceField<T extends string>({ label, value, options, onChange, hideLabel, ...look }: Props<T>) {
  return (
    <NativeSelect
      {...look}
      {...(hideLabel ? { "aria-label": label } : { label })}
      size="xs"
      value={value}
      data={options.map((option) => ({ ...option }))}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    />
  );
}

/** The entries of a table of words as the options of a menu, in the table's order. */
export function optionsOf<T extends string>(words: Readonly<Record<T, string>>): { value: T; label: string }[] {
  return (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }));
}
