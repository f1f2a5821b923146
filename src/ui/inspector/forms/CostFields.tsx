import { memo } from "react";
import { type AppState, presentProcess, useApp } from "../../../app/store.ts";
import type { Duration } from "../../../model/distribution.ts";
import { DurationField } from "../fields/DurationField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { OptionalField } from "../fields/OptionalField.tsx";
import { type StepFieldsProps, setStep, useStep } from "./step-fields.ts";

const TARGET: Duration = { value: 1, unit: "d" };

const currencyOf = (state: AppState) => presentProcess(state).currency;

/** What each run of a step costs besides people’s time, and how fast it should be. */
export const CostFields = memo(function CostFields({ id }: StepFieldsProps) {
  const currency = useApp(currencyOf);
  const { cost, target } = useStep(id, "cost", "target");
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
        onChange={(next, gesture) => setStep(id, { cost: next }, gesture)}
      />
      <OptionalField
        label="Target"
        hint="How long waiting and work may take together."
        present={target !== undefined}
        onAdd={() => setStep(id, { target: TARGET })}
        onRemove={() => setStep(id, { target: undefined })}
      >
        {(remove) => (
          <DurationField
            id={`${id}.target`}
            label="Target: waiting and work within"
            value={target ?? TARGET}
            onChange={(next, gesture) => setStep(id, { target: next }, gesture)}
            action={remove}
          />
        )}
      </OptionalField>
    </>
  );
});
