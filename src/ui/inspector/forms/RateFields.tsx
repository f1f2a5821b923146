import type { Arrivals } from "../../../model/process.ts";
import { DurationField } from "../fields/DurationField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { RemoveButton } from "../fields/OptionalField.tsx";
import { Rows } from "../fields/Rows.tsx";

type Rates = Extract<Arrivals, { readonly rates: unknown }>["rates"];

interface Props {
  readonly id: string;
  readonly rates: Rates;
  /** Without a gesture, the change is an undo step of its own. */
  readonly onChange: (rates: Rates, gesture?: string) => void;
}

/** How many records an hour arrive, for how long; after the last stretch the first comes again. */
export function RateFields({ id, rates, onChange }: Props) {
  return (
    <>
      <Rows
        rows={rates}
        onChange={onChange}
        addLabel="Another stretch"
        next={() => rates.at(-1) ?? { for: { value: 1, unit: "h" as const }, perHour: 1 }}
      >
        {(rate, { index, key, set, remove }) => (
          <div className="inspector-card">
            <DurationField
              id={`${id}.rates.${key}.for`}
              label={index === 0 ? "First, for" : "Then, for"}
              value={rate.for}
              onChange={(next, gesture) => set({ ...rate, for: next }, gesture)}
              action={rates.length > 1 && <RemoveButton label="Remove this stretch" onClick={remove} />}
            />
            <NumberField
              id={`${id}.rates.${key}.perHour`}
              label="Records an hour, on average"
              optional={false}
              range={{ min: 0 }}
              value={rate.perHour}
              onChange={(perHour: number, gesture) => set({ ...rate, perHour }, gesture)}
            />
          </div>
        )}
      </Rows>
      <p className="inspector-words">After the last stretch, the first comes again.</p>
    </>
  );
}
