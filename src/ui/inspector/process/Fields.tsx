import { memo } from "react";
import { edit } from "../../../app/document.ts";
import type { Distribution } from "../../../model/distribution.ts";
import { replace } from "../../../model/edit.ts";
import type { Field } from "../../../model/process.ts";
import { ChoiceField } from "../fields/ChoiceField.tsx";
import { DistributionField } from "../fields/DistributionField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { OptionalField } from "../fields/OptionalField.tsx";
import { ChoiceOptions } from "./ChoiceOptions.tsx";
import { EntryList } from "./EntryList.tsx";

type FieldOf<T extends Field["type"]> = Extract<Field, { readonly type: T }>;

const TYPES = [
  { value: "number", label: "A number" },
  { value: "choice", label: "One of several" },
  { value: "boolean", label: "Yes or no" },
] as const;

const SAMPLE: Distribution = { dist: "uniform", min: 0, max: 100 };

/** For each type: a field of that type with nothing more than it needs. */
const OF_TYPE: { readonly [T in Field["type"]]: (id: string, name: string) => FieldOf<T> } = {
  number: (id, name) => ({ id, name, type: "number", sample: SAMPLE }),
  choice: (id, name) => ({
    id,
    name,
    type: "choice",
    options: [
      { value: "A", weight: 1 },
      { value: "B", weight: 1 },
    ],
  }),
  boolean: (id, name) => ({ id, name, type: "boolean", share: 0.5 }),
};

/** A field of another type; what other programs wrote at it stays. */
function turned({ id, name, extensions }: Field, type: Field["type"]): Field {
  const field = OF_TYPE[type](id, name);
  return extensions === undefined ? field : { ...field, extensions };
}

/** Takes a field over; without a gesture, as an undo step of its own. */
function put(field: Field, gesture?: string): void {
  edit((now) => replace(now, "fields", field), gesture);
}

/** What a record carries, and how its values are drawn when it arrives. */
export const Fields = memo(function Fields() {
  return (
    <EntryList
      of="fields"
      word="field"
      empty="A field is what a record carries, such as “Deal value”. Rules compare fields."
    >
      {(field) => (
        <>
          <ChoiceField
            hideLabel
            label={`Type of “${field.name}”`}
            value={field.type}
            options={TYPES}
            onChange={(type) => {
              if (type !== field.type) put(turned(field, type));
            }}
          />
          {field.type === "number" && <Sample field={field} />}
          {field.type === "choice" && <ChoiceOptions field={field} />}
          {field.type === "boolean" && (
            <NumberField
              id={`${field.id}.share`}
              label="Yes for"
              placeholder="50"
              optional
              times={100}
              range={{ min: 0, max: 100 }}
              suffix="% of records"
              value={field.share}
              onChange={(share, gesture) => {
                const { share: _, ...rest } = field;
                put(share === undefined ? rest : { ...field, share }, gesture);
              }}
            />
          )}
        </>
      )}
    </EntryList>
  );
});

function Sample({ field }: { readonly field: FieldOf<"number"> }) {
  const { sample, ...rest } = field;
  return (
    <OptionalField
      label="Values"
      hint="How the numbers are spread."
      present={sample !== undefined}
      onAdd={() => put({ ...field, sample: SAMPLE })}
      onRemove={() => put(rest)}
    >
      {(remove) => (
        <DistributionField
          id={`${field.id}.sample`}
          label="Values"
          value={sample ?? SAMPLE}
          onChange={(next, gesture) => put({ ...field, sample: next }, gesture)}
          action={remove}
        />
      )}
    </OptionalField>
  );
}
