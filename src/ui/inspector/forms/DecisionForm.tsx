import { Button, SegmentedControl } from "@mantine/core";
import { edit } from "../../../app/document.ts";
import { presentProcess, useApp } from "../../../app/store.ts";
import { firstRule } from "../../../model/edit/rules.ts";
import {
  addsUp,
  byChance,
  byRule,
  makeAddUp,
  sumOfShares,
  type Way,
  wayOf,
  waysOut,
} from "../../../model/edit/ways.ts";
import { percent } from "../../../model/format.ts";
import type { NodeOf } from "../../../model/process.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import { WayField } from "./WayField.tsx";

const WAYS = [
  { value: "chance", label: "By share" },
  { value: "rule", label: "By rule" },
] as const;

/** How a decision decides: the share or the rule of each flow out of it. */
export function DecisionForm({ node: { id } }: { readonly node: NodeOf<"decision"> }) {
  const process = useApp(presentProcess);
  const flows = waysOut(process, id);
  const way = wayOf(flows);
  const [field] = process.fields;
  if (flows.length === 0) {
    return (
      <p className="inspector-words">Nothing leads out of here yet. Draw a flow to each thing that can happen next.</p>
    );
  }
  const decide = (next: Way) => {
    if (next === way) return;
    if (next === "chance") edit((now) => byChance(now, id));
    else if (field) edit((now) => byRule(now, id, firstRule(field)));
  };
  return (
    <FieldGroup place="body">
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="How it decides"
        value={way}
        data={WAYS.map((option) => ({ ...option, disabled: option.value === "rule" && way !== "rule" && !field }))}
        onChange={(next) => decide(next === "rule" ? "rule" : "chance")}
      />
      {!field && (
        <p className="field-hint">Rules compare fields of a record. Add a field to the process to decide by rule.</p>
      )}
      {flows.map((flow, index) => (
        <WayField key={flow.id} flow={flow} way={way} first={index === 0} last={index === flows.length - 1} />
      ))}
      {way === "chance" && <ShareSum of={id} />}
      {way === "rule" && (
        <p className="field-hint">The rules are tried from top to bottom; the first that holds decides.</p>
      )}
    </FieldGroup>
  );
}

/** Whether the shares out of a decision add up, and the way to make them. */
export function ShareSum({ of: id }: { readonly of: string }) {
  const flows = waysOut(useApp(presentProcess), id);
  const sum = sumOfShares(flows);
  if (addsUp(flows))
    return (
      <p className="field-hint" aria-live="polite">
        Together 100 %.
      </p>
    );
  return (
    <div className="sum-off">
      <span className="field-warning" aria-live="polite">
        {`Together ${percent(sum)}: ${percent(Math.abs(1 - sum))} too ${sum > 1 ? "much" : "little"}.`}
      </span>
      <Button size="compact-xs" variant="light" onClick={() => edit((now) => makeAddUp(now, id))}>
        Make it add up
      </Button>
    </div>
  );
}
