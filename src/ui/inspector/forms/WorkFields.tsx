import { memo } from "react";
import { type AppState, presentProcess, useApp } from "../../../app/store.ts";
import type { Distribution } from "../../../model/distribution.ts";
import { firstRule } from "../../../model/edit/rules.ts";
import type { Work } from "../../../model/process.ts";
import { AddButton } from "../fields/AddButton.tsx";
import { DistributionField } from "../fields/DistributionField.tsx";
import { OptionalField, RemoveButton } from "../fields/OptionalField.tsx";
import { Rows } from "../fields/Rows.tsx";
import { RuleField } from "../fields/RuleField.tsx";
import { type StepFieldsProps, setStep, useStep } from "./step-fields.ts";

const FIRST: Distribution = { dist: "triangular", min: 5, mode: 10, max: 20, unit: "min" };

type Cases = Extract<Work, { readonly by: unknown }>;

const fieldsOf = (state: AppState) => presentProcess(state).fields;

/** How long the work takes: the same for every record, or by rules on what it carries. */
export const WorkFields = memo(function WorkFields({ id }: StepFieldsProps) {
  const [field] = useApp(fieldsOf);
  const { work } = useStep(id, "work");
  if (work !== undefined && "by" in work)
    return <CaseFields id={id} cases={work} onChange={(next, gesture) => setStep(id, { work: next }, gesture)} />;

  return (
    <>
      <OptionalField
        label="Work time"
        hint="How long it takes once it has begun."
        present={work !== undefined}
        onAdd={() => setStep(id, { work: FIRST })}
        onRemove={() => setStep(id, { work: undefined })}
      >
        {(remove) => (
          <DistributionField
            id={`${id}.work`}
            label="Work time"
            value={work ?? FIRST}
            onChange={(next, gesture) => setStep(id, { work: next }, gesture)}
            action={remove}
          />
        )}
      </OptionalField>
      {work !== undefined && field !== undefined && (
        <AddButton
          label="Another time for some records"
          onClick={() => setStep(id, { work: { by: [{ when: firstRule(field), work }], otherwise: work } })}
        />
      )}
    </>
  );
});

interface CaseProps {
  readonly id: string;
  readonly cases: Cases;
  readonly onChange: (next: Work, gesture?: string) => void;
}

function CaseFields({ id, cases, onChange }: CaseProps) {
  const [field] = useApp(fieldsOf);
  return (
    <Rows
      rows={cases.by}
      onChange={(by, gesture) => onChange(by.length === 0 ? cases.otherwise : { ...cases, by }, gesture)}
      addLabel="Another case"
      next={field && (() => ({ when: firstRule(field), work: cases.otherwise }))}
      below={
        <DistributionField
          id={`${id}.work.otherwise`}
          label="Otherwise, work time"
          value={cases.otherwise}
          onChange={(otherwise, gesture) => onChange({ ...cases, otherwise }, gesture)}
        />
      }
    >
      {(each, { index, key, set, remove }) => (
        <div className="inspector-card">
          <RuleField
            id={`${id}.work.by.${key}.when`}
            label={index === 0 ? "If" : "Else if"}
            value={each.when}
            onChange={(when, gesture) => set({ ...each, when }, gesture)}
            action={<RemoveButton label="Remove this case" onClick={remove} />}
          />
          <DistributionField
            id={`${id}.work.by.${key}`}
            label="Work time"
            value={each.work}
            onChange={(work, gesture) => set({ ...each, work }, gesture)}
          />
        </div>
      )}
    </Rows>
  );
}
