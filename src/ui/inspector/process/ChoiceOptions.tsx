import { edit } from "../../../app/document.ts";
import { renameOption } from "../../../model/edit/options.ts";
import { replace } from "../../../model/edit.ts";
import type { Field } from "../../../model/process.ts";
import { NumberField } from "../fields/NumberField.tsx";
import { RemoveButton } from "../fields/OptionalField.tsx";
import { Rows } from "../fields/Rows.tsx";
import { TextField } from "../fields/TextField.tsx";

type ChoiceOf = Extract<Field, { readonly type: "choice" }>;
type Option = ChoiceOf["options"][number];

interface Props {
  readonly field: ChoiceOf;
}

/** The values of a choice and how often each comes, relative to the others. */
export function ChoiceOptions({ field }: Props) {
  const { id, options } = field;
  const put = (next: readonly Option[], gesture?: string) =>
    edit((now) => replace(now, "fields", { ...field, options: [...next] }), gesture);
  const taken = (text: string, index: number) =>
    options.some(({ value }, other) => other !== index && value === text)
      ? "There is such a value already."
      : undefined;
  return (
    <Rows
      rows={options}
      onChange={put}
      addLabel="Add a value"
      next={() => ({ value: freeValue(options), weight: 1 })}
      below={
        !options.some(({ weight = 1 }) => weight > 0) && (
          <p className="field-warning">
            {options.length === 0 ? "Records need at least one value to carry." : "Not all weights may be 0."}
          </p>
        )
      }
    >
      {(option, { index, key, set, remove }) => (
        <div className="choice-option">
          <TextField
            id={`${id}.options.${key}.value`}
            label="Value"
            hideLabel
            value={option.value}
            required="A value needs a text."
            refuse={(text) => taken(text, index)}
            onChange={(value = "", gesture) => edit((now) => renameOption(now, id, option.value, value), gesture)}
          />
          <NumberField
            id={`${id}.options.${key}.weight`}
            label={`Weight of “${option.value}”`}
            hideLabel
            placeholder="1"
            optional
            range={{ min: 0 }}
            value={option.weight}
            onChange={(weight, gesture) => {
              const { weight: _, ...rest } = option;
              set(weight === undefined ? rest : { ...option, weight }, gesture);
            }}
          />
          <RemoveButton label={`Remove “${option.value}”`} onClick={remove} />
        </div>
      )}
    </Rows>
  );
}

function freeValue(options: readonly Option[]): string {
  for (let n = options.length + 1; ; n++) {
    const value = `Value ${n}`;
    if (!options.some((option) => option.value === value)) return value;
  }
}
