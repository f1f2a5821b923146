import type { Distribution } from "../../../model/distribution.ts";
import { patch } from "../../../model/edit.ts";
import type { Arrivals } from "../../../model/process.ts";
import { CalendarField } from "../fields/CalendarField.tsx";
import { ChoiceField } from "../fields/ChoiceField.tsx";
import { DistributionField } from "../fields/DistributionField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { NumbersField } from "../fields/NumbersField.tsx";
import { OptionalField } from "../fields/OptionalField.tsx";
import { RateFields } from "./RateFields.tsx";

interface Props {
  readonly id: string;
  readonly arrivals: Arrivals | undefined;
  /** Without a gesture, the change is an undo step of its own. */
  readonly onChange: (arrivals: Arrivals | undefined, gesture?: string) => void;
}

type Every = Extract<Arrivals, { readonly every: unknown }>;
type Kind = "none" | "every" | "at" | "rates";

const KINDS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: "every", label: "One after the other" },
  { value: "rates", label: "At rates that change over time" },
  { value: "at", label: "At given times" },
  { value: "none", label: "Not said" },
];

const EVERY: Distribution = { dist: "exponential", mean: 10, unit: "min" };

/** For each kind: what it starts from, where nothing there tells how many arrive. */
const FIRST: Readonly<Record<Kind, Arrivals | undefined>> = {
  none: undefined,
  every: { every: EVERY },
  at: { at: [0] },
  rates: {
    rates: [
      { for: { value: 8, unit: "h" }, perHour: 6 },
      { for: { value: 16, unit: "h" }, perHour: 1 },
    ],
  },
};

function kindOf(arrivals: Arrivals | undefined): Kind {
  if (arrivals === undefined) return "none";
  if ("every" in arrivals) return "every";
  return "at" in arrivals ? "at" : "rates";
}

/** Another way to arrive; what other programs wrote at the first stays. */
function turned(before: Arrivals | undefined, next: Arrivals | undefined): Arrivals | undefined {
  return next && before?.extensions ? { ...next, extensions: before.extensions } : next;
}

/** When records arrive: at intervals, at rates or at given times. */
export function ArrivalFields({ id, arrivals, onChange }: Props) {
  const kind = kindOf(arrivals);
  return (
    <>
      <ChoiceField
        label="Records arrive"
        value={kind}
        options={KINDS}
        onChange={(next) => {
          if (next !== kind) onChange(turned(arrivals, FIRST[next]));
        }}
      />
      {arrivals !== undefined && "every" in arrivals && <EveryFields id={id} every={arrivals} onChange={onChange} />}
      {arrivals !== undefined && "rates" in arrivals && (
        <RateFields
          id={id}
          rates={arrivals.rates}
          onChange={(rates, gesture) => onChange({ ...arrivals, rates }, gesture)}
        />
      )}
      {arrivals !== undefined && "at" in arrivals && (
        <NumbersField
          id={`${id}.at`}
          label="Minutes from the start of the run"
          optional={false}
          range={{ min: 0 }}
          value={arrivals.at}
          onChange={(at = [], gesture) => onChange({ ...arrivals, at }, gesture)}
        />
      )}
    </>
  );
}

interface EveryProps {
  readonly id: string;
  readonly every: Every;
  readonly onChange: (arrivals: Arrivals, gesture?: string) => void;
}

function EveryFields({ id, every, onChange }: EveryProps) {
  const set = (key: "batch" | "max" | "first", value: number | Distribution | undefined, gesture?: string) => {
    const { [key]: _, ...rest } = every;
    onChange(value === undefined ? rest : { ...every, [key]: value }, gesture);
  };
  return (
    <>
      <DistributionField
        id={`${id}.every`}
        label="Time from one to the next"
        value={every.every}
        onChange={(next, gesture) => onChange({ ...every, every: next }, gesture)}
      />
      <div className="field-columns">
        <NumberField
          id={`${id}.batch`}
          label="Records at once"
          placeholder="1"
          optional
          range={{ min: 1, whole: true }}
          value={every.batch}
          onChange={(batch, gesture) => set("batch", batch, gesture)}
        />
        <NumberField
          id={`${id}.max`}
          label="In all at most"
          placeholder="No limit"
          optional
          range={{ min: 1, whole: true }}
          value={every.max}
          onChange={(max, gesture) => set("max", max, gesture)}
        />
      </div>
      <OptionalField
        label="First arrival"
        hint="Otherwise the first comes after one gap."
        present={every.first !== undefined}
        onAdd={() => set("first", { dist: "constant", value: 0, unit: "min" })}
        onRemove={() => set("first", undefined)}
      >
        {(remove) => (
          <DistributionField
            id={`${id}.first`}
            label="First arrival after"
            value={every.first ?? EVERY}
            onChange={(first, gesture) => set("first", first, gesture)}
            action={remove}
          />
        )}
      </OptionalField>
      <CalendarField
        label="Only in the hours of"
        placeholder="The clock, day and night"
        value={every.calendar}
        change={(now, calendar) => {
          const { calendar: _, ...rest } = every;
          return patch(now, "nodes", id, { arrivals: calendar === undefined ? rest : { ...every, calendar } });
        }}
      />
    </>
  );
}
