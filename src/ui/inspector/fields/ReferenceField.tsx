import { Select } from "@mantine/core";
import { useState } from "react";
import { keyOf, type Named, referenceOptions } from "./references.ts";

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly list: readonly Named[];
  readonly onChange: (id: string | undefined) => void;
  /** Makes a new entry with this name and refers to it; left out where nothing can be made from here. */
  readonly onCreate?: (name: string) => void;
  readonly placeholder?: string;
  readonly description?: string;
  readonly hideLabel?: boolean;
  /** Whether it has to refer to something, so that there is no button to take the reference away. */
  readonly required?: boolean;
  /** Whether it stands for several that refer to different things: there is nothing to take away then, but “None” to choose. */
  readonly mixed?: boolean;
}

/** Its value is no id: ids of this length are not allowed. */
const CREATE = "+".repeat(65);
const NONE = { value: "-".repeat(65), label: "None" };

/** A reference to one thing of the process, such as the team of a step. Typing a new name makes it. */
export function ReferenceField({
  label,
  value,
  list,
  onChange,
  onCreate,
  hideLabel,
  required = false,
  mixed = false,
  ...look
}: Props) {
  const [search, setSearch] = useState("");
  const entries = referenceOptions(list, value === undefined ? [] : [value]);
  const options = mixed ? [NONE, ...entries] : entries;
  const labelOf = (id: string | undefined) => options.find((option) => option.value === id)?.label ?? "";
  const typed = search.trim();
  const isNew = onCreate && typed !== "" && !options.some((option) => keyOf(option.label) === keyOf(typed));
  const choose = (chosen: string | undefined) => {
    // What was typed to find “None” is no name.
    if (chosen === NONE.value) setSearch("");
    onChange(chosen === NONE.value ? undefined : chosen);
  };
  return (
    <Select
      {...look}
      {...(hideLabel ? { "aria-label": label } : { label })}
      size="xs"
      searchable
      clearable={!required}
      clearButtonProps={{ "aria-label": `${label}: none` }}
      nothingFoundMessage={onCreate ? "Type a name to make one" : "Nothing found"}
      value={value ?? null}
      data={isNew ? [...options, { value: CREATE, label: `New: “${typed}”` }] : [...options]}
      filter={({ options: all, search: wanted }) =>
        all.filter(
          (option) => "value" in option && (option.value === CREATE || keyOf(option.label).includes(keyOf(wanted))),
        )
      }
      searchValue={search}
      onSearchChange={setSearch}
      onKeyDown={(event) => {
        if (event.key === "Escape") setSearch(labelOf(value));
      }}
      onBlur={() => {
        // Whoever types a name and goes on means it; a part of some name is only a search.
        const meant = options.find((option) => keyOf(option.label) === keyOf(typed));
        if (meant && meant.value !== value) choose(meant.value);
        else if (isNew && !options.some((option) => keyOf(option.label).includes(keyOf(typed)))) onCreate(typed);
      }}
      onChange={(chosen) => (chosen === CREATE ? onCreate?.(typed) : choose(chosen ?? undefined))}
    />
  );
}
