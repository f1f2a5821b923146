import { presentProcess, useApp } from "../../../app/store.ts";
import type { Duration } from "../../../model/distribution.ts";
import { DurationField } from "../fields/DurationField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { OptionalField } from "../fields/OptionalField.tsx";
import type { StepFieldsProps } from "./step-fields.ts";

const TARGET: Duration = { value: 1, unit: "d" };

/** What each run of a step costs besides people’s time, and how fast it should be. */
export function CostFields({ step: { id, cost, target }, set }: StepFieldsProps) {
  const { currency } = useApp(presentProcess);
  return (
    <>
      <NumberField
        id={`${id}.cost`}
        label="Cost of each run, besides people’s time"
        placeholder="None"
        optional
        range={{ min: 0 }}
        {...(currency === undefined ? {} : { suffix: currency })}
        value={cost}
        onChange={(next, gesture) => set({ cost: next }, gesture)}
      />
      <OptionalField
        label="Target"
        hint="How long waiting and work may take together."
        present={target !== undefined}
        onAdd={() => set({ target: TARGET })}
        onRemove={() => set({ target: undefined })}
      >
        {(remove) => (
          <DurationField
            id={`${id}.target`}
            label="Target: waiting and work within"
            value={target ?? TARGET}
            onChange={(next, gesture) => set({ target: next }, gesture)}
            action={remove}
          />
        )}
      </OptionalField>
    </>
  );
}
