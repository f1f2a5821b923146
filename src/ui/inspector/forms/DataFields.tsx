import { memo } from "react";
import { useShallow } from "zustand/react/shallow";
import { type AppState, presentProcess, useApp } from "../../../app/store.ts";
import { ReferencesField } from "../fields/ReferencesField.tsx";
import { referTo, type StepFieldsProps, useStep } from "./step-fields.ts";

const FIELDS = [
  { key: "inputs", label: "Inputs", of: "data", placeholder: "What it needs" },
  { key: "outputs", label: "Outputs", of: "data", placeholder: "What it makes" },
  { key: "systems", label: "Systems", of: "systems", placeholder: "What it is done in" },
] as const;

const listsOf = (state: AppState) => {
  const { data, systems } = presentProcess(state);
  return { data, systems };
};

/** What a step needs, what it makes, and which systems it is done in. */
export const DataFields = memo(function DataFields({ id }: StepFieldsProps) {
  const lists = useApp(useShallow(listsOf));
  const step = useStep(id, "inputs", "outputs", "systems");
  return FIELDS.map(({ key, label, of, placeholder }) => (
    <ReferencesField
      key={key}
      label={label}
      placeholder={placeholder}
      value={step[key] ?? []}
      list={lists[of]}
      onChange={(wanted) => referTo(id, of, key, wanted)}
    />
  ));
});
