import { edit } from "../../../app/document.ts";
import type { Distribution } from "../../../model/distribution.ts";
import { patch } from "../../../model/edit.ts";
import type { NodeOf } from "../../../model/process.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import { CalendarField } from "../fields/CalendarField.tsx";
import { DistributionField } from "../fields/DistributionField.tsx";
import { OptionalField } from "../fields/OptionalField.tsx";

const FIRST: Distribution = { dist: "constant", value: 1, unit: "h" };

/** How long a record waits; nobody is needed for it. */
export function WaitForm({ node: { id, for: time, calendar } }: { readonly node: NodeOf<"wait"> }) {
  const set = (to: Distribution | undefined, gesture?: string) =>
    edit((now) => patch(now, "nodes", id, { for: to }), gesture);
  return (
    <FieldGroup place="body">
      <OptionalField
        label="Waits for"
        hint="How long a record waits here; it keeps nobody busy."
        present={time !== undefined}
        onAdd={() => set(FIRST)}
        onRemove={() => set(undefined)}
      >
        {(remove) => (
          <DistributionField id={`${id}.for`} label="Waits for" value={time ?? FIRST} onChange={set} action={remove} />
        )}
      </OptionalField>
      <CalendarField
        label="Counts only the hours of"
        placeholder="The clock, day and night"
        value={calendar}
        change={(now, to) => patch(now, "nodes", id, { calendar: to })}
      />
    </FieldGroup>
  );
}
