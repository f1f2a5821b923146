import { ActionIcon, Button, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconChevronRight } from "@tabler/icons-react";
import { edit } from "../../../app/document.ts";
import { select } from "../../../app/selection.ts";
import { presentProcess, useApp } from "../../../app/store.ts";
import { firstRule } from "../../../model/edit/rules.ts";
import { makeOtherwise, moveWay, type Way } from "../../../model/edit/ways.ts";
import { patch } from "../../../model/edit.ts";
import type { Flow } from "../../../model/process.ts";
import { nameOf } from "../../../model/words.ts";
import { NumberField } from "../fields/NumberField.tsx";
import { RuleField } from "../fields/RuleField.tsx";

interface Props {
  readonly flow: Flow;
  readonly way: Way;
  readonly first: boolean;
  readonly last: boolean;
}

/** One flow out of a decision: where it leads, and its share or rule. */
export function WayField({ flow, way, first, last }: Props) {
  const process = useApp(presentProcess);
  const to = nameOf(process, flow.to);
  return (
    <div className="inspector-card">
      <div className="field-head">
        <UnstyledButton className="way-name" onClick={() => select([], [flow.id])} title="Show this flow">
          <IconChevronRight size={13} aria-hidden />
          {flow.label === undefined || flow.label === "" ? to : `${flow.label} → ${to}`}
        </UnstyledButton>
        {way === "rule" && (
          <>
            <Move flow={flow} by={-1} off={first} />
            <Move flow={flow} by={1} off={last} />
          </>
        )}
      </div>
      {way === "chance" ? <ShareField flow={flow} label={`Share to ${to}`} /> : <FlowRule flow={flow} />}
    </div>
  );
}

/** The share of a flow out of a decision, typed in percent. */
export function ShareField({ flow: { id, share }, label }: { readonly flow: Flow; readonly label: string }) {
  return (
    <NumberField
      id={`${id}.share`}
      label={label}
      hideLabel
      optional
      placeholder="0"
      times={100}
      range={{ min: 0, max: 100 }}
      suffix="%"
      value={share}
      onChange={(next, gesture) => edit((now) => patch(now, "flows", id, { share: next }), gesture)}
    />
  );
}

/** The rule of a flow out of a decision, or that it is for all that meet none of the others. */
export function FlowRule({ flow }: { readonly flow: Flow }) {
  const { fields } = useApp(presentProcess);
  const [field] = fields;
  const { id, when, otherwise } = flow;
  if (otherwise) return <p className="inspector-words">Otherwise: every record that meets none of the rules.</p>;
  if (when === undefined) {
    return (
      <Button
        size="compact-xs"
        variant="subtle"
        disabled={!field}
        onClick={() => field && edit((now) => patch(now, "flows", id, { when: firstRule(field), share: undefined }))}
      >
        Add a rule
      </Button>
    );
  }
  return (
    <>
      <RuleField
        id={`${id}.when`}
        label="If"
        value={when}
        onChange={(next, gesture) => edit((now) => patch(now, "flows", id, { when: next }), gesture)}
      />
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        className="quiet-left"
        onClick={() => edit((now) => makeOtherwise(now, flow))}
      >
        Make this the otherwise
      </Button>
    </>
  );
}

function Move({ flow, by, off }: { readonly flow: Flow; readonly by: -1 | 1; readonly off: boolean }) {
  const label = by < 0 ? "Try sooner" : "Try later";
  return (
    <ActionIcon
      size={24}
      variant="subtle"
      color="gray"
      // Still to be focused: who moves by keys goes on from here.
      aria-disabled={off}
      data-disabled={off}
      aria-label={label}
      title={label}
      onClick={() => edit((now) => moveWay(now, flow, by))}
    >
      {by < 0 ? <IconArrowUp size={14} /> : <IconArrowDown size={14} />}
    </ActionIcon>
  );
}
