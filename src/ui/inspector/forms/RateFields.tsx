import type { Arrivals } from "../../../model/process.ts";
import { AddButton } from "../fields/AddButton.tsx";
import { DurationField } from "../fields/DurationField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { RemoveButton } from "../fields/OptionalField.tsx";

type Rates = Extract<Arrivals, { readonly rates: unknown }>["rates"];

interface Props {
  readonly id: string;
  readonly rates: Rates;
  /** Without a gesture, the change is an undo step of its own. */
  readonly onChange: (rates: Rates, gesture?: string) => void;
}

/** How many records an hour arrive, for how long; after the last stretch the first comes again. */
export function RateFields({ id, rates, onChange }: Props) {
  const set = (index: number, changes: Partial<Rates[number]>, gesture?: string) => {
    const before = rates[index];
    if (before) onChange(rates.with(index, { ...before, ...changes }), gesture);
  };
  const last = rates.at(-1) ?? { for: { value: 1, unit: "h" as const }, perHour: 1 };
  return (
    <>
      {rates.map((rate, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place.
        <div key={index} className="inspector-card">
          <DurationField
            id={`${id}.rates.${index}.for`}
            label={index === 0 ? "First, for" : "Then, for"}
            value={rate.for}
            onChange={(next, gesture) => set(index, { for: next }, gesture)}
            {...(rates.length > 1
              ? {
                  action: (
                    <RemoveButton label="Remove this stretch" onClick={() => onChange(rates.toSpliced(index, 1))} />
                  ),
                }
              : {})}
          />
          <NumberField
            id={`${id}.rates.${index}.perHour`}
            label="Records an hour, on average"
            optional={false}
            range={{ min: 0 }}
            value={rate.perHour}
            onChange={(perHour: number, gesture) => set(index, { perHour }, gesture)}
          />
        </div>
      ))}
      <AddButton label="Another stretch" onClick={() => onChange([...rates, last])} />
      <p className="inspector-words">After the last stretch, the first comes again.</p>
    </>
  );
}
