import type { ReactNode } from "react";
import { type Duration, TIME_UNITS, type TimeUnit } from "../../../model/distribution.ts";
import { UNIT_WORDS } from "../../../model/words.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import { NumberField } from "./NumberField.tsx";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: Duration;
  /** Without a gesture, the change is an undo step of its own. */
  readonly onChange: (value: Duration, gesture?: string) => void;
  /** Shown beside the label, such as a button that takes the whole thing away. */
  readonly action?: ReactNode;
}

/** The units of time as a menu. */
export const UNITS = TIME_UNITS.map((unit) => ({ value: unit, label: UNIT_WORDS[unit] }));

/** A fixed stretch of time: a number and its unit. */
export function DurationField({ id, label, value, onChange, action }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in one line with a button.
    <div role="group" aria-label={label}>
      <div className="field-head">
        <span className="field-label">{label}</span>
        {action}
      </div>
      <div className="field-columns">
        <NumberField
          id={id}
          label={label}
          hideLabel
          optional={false}
          range={{ above: 0 }}
          unit={value.unit}
          value={value.value}
          onChange={(next: number, gesture) => onChange({ ...value, value: next }, gesture)}
        />
        <ChoiceField
          label={`${label}: unit`}
          hideLabel
          value={value.unit}
          options={UNITS}
          onChange={(unit: TimeUnit) => onChange({ ...value, unit })}
        />
      </div>
    </div>
  );
}
