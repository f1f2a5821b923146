import { memo } from "react";
import type { DataCategory } from "../../../model/process.ts";
import { ChoiceField, optionsOf } from "../fields/ChoiceField.tsx";
import { change, EntryList } from "./EntryList.tsx";

const CATEGORIES: Readonly<Record<DataCategory | "", string>> = {
  "": "–",
  customer: "Customer",
  sales: "Sales",
  marketing: "Marketing",
  support: "Support",
  other: "Other",
};

/** The documents and records that steps need and make. */
export const DataItems = memo(function DataItems() {
  return (
    <EntryList
      of="data"
      word="document"
      empty="Data is what steps need and make, such as “Lead information”."
      trail={({ id, name, category }) => (
        <div className="data-category">
          <ChoiceField
            hideLabel
            label={`Category of “${name}”`}
            value={category ?? ""}
            options={optionsOf(CATEGORIES)}
            onChange={(next) => change("data", id, { category: next === "" ? undefined : next })}
          />
        </div>
      )}
    />
  );
});
