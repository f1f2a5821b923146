import { TagsInput } from "@mantine/core";
import { useState } from "react";
import { keyOf, type Named, referenceOptions, type Wanted } from "./references.ts";

interface Props {
  readonly label: string;
  readonly value: readonly string[];
  readonly list: readonly Named[];
  /** Refers to all of these, and makes those that there are not yet. */
  readonly onChange: (wanted: readonly Wanted[]) => void;
  readonly placeholder?: string;
  readonly description?: string;
}

/** References to several things of the process, such as the inputs of a step. Typing or pasting new names makes them. */
export function ReferencesField({ label, value, list, onChange, placeholder, description }: Props) {
  const [search, setSearch] = useState("");
  const options = referenceOptions(list, value);
  const labelOf = (id: string) => options.find((option) => option.value === id)?.label ?? id;
  const wanted = (text: string): Wanted => {
    const known = options.find((option) => keyOf(option.label) === keyOf(text));
    return known ? { id: known.value, name: known.label } : { name: text.trim() };
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
      searchValue={search}
      onSearchChange={setSearch}
      onKeyDown={(event) => {
        if (event.key === "Escape") setSearch("");
      }}
      onChange={(labels) => onChange(labels.filter((text) => text.trim() !== "").map(wanted))}
    />
  );
}
