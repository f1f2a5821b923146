import { memo, type ReactNode } from "react";
import { presentProcess, useApp } from "../../../app/store.ts";
import type { System } from "../../../model/process.ts";
import { DistributionField } from "../fields/DistributionField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { OptionalField } from "../fields/OptionalField.tsx";
import { TextField } from "../fields/TextField.tsx";
import { change, EntryList } from "./EntryList.tsx";

type Outage = NonNullable<System["outage"]>;

const OUTAGE: Outage = {
  every: { dist: "exponential", mean: 4, unit: "wk" },
  lasts: { dist: "exponential", mean: 1, unit: "h" },
};

/** The programs in which the work is done. */
export const Systems = memo(function Systems() {
  const kinds = useApp((state) => presentProcess(state).systems.find(({ kind }) => kind !== undefined)?.kind);
  return (
    <EntryList of="systems" word="system" empty="A system is a program that steps are done in, such as the CRM.">
      {({ id, kind, capacity, outage }) => (
        <>
          <div className="field-columns">
            <TextField
              id={`${id}.kind`}
              label="Kind"
              placeholder={kinds ?? "crm"}
              value={kind}
              onChange={(next, gesture) => change("systems", id, { kind: next }, gesture)}
            />
            <NumberField
              id={`${id}.capacity`}
              label="Users at once"
              placeholder="No limit"
              optional
              range={{ min: 1, whole: true }}
              value={capacity}
              onChange={(next, gesture) => change("systems", id, { capacity: next }, gesture)}
            />
          </div>
          <OptionalField
            label="Breaks down"
            hint="From time to time, and is out of use until it is mended."
            present={outage !== undefined}
            onAdd={() => change("systems", id, { outage: OUTAGE })}
            onRemove={() => change("systems", id, { outage: undefined })}
          >
            {(remove) => (
              <Breakdowns
                id={id}
                outage={outage ?? OUTAGE}
                onChange={(next, gesture) => change("systems", id, { outage: next }, gesture)}
                action={remove}
              />
            )}
          </OptionalField>
        </>
      )}
    </EntryList>
  );
});

interface Props {
  readonly id: string;
  readonly outage: Outage;
  readonly onChange: (outage: Outage, gesture?: string) => void;
  readonly action: ReactNode;
}

function Breakdowns({ id, outage, onChange, action }: Props) {
  return (
    <div className="inspector-card">
      <DistributionField
        id={`${id}.outage.every`}
        label="Breaks down after"
        value={outage.every}
        onChange={(every, gesture) => onChange({ ...outage, every }, gesture)}
        action={action}
      />
      <DistributionField
        id={`${id}.outage.lasts`}
        label="Is out of use for"
        value={outage.lasts}
        onChange={(lasts, gesture) => onChange({ ...outage, lasts }, gesture)}
      />
    </div>
  );
}
