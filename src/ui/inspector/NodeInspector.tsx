import type { ReactNode } from "react";
import { edit } from "../../app/document.ts";
import { type AppState, presentProcess, useApp } from "../../app/store.ts";
import { newEntry } from "../../model/edit/entries.ts";
import { add, type Changes, patch } from "../../model/edit.ts";
import type { NodeKind, NodeOf, ProcessNode } from "../../model/process.ts";
import { KIND_WORDS } from "../../model/words.ts";
import { ReferenceField } from "./fields/ReferenceField.tsx";
import { TextField } from "./fields/TextField.tsx";
import { DecisionForm } from "./forms/DecisionForm.tsx";
import { EndForm } from "./forms/EndForm.tsx";
import { ForkForm, JoinForm } from "./forms/GatewayForms.tsx";
import { StartForm } from "./forms/StartForm.tsx";
import { StepForm } from "./forms/StepForm.tsx";
import { WaitForm } from "./forms/WaitForm.tsx";

/** What is asked about a node of each kind, besides what is asked about all. */
const FORMS: { readonly [K in NodeKind]: (props: { readonly node: NodeOf<K> }) => ReactNode } = {
  start: StartForm,
  step: StepForm,
  decision: DecisionForm,
  fork: ForkForm,
  join: JoinForm,
  wait: WaitForm,
  end: EndForm,
};

/** Kinds whose symbol says enough without a name. */
const MAY_BE_NAMELESS: ReadonlySet<NodeKind> = new Set(["fork", "join"]);

/** Everything about one node. */
export function NodeInspector({ id }: { readonly id: string }) {
  const node = useApp((state: AppState) => presentProcess(state).nodes.find((each) => each.id === id));
  if (!node) return null;
  const Form = FORMS[node.kind] as (props: { readonly node: ProcessNode }) => ReactNode;
  return (
    <>
      <div className="inspector-head">
        <h2>{KIND_WORDS[node.kind]}</h2>
      </div>
      <CommonFields node={node} />
      <Form node={node} />
    </>
  );
}

function CommonFields({ node }: { readonly node: ProcessNode }) {
  const process = useApp(presentProcess);
  const { id, kind } = node;
  const set = (changes: Changes<ProcessNode>, gesture?: string) =>
    edit((now) => patch(now, "nodes", id, changes), gesture);
  const create = (list: "departments" | "stages", key: "department" | "stage") => (name: string) =>
    edit((now) => {
      const entry = newEntry(now, list, name);
      return patch(add(now, list, entry), "nodes", id, { [key]: entry.id });
    });
  return (
    <div className="inspector-fields inspector-common">
      <TextField
        id={`${id}.name`}
        label="Name"
        value={node.name}
        {...(MAY_BE_NAMELESS.has(kind) ? {} : { required: `A ${KIND_WORDS[kind].toLowerCase()} needs a name.` })}
        onChange={(name = "", gesture) => set({ name }, gesture)}
      />
      <TextField
        id={`${id}.description`}
        label="Description"
        multiline
        value={node.description}
        onChange={(description, gesture) => set({ description }, gesture)}
      />
      <div className="field-columns">
        <ReferenceField
          label="Department"
          placeholder="None"
          value={node.department}
          list={process.departments}
          onChange={(department) => set({ department })}
          onCreate={create("departments", "department")}
        />
        {(process.stages.length > 0 || node.stage !== undefined) && (
          <ReferenceField
            label="Stage"
            placeholder="None"
            value={node.stage}
            list={process.stages}
            onChange={(stage) => set({ stage })}
            onCreate={create("stages", "stage")}
          />
        )}
      </div>
      {node.link !== undefined && (
        <TextField
          id={`${id}.link`}
          label="Link"
          value={node.link}
          refuse={refuseLink}
          onChange={(link, gesture) => set({ link }, gesture)}
        />
      )}
    </div>
  );
}

function refuseLink(text: string): string | undefined {
  return /^(https?|mailto):/i.test(text) ? undefined : "A link has to begin with https:, http: or mailto:.";
}
