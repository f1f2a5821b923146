import { memo } from "react";
import { type AppState, presentProcess, useApp } from "../../../app/store.ts";
import type { Distribution } from "../../../model/distribution.ts";
import type { Process, Step } from "../../../model/process.ts";
import { nameOf, spreadWords } from "../../../model/words.ts";
import { ChoiceField } from "../fields/ChoiceField.tsx";
import { DistributionField } from "../fields/DistributionField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { OptionalField } from "../fields/OptionalField.tsx";
import { SwitchField } from "../fields/SwitchField.tsx";
import { type StepFieldsProps, setStep, useStep } from "./step-fields.ts";

type Queue = NonNullable<Step["queue"]>;

const ORDERS = [
  { value: "first-come", label: "Who came first" },
  { value: "last-come", label: "Who came last" },
  { value: "priority", label: "By priority" },
] as const;

const PATIENCE: Distribution = { dist: "exponential", mean: 1, unit: "d" };
/** The choice of the menu for a priority that is a number of the step, not a field of the record. */
const OF_STEP = "";

const fieldsOf = (state: AppState) => presentProcess(state).fields;

/** Who goes first, how many may wait, and how long they put up with it. */
export const QueueFields = memo(function QueueFields({ id }: StepFieldsProps) {
  const fields = useApp(fieldsOf);
  const { queue, patience } = useStep(id, "queue", "patience");
  const setQueue = (changes: { readonly [K in keyof Queue]?: Queue[K] | undefined }, gesture?: string) => {
    const entries = Object.entries({ ...queue, ...changes }).filter(([, value]) => value !== undefined);
    setStep(id, { queue: entries.length === 0 ? undefined : (Object.fromEntries(entries) as Queue) }, gesture);
  };
  const ranked = queue?.order === "priority" || queue?.priority !== undefined;
  const byField = typeof queue?.priority === "string";
  const numbers = fields.filter(({ type, id: field }) => type === "number" || field === queue?.priority);
  return (
    <>
      <ChoiceField
        label="Who goes first"
        value={queue?.order ?? "first-come"}
        options={ORDERS}
        onChange={(order) => setQueue({ order })}
      />
      {ranked && (numbers.length > 0 || byField) && (
        <ChoiceField
          label="Priority is"
          value={byField ? String(queue?.priority) : OF_STEP}
          options={[
            { value: OF_STEP, label: "The same for all who come here" },
            ...numbers.map(({ id: field, name }) => ({ value: field, label: `The record’s “${name}”` })),
          ]}
          onChange={(field) => setQueue({ priority: field === OF_STEP ? undefined : field })}
        />
      )}
      {ranked && !byField && (
        <NumberField
          id={`${id}.queue.priority`}
          label="Priority of this step with its team"
          description="A smaller number goes first."
          placeholder="None"
          optional
          value={typeof queue?.priority === "number" ? queue.priority : undefined}
          onChange={(priority, gesture) => setQueue({ priority }, gesture)}
        />
      )}
      {(ranked || queue?.preempt) && (
        <SwitchField
          label="Urgent work interrupts"
          description="A record that goes first interrupts the work on one that does not."
          value={queue?.preempt ?? false}
          onChange={(preempt) => setQueue({ preempt: preempt || undefined })}
        />
      )}
      <NumberField
        id={`${id}.queue.limit`}
        label="How many may wait"
        placeholder="No limit"
        optional
        range={{ min: 0, whole: true }}
        value={queue?.limit}
        onChange={(limit, gesture) => setQueue({ limit }, gesture)}
      />
      <OptionalField
        label="Patience"
        hint="How long a record waits before it gives up."
        present={patience !== undefined}
        onAdd={() => setStep(id, { patience: PATIENCE })}
        onRemove={() => setStep(id, { patience: undefined })}
      >
        {(remove) => (
          <DistributionField
            id={`${id}.patience`}
            label="Patience: gives up after"
            value={patience ?? PATIENCE}
            onChange={(next, gesture) => setStep(id, { patience: next }, gesture)}
            action={remove}
          />
        )}
      </OptionalField>
    </>
  );
});

/** How records queue for a step, in a few words. */
export function queueWords({ queue, patience }: Step, process: Process): string {
  const { order = "first-come", priority, limit } = queue ?? {};
  const parts = [
    order === "first-come" ? "first come" : order === "last-come" ? "last come" : "by priority",
    ...(typeof priority === "string" ? [nameOf(process, priority)] : []),
    ...(limit === undefined ? [] : [`at most ${limit}`]),
    ...(patience === undefined ? [] : [`gives up: ${spreadWords(patience)?.split(",")[0] ?? "to mend"}`]),
  ];
  return parts.join(", ");
}
