import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Distribution, TimeUnit } from "../../../model/distribution.ts";
import { reshape } from "../../../model/reshape.ts";
import { DISTRIBUTION_WORDS, spreadWords } from "../../../model/words.ts";
import { ChoiceField, optionsOf } from "./ChoiceField.tsx";
import { CurvePicture } from "./CurvePicture.tsx";
import { UNITS } from "./DurationField.tsx";
import { MENDS, PARAMETERS, type Parameter, parameterOf, withParameter } from "./distribution-parameters.ts";
import { MixtureField } from "./MixtureField.tsx";
import { NumberField } from "./NumberField.tsx";
import { NumbersField } from "./NumbersField.tsx";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: Distribution;
  /** Without a gesture, the change is an undo step of its own. */
  readonly onChange: (value: Distribution, gesture?: string) => void;
  /** Shown beside the label, such as a button that takes the whole thing away. */
  readonly action?: ReactNode;
}

const KINDS = optionsOf(DISTRIBUTION_WORDS);

/** A random amount: its kind, its parameters and its unit, and underneath what that means, drawn and in words. */
export function DistributionField({ id, label, value, onChange, action }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in one line with a button.
    <div className="distribution-field" role="group" aria-label={label}>
      <div className="field-head">
        <span className="field-label">{label}</span>
        {action}
      </div>
      <div className="distribution-kind">
        <ChoiceField
          hideLabel
          label={`${label}: kind`}
          value={value.dist}
          options={KINDS}
          onChange={(kind) => onChange(reshape(value, kind))}
        />
        {value.unit !== undefined && (
          <ChoiceField
            hideLabel
            label={`${label}: unit`}
            value={value.unit}
            options={UNITS}
            onChange={(unit: TimeUnit) => onChange({ ...value, unit })}
          />
        )}
      </div>
      {PARAMETERS[value.dist].length > 0 && (
        <div className="distribution-parameters">
          {PARAMETERS[value.dist].map((parameter) => (
            <ParameterField key={`${value.dist}.${parameter.key}`} {...{ id, parameter, value, onChange }} />
          ))}
        </div>
      )}
      {value.dist === "mixture" && (
        <MixtureField
          id={id}
          label={label}
          value={value}
          onChange={onChange}
          part={(part, name, of, change) => <DistributionField id={part} label={name} value={of} onChange={change} />}
        />
      )}
      <CurvePicture of={value} />
      <Meaning of={value} />
    </div>
  );
}

function ParameterField({ id, parameter, value, onChange }: Omit<Props, "label"> & { readonly parameter: Parameter }) {
  const { key, label, list, amount, plain } = parameter;
  const now = parameterOf(value, key);
  const field = {
    id: `${id}.${value.dist}.${key}`,
    label,
    range: amount && value.unit === undefined ? {} : parameter.range,
    onChange: (next: number | readonly number[] | undefined, gesture: string) =>
      onChange(withParameter(value, key, next), gesture),
  };
  return list === undefined ? (
    <NumberField {...field} optional={false} unit={plain ? undefined : value.unit} value={now as number} />
  ) : (
    <NumbersField {...field} optional={list === "any"} value={now as readonly number[] | undefined} />
  );
}

function Meaning({ of }: { readonly of: Distribution }) {
  const words = spreadWords(of);
  return (
    <Text size="xs" className={words === undefined ? "field-warning" : "field-meaning"} aria-live="polite">
      {words === undefined ? MENDS[of.dist] : `${words[0]?.toUpperCase()}${words.slice(1)}.`}
    </Text>
  );
}
