import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { presentProcess, useApp } from "../../../app/store.ts";
import { firstRule, partsOf, ruleOf } from "../../../model/edit/rules.ts";
import type { Rule } from "../../../model/rule.ts";
import { ruleWords } from "../../../model/words.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import { ComparisonField } from "./ComparisonField.tsx";
import { RemoveButton } from "./OptionalField.tsx";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: Rule;
  /** Without a gesture, the change is an undo step of its own. */
  readonly onChange: (value: Rule, gesture?: string) => void;
  readonly action?: ReactNode;
}

const JOINS = [
  { value: "all", label: "all of these hold" },
  { value: "any", label: "any of these holds" },
] as const;

/** A rule as a list of conditions. Conditions inside conditions are shown in words. */
export function RuleField({ id, label, value, onChange, action }: Props) {
  const process = useApp(presentProcess);
  const { join, parts } = partsOf(value);
  const setPart = (index: number, part: Rule, gesture?: string) =>
    onChange(ruleOf({ join, parts: parts.with(index, part) }), gesture);
  const [field] = process.fields;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in one line with a button.
    <div role="group" aria-label={label} className="rule-field">
      <div className="field-head">
        <span className="field-label">{label}</span>
        {parts.length > 1 && (
          <ChoiceField
            hideLabel
            label={`${label}: how the conditions combine`}
            value={join}
            options={JOINS}
            onChange={(next) => onChange(ruleOf({ join: next, parts }))}
          />
        )}
        {action}
      </div>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place.
        <div key={index} className="rule-part">
          {"field" in part ? (
            <ComparisonField
              id={`${id}.${index}`}
              value={part}
              fields={process.fields}
              onChange={(next, gesture) => setPart(index, next, gesture)}
            />
          ) : (
            <span className="inspector-words">{ruleWords(part, process)}</span>
          )}
          {parts.length > 1 && (
            <RemoveButton
              label="Remove this condition"
              onClick={() => onChange(ruleOf({ join, parts: parts.toSpliced(index, 1) }))}
            />
          )}
        </div>
      ))}
      {field !== undefined && (
        <Button
          size="compact-xs"
          variant="subtle"
          className="quiet-left"
          leftSection={<IconPlus size={13} />}
          onClick={() => onChange(ruleOf({ join, parts: [...parts, firstRule(field)] }))}
        >
          Another condition
        </Button>
      )}
    </div>
  );
}
