import type { ReactNode } from "react";
import { presentProcess, useApp } from "../../../app/store.ts";
import { firstRule, type Join, partsOf, ruleOf } from "../../../model/edit/rules.ts";
import type { Rule } from "../../../model/rule.ts";
import { ruleWords } from "../../../model/words.ts";
import { AddButton } from "./AddButton.tsx";
import { ChoiceField, optionsOf } from "./ChoiceField.tsx";
import { ComparisonField } from "./ComparisonField.tsx";
import { RemoveButton } from "./OptionalField.tsx";
import { Rows } from "./Rows.tsx";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: Rule;
  /** Without a gesture, the change is an undo step of its own. */
  readonly onChange: (value: Rule, gesture?: string) => void;
  readonly action?: ReactNode;
}

const JOINS: Readonly<Record<Join, string>> = {
  all: "all of these hold",
  any: "any of these holds",
  none: "none of these holds",
  "not-all": "not all of these hold",
};

/** A rule as a list of conditions, each a comparison or such a list itself, and the whole of it as a sentence. */
export function RuleField({ id, label, value, onChange, action }: Props) {
  const process = useApp(presentProcess);
  const taken = partsOf(value);
  const { join, parts } = taken;
  const add = (part: Rule) => onChange(ruleOf({ ...taken, parts: [...parts, part] }));
  const [field] = process.fields;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in one line with a button.
    <div role="group" aria-label={label} className="rule-field">
      <div className="field-head">
        <span className="field-label">{label}</span>
        {(parts.length > 1 || join === "none" || join === "not-all") && (
          <ChoiceField
            hideLabel
            label={`${label}: how the conditions combine`}
            value={join}
            options={optionsOf(JOINS)}
            onChange={(next) => onChange(ruleOf({ ...taken, join: next }))}
          />
        )}
        {action}
      </div>
      <Rows rows={parts} onChange={(all, gesture) => onChange(ruleOf({ ...taken, parts: all }), gesture)}>
        {(part, { key, set, remove }) => (
          <div className="rule-part">
            {"field" in part ? (
              <ComparisonField id={`${id}.${key}`} value={part} fields={process.fields} onChange={set} />
            ) : (
              <RuleField id={`${id}.${key}`} label="where" value={part} onChange={set} />
            )}
            {parts.length > 1 && <RemoveButton label="Remove this condition" onClick={remove} />}
          </div>
        )}
      </Rows>
      {parts.length + (value === parts[0] ? 0 : 1) > 1 && (
        <p className="field-hint">{`${capital(ruleWords(value, process))}.`}</p>
      )}
      {field !== undefined && (
        <div className="rule-more">
          <AddButton label="Another condition" onClick={() => add(firstRule(field))} />
          <AddButton label="A group" onClick={() => add({ any: [firstRule(field), firstRule(field)] })} />
        </div>
      )}
    </div>
  );
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
