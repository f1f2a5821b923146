import { presentProcess, useApp } from "../../../app/store.ts";
import type { Field } from "../../../model/process.ts";
import type { FieldValue } from "../../../model/rule.ts";
import { ChoiceField } from "../fields/ChoiceField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { RemoveButton } from "../fields/OptionalField.tsx";

type Values = Readonly<Record<string, FieldValue>>;

interface Props {
  readonly id: string;
  readonly value: Values;
  /** Without a gesture, the change is an undo step of its own; nothing (`undefined`) where no value is left. */
  readonly onChange: (value: Values | undefined, gesture?: string) => void;
}

/** No value of a choice: it is longer than anybody types. */
const DRAWN = "\u0000";

/** Which values all records of one source carry. The others are drawn as their fields say. */
export function SetFields({ id, value, onChange }: Props) {
  const { fields } = useApp(presentProcess);
  const set = (field: string, next: FieldValue | undefined, gesture?: string) => {
    const { [field]: _, ...rest } = value;
    const all = next === undefined ? rest : { ...value, [field]: next };
    onChange(Object.keys(all).length === 0 ? undefined : all, gesture);
  };
  return (
    <>
      {fields.map((field) =>
        !fits(field, value[field.id]) ? null : field.type === "number" ? (
          <NumberField
            key={field.id}
            id={`${id}.set.${field.id}`}
            label={field.name}
            placeholder="As the field says"
            optional
            value={typeof value[field.id] === "number" ? (value[field.id] as number) : undefined}
            onChange={(next, gesture) => set(field.id, next, gesture)}
          />
        ) : (
          <ChoiceField
            key={field.id}
            label={field.name}
            value={value[field.id] === undefined ? DRAWN : String(value[field.id])}
            options={[{ value: DRAWN, label: "As the field says" }, ...choicesOf(field, value[field.id])]}
            onChange={(next) =>
              set(field.id, next === DRAWN ? undefined : field.type === "boolean" ? next === "true" : next)
            }
          />
        ),
      )}
      {Object.entries(value).map(([key, now]) => {
        const field = fields.find((each) => each.id === key);
        if (field && fits(field, now)) return null;
        const what = field ? `“${field.name}” cannot be “${String(now)}”.` : `${key} (missing): ${String(now)}`;
        return (
          <div key={key} className="field-head">
            <span className="field-warning">{what}</span>
            <RemoveButton label={`Remove the value of “${field?.name ?? key}”`} onClick={() => set(key, undefined)} />
          </div>
        );
      })}
    </>
  );
}

/** For each type of field: what its values are. */
const TYPES: Readonly<Record<Field["type"], string>> = { number: "number", choice: "string", boolean: "boolean" };

/** Whether a field can have this value: its type may have changed since. A choice that is no option any more is listed. */
function fits({ type }: Field, now: FieldValue | undefined): boolean {
  return now === undefined || typeof now === TYPES[type];
}

function choicesOf(field: Exclude<Field, { readonly type: "number" }>, now: FieldValue | undefined) {
  if (field.type === "boolean") {
    return [
      { value: "true", label: "Yes" },
      { value: "false", label: "No" },
    ];
  }
  const options = field.options.map(({ value }) => ({ value, label: value }));
  const listed = now === undefined || options.some(({ value }) => value === String(now));
  return listed ? options : [...options, { value: String(now), label: `${String(now)} (missing)` }];
}
