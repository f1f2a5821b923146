import type { Field } from "../../../model/process.ts";
import { AddButton } from "../fields/AddButton.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { RemoveButton } from "../fields/OptionalField.tsx";
import { TextField } from "../fields/TextField.tsx";

type ChoiceOf = Extract<Field, { readonly type: "choice" }>;
type Option = ChoiceOf["options"][number];

interface Props {
  readonly field: ChoiceOf;
  readonly onChange: (field: ChoiceOf, gesture?: string) => void;
}

/** The values of a choice and how often each comes, relative to the others. */
export function ChoiceOptions({ field, onChange }: Props) {
  const { id, options } = field;
  const set = (index: number, option: Option, gesture: string) =>
    onChange({ ...field, options: options.with(index, option) }, gesture);
  const taken = (text: string, index: number) =>
    options.some(({ value }, other) => other !== index && value === text)
      ? "There is such a value already."
      : undefined;
  return (
    <>
      {options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: while a value is typed it is its own only identity.
        <div key={index} className="choice-option">
          <TextField
            id={`${id}.options.${index}.value`}
            label="Value"
            hideLabel
            value={option.value}
            required="A value needs a text."
            refuse={(text) => taken(text, index)}
            onChange={(value = "", gesture) => set(index, { ...option, value }, gesture)}
          />
          <NumberField
            id={`${id}.options.${index}.weight`}
            label={`Weight of “${option.value}”`}
            hideLabel
            placeholder="1"
            optional
            range={{ min: 0 }}
            value={option.weight}
            onChange={(weight, gesture) => {
              const { weight: _, ...rest } = option;
              set(index, weight === undefined ? rest : { ...option, weight }, gesture);
            }}
          />
          <RemoveButton
            label={`Remove “${option.value}”`}
            onClick={() => onChange({ ...field, options: options.toSpliced(index, 1) })}
          />
        </div>
      ))}
      {!options.some(({ weight = 1 }) => weight > 0) && (
        <p className="field-warning">
          {options.length === 0 ? "Records need at least one value to carry." : "Not all weights may be 0."}
        </p>
      )}
      <AddButton
        label="Add a value"
        onClick={() => onChange({ ...field, options: [...options, { value: freeValue(options), weight: 1 }] })}
      />
    </>
  );
}

function freeValue(options: readonly Option[]): string {
  for (let n = options.length + 1; ; n++) {
    const value = `Value ${n}`;
    if (!options.some((option) => option.value === value)) return value;
  }
}
