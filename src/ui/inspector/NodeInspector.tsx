import type { ReactNode } from "react";
import { type AppState, presentProcess, useApp } from "../../app/store.ts";
import type { NodeKind, NodeOf, ProcessNode } from "../../model/process.ts";
import { KIND_WORDS } from "../../model/words.ts";
import { FieldGroup } from "./FieldGroup.tsx";
import { DecisionForm } from "./forms/DecisionForm.tsx";
import { EndForm } from "./forms/EndForm.tsx";
import { ForkForm, JoinForm } from "./forms/GatewayForms.tsx";
import { StartForm } from "./forms/StartForm.tsx";
import { StepForm } from "./forms/StepForm.tsx";
import { WaitForm } from "./forms/WaitForm.tsx";
import { NodePlace } from "./NodePlace.tsx";
import { NodeTexts } from "./NodeTexts.tsx";

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
      <FieldGroup place="common">
        <NodeTexts node={node} />
        <NodePlace id={id} />
      </FieldGroup>
      <Form node={node} />
    </>
  );
}
