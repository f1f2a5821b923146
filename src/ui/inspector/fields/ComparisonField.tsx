import { MultiSelect } from "@mantine/core";
import type { CompareRule } from "../../../model/edit/rules.ts";
import { onField } from "../../../model/edit/rules.ts";
import type { Field } from "../../../model/process.ts";
import type { Comparison, FieldValue } from "../../../model/rule.ts";
import { comparisonWords } from "../../../model/words.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import { NumberField } from "./NumberField.tsx";
import { TextField } from "./TextField.tsx";

interface Props {
  readonly id: string;
  readonly value: CompareRule;
  readonly fields: readonly Field[];
  /** Without a gesture, the change is an undo step of its own. */
  readonly onChange: (value: CompareRule, gesture?: string) => void;
}

/** For each type of field: the comparisons that make sense. */
const COMPARISONS: Readonly<Record<Field["type"], readonly Comparison[]>> = {
  number: [">=", ">", "<=", "<", "=", "!="],
  choice: ["=", "!=", "in"],
  boolean: ["="],
};

/** One condition: a field, how it compares, and to what. */
export function ComparisonField({ id, value, fields, onChange }: Props) {
  const field = fields.find((each) => each.id === value.field);
  const choices = fields.map((each) => ({ value: each.id, label: each.name }));
  const known = field ? COMPARISONS[field.type] : [];
  const comparisons = known.includes(value.is) ? known : [...known, value.is];
  return (
    <div className="comparison-field">
      <ChoiceField
        hideLabel
        label="Field"
        value={value.field}
        options={field ? choices : [{ value: value.field, label: `${value.field} (missing)` }, ...choices]}
        onChange={(chosen) => {
          const next = fields.find((each) => each.id === chosen);
          if (next && next !== field) onChange(onField(value, field, next));
        }}
      />
      <ChoiceField
        hideLabel
        label="Comparison"
        value={value.is}
        options={comparisons.map((is) => ({ value: is, label: comparisonWords(is) }))}
        onChange={(is) => onChange({ ...value, is, to: fitting(value.to, is) })}
      />
      <ValueField id={id} value={value} field={field} onChange={onChange} />
    </div>
  );
}

/** A list for “is one of”, and one value for all other comparisons. */
function fitting(to: CompareRule["to"], is: Comparison): CompareRule["to"] {
  if (is === "in") return isList(to) ? to : [to];
  return isList(to) ? (to[0] ?? "") : to;
}

function isList(to: CompareRule["to"]): to is readonly FieldValue[] {
  return Array.isArray(to);
}

function ValueField({ id, value, field, onChange }: Omit<Props, "fields"> & { readonly field: Field | undefined }) {
  const { to } = value;
  const take = (next: CompareRule["to"], gesture?: string) => onChange({ ...value, to: next }, gesture);
  if (isList(to)) {
    const options = field?.type === "choice" ? field.options.map((option) => option.value) : [];
    const all = [...new Set([...options, ...to.map(String)])];
    return (
      <MultiSelect
        size="xs"
        aria-label="Values"
        data={all}
        value={to.map(String)}
        onChange={(next) => take(next.map((text) => to.find((each) => String(each) === text) ?? text))}
      />
    );
  }
  if (typeof to === "boolean") {
    const options = [
      { value: "yes", label: "yes" },
      { value: "no", label: "no" },
    ] as const;
    return (
      <ChoiceField
        hideLabel
        label="Value"
        value={to ? "yes" : "no"}
        options={options}
        onChange={(next) => take(next === "yes")}
      />
    );
  }
  if (typeof to === "number") {
    return (
      <NumberField
        id={id}
        hideLabel
        label="Value"
        optional={false}
        value={to}
        onChange={(next: number, gesture) => take(next, gesture)}
      />
    );
  }
  if (field?.type === "choice") {
    const known = field.options.map((option) => ({ value: option.value, label: option.value }));
    const options = known.some((option) => option.value === to)
      ? known
      : [{ value: to, label: `${to} (missing)` }, ...known];
    return <ChoiceField hideLabel label="Value" value={to} options={options} onChange={(next) => take(next)} />;
  }
  return (
    <TextField id={id} hideLabel label="Value" value={to} onChange={(next = "", gesture) => take(next, gesture)} />
  );
}
