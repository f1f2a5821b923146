import { presentProcess, useApp } from "../../../app/store.ts";
import { ReferencesField } from "../fields/ReferencesField.tsx";
import type { StepFieldsProps } from "./step-fields.ts";

const FIELDS = [
  { key: "inputs", label: "Inputs", of: "data", placeholder: "What it needs" },
  { key: "outputs", label: "Outputs", of: "data", placeholder: "What it makes" },
  { key: "systems", label: "Systems", of: "systems", placeholder: "What it is done in" },
] as const;

/** What a step needs, what it makes, and which systems it is done in. */
export function DataFields({ step, set, create }: StepFieldsProps) {
  const process = useApp(presentProcess);
  return FIELDS.map(({ key, label, of, placeholder }) => (
    <ReferencesField
      key={key}
      label={label}
      placeholder={placeholder}
      value={step[key] ?? []}
      list={process[of]}
      onChange={(ids) => set({ [key]: ids.length === 0 ? undefined : ids })}
      onCreate={(name) => create(of, name, (id) => ({ [key]: [...(step[key] ?? []), id] }))}
    />
  ));
}
