import type { DataCategory } from "../../../model/process.ts";
import { ChoiceField, optionsOf } from "../fields/ChoiceField.tsx";
import { change, EntryList } from "./EntryList.tsx";

const CATEGORIES: Readonly<Record<DataCategory | "", string>> = {
  "": "No category",
  customer: "Customer data",
  sales: "Sales data",
  marketing: "Marketing data",
  support: "Support data",
  other: "Other data",
};

/** The documents and records that steps need and make. */
export function DataItems() {
  return (
    <EntryList of="data" word="document" empty="Data is what steps need and make, such as “Lead information”.">
      {({ id, name, category }) => (
        <ChoiceField
          hideLabel
          label={`Category of “${name}”`}
          value={category ?? ""}
          options={optionsOf(CATEGORIES)}
          onChange={(next) => change("data", id, { category: next === "" ? undefined : next })}
        />
      )}
    </EntryList>
  );
}
