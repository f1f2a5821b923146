import type { ReactNode } from "react";
import type { Distribution, Mixture } from "../../../model/distribution.ts";
import { NumberField } from "./NumberField.tsx";
import { RemoveButton } from "./OptionalField.tsx";
import { Rows } from "./Rows.tsx";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: Mixture;
  /** Without a gesture, the change is an undo step of its own. */
  readonly onChange: (value: Mixture, gesture?: string) => void;
  /** The fields of one part: whoever shows a distribution knows how to show those it is made of. */
  readonly part: (
    id: string,
    label: string,
    of: Distribution,
    onChange: (of: Distribution, gesture?: string) => void,
  ) => ReactNode;
}

/** A choice between several distributions, each taken so often relative to the others. */
export function MixtureField({ id, label, value, onChange, part }: Props) {
  const { parts, unit } = value;
  const next: Distribution = parts.at(-1)?.of ?? {
    dist: "constant",
    value: 1,
    ...(unit === undefined ? {} : { unit }),
  };
  return (
    <Rows
      rows={parts}
      onChange={(all, gesture) => onChange({ ...value, parts: all }, gesture)}
      addLabel="Another part"
      next={() => ({ weight: 1, of: next })}
    >
      {(each, { index, key, set, remove }) => (
        <div className="inspector-card">
          <div className="mixture-weight">
            <NumberField
              id={`${id}.parts.${key}.weight`}
              label="Weight"
              optional={false}
              range={{ min: 0 }}
              value={each.weight}
              onChange={(weight: number, gesture) => set({ ...each, weight }, gesture)}
            />
            {parts.length > 1 && <RemoveButton label={`Remove part ${index + 1} of “${label}”`} onClick={remove} />}
          </div>
          {part(
            `${id}.parts.${key}`,
            `${label}, part ${index + 1}`,
            // A part without a unit is in the mixture's: shown with it, so that its meaning can be told.
            each.of.unit === undefined && unit !== undefined ? { ...each.of, unit } : each.of,
            (of, gesture) => set({ ...each, of }, gesture),
          )}
        </div>
      )}
    </Rows>
  );
}
