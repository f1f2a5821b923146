import { edit } from "../../../app/document.ts";
import { presentProcess, useApp } from "../../../app/store.ts";
import { type Changes, patch } from "../../../model/edit.ts";
import type { NodeOf, Outcome } from "../../../model/process.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import { ChoiceField, optionsOf } from "../fields/ChoiceField.tsx";
import { ReferenceField } from "../fields/ReferenceField.tsx";

const OUTCOMES: Readonly<Record<Outcome | "", string>> = {
  "": "Not said",
  success: "Success",
  failure: "Failure",
  neutral: "Neither",
};

/** How a record's life turned out that ends here, and what it is worth. */
export function EndForm({ node: { id, outcome, value } }: { readonly node: NodeOf<"end"> }) {
  const { fields } = useApp(presentProcess);
  const set = (changes: Changes<NodeOf<"end">>) => edit((now) => patch(now, "nodes", id, changes));
  return (
    <FieldGroup place="body">
      <ChoiceField
        label="Outcome"
        value={outcome ?? ""}
        options={optionsOf(OUTCOMES)}
        onChange={(chosen) => set({ outcome: chosen === "" ? undefined : chosen })}
      />
      <ReferenceField
        label="Worth"
        description="The field that tells what a record ending here is worth."
        placeholder="Nothing"
        value={value}
        list={fields.filter(({ type, id: field }) => type === "number" || field === value)}
        onChange={(field) => set({ value: field })}
      />
    </FieldGroup>
  );
}
