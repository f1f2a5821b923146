import { memo, type ReactNode } from "react";
import type { Distribution } from "../../../model/distribution.ts";
import type { Step } from "../../../model/process.ts";
import { ChoiceField, optionsOf } from "../fields/ChoiceField.tsx";
import { DistributionField } from "../fields/DistributionField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { OptionalField } from "../fields/OptionalField.tsx";
import { type StepFieldsProps, setStep, useStep } from "./step-fields.ts";

type Batch = NonNullable<Step["batch"]>;

const LONGEST: Distribution = { dist: "constant", value: 1, unit: "h" };

const BREAKS: Readonly<Record<NonNullable<Step["breaks"]>, string>> = {
  pause: "Work stops and goes on at the next",
  finish: "Work that has begun is finished first",
};

/** Whether records are worked on several at a time, and what becomes of work when a shift ends. */
export const BatchFields = memo(function BatchFields({ id }: StepFieldsProps) {
  const { batch, breaks } = useStep(id, "batch", "breaks");
  const set = (next: Batch | undefined, gesture?: string) => setStep(id, { batch: next }, gesture);
  return (
    <>
      <OptionalField
        label="Several records at a time"
        hint="Collects records and works on all of them at once."
        present={batch !== undefined}
        onAdd={() => set({ size: 5 })}
        onRemove={() => set(undefined)}
      >
        {(remove) => batch && <BatchField id={id} batch={batch} onChange={set} action={remove} />}
      </OptionalField>
      <ChoiceField
        label="At the end of a shift"
        value={breaks ?? "pause"}
        options={optionsOf(BREAKS)}
        onChange={(next) => setStep(id, { breaks: next === "pause" ? undefined : next })}
      />
    </>
  );
});

interface Props {
  readonly id: string;
  readonly batch: Batch;
  readonly onChange: (batch: Batch, gesture?: string) => void;
  readonly action: ReactNode;
}

function BatchField({ id, batch, onChange, action }: Props) {
  const { wait, ...rest } = batch;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in one line with a button.
    <div role="group" aria-label="Several records at a time" className="inspector-card">
      <div className="field-head">
        <span className="field-label">Several records at a time</span>
        {action}
      </div>
      <NumberField
        id={`${id}.batch.size`}
        label="How many together"
        optional={false}
        range={{ min: 1, whole: true }}
        value={batch.size}
        onChange={(size: number, gesture) => onChange({ ...batch, size }, gesture)}
      />
      <OptionalField
        label="Wait no longer than"
        hint="Then it begins with fewer."
        present={wait !== undefined}
        onAdd={() => onChange({ ...batch, wait: LONGEST })}
        onRemove={() => onChange(rest)}
      >
        {(remove) => (
          <DistributionField
            id={`${id}.batch.wait`}
            label="Begins with fewer after"
            value={wait ?? LONGEST}
            onChange={(next, gesture) => onChange({ ...batch, wait: next }, gesture)}
            action={remove}
          />
        )}
      </OptionalField>
    </div>
  );
}
