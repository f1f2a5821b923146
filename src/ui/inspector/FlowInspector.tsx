import { edit } from "../../app/document.ts";
import { type AppState, presentProcess, useApp } from "../../app/store.ts";
import type { Distribution } from "../../model/distribution.ts";
import { wayOf, waysOut } from "../../model/edit/ways.ts";
import { type Changes, patch } from "../../model/edit.ts";
import { EXITS, type Exit, type Flow } from "../../model/process.ts";
import { nameOf } from "../../model/words.ts";
import { FieldGroup } from "./FieldGroup.tsx";
import { ChoiceField } from "./fields/ChoiceField.tsx";
import { DistributionField } from "./fields/DistributionField.tsx";
import { OptionalField } from "./fields/OptionalField.tsx";
import { TextField } from "./fields/TextField.tsx";
import { ShareSum } from "./forms/DecisionForm.tsx";
import { FlowRule, ShareField } from "./forms/WayField.tsx";

const EXIT_WORDS: Readonly<Record<Exit, string>> = {
  done: "When the work is done",
  "gives-up": "When patience runs out",
  full: "When the queue is full",
};

const DELAY: Distribution = { dist: "constant", value: 1, unit: "h" };

/** Everything about one flow. */
export function FlowInspector({ id }: { readonly id: string }) {
  const process = useApp(presentProcess);
  const flow = useApp((state: AppState) => presentProcess(state).flows.find((each) => each.id === id));
  if (!flow) return null;
  const set = (changes: Changes<Flow>, gesture?: string) => edit((now) => patch(now, "flows", id, changes), gesture);
  const kind = process.nodes.find((node) => node.id === flow.from)?.kind;
  return (
    <>
      <div className="inspector-head">
        <h2>Flow</h2>
        <p>{`${nameOf(process, flow.from)} → ${nameOf(process, flow.to)}`}</p>
      </div>
      <FieldGroup place="common">
        <TextField
          id={`${id}.label`}
          label="Label"
          placeholder="None"
          value={flow.label}
          onChange={(label, gesture) => set({ label }, gesture)}
        />
        {(kind === "decision" || flow.share !== undefined || flow.when !== undefined) && <Condition flow={flow} />}
        {(kind === "step" || flow.on !== undefined) && (
          <ChoiceField
            label="Taken"
            value={flow.on ?? "done"}
            options={EXITS.map((exit) => ({ value: exit, label: EXIT_WORDS[exit] }))}
            onChange={(exit) => set({ on: exit === "done" ? undefined : exit })}
          />
        )}
        <OptionalField
          label="Delay"
          hint="Time lost on the way, in a hand-off for instance; it keeps nobody busy."
          present={flow.delay !== undefined}
          onAdd={() => set({ delay: DELAY })}
          onRemove={() => set({ delay: undefined })}
        >
          {(remove) => (
            <DistributionField
              id={`${id}.delay`}
              label="Delay on the way"
              value={flow.delay ?? DELAY}
              onChange={(delay, gesture) => set({ delay }, gesture)}
              action={remove}
            />
          )}
        </OptionalField>
      </FieldGroup>
    </>
  );
}

function Condition({ flow }: { readonly flow: Flow }) {
  const process = useApp(presentProcess);
  if (wayOf(waysOut(process, flow.from)) === "rule") return <FlowRule flow={flow} />;
  return (
    <div>
      <span className="field-label">Share</span>
      <ShareField flow={flow} label="Share" />
      <ShareSum of={flow.from} />
    </div>
  );
}
