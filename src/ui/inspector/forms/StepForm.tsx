import { presentProcess, useApp } from "../../../app/store.ts";
import type { Process, Step, Work } from "../../../model/process.ts";
import { durationWords, nameOf, spreadWords } from "../../../model/words.ts";
import { ChoiceField, optionsOf } from "../fields/ChoiceField.tsx";
import { Section, Sections } from "../Section.tsx";
import { BatchFields } from "./BatchFields.tsx";
import { CostFields } from "./CostFields.tsx";
import { DataFields } from "./DataFields.tsx";
import { PeopleFields } from "./PeopleFields.tsx";
import { QueueFields, queueWords } from "./QueueFields.tsx";
import { setStep } from "./step-fields.ts";
import { TogetherFields } from "./TogetherFields.tsx";
import { WorkFields } from "./WorkFields.tsx";

const AUTOMATION: Readonly<Record<NonNullable<Step["automation"]> | "", string>> = {
  "": "Not said",
  manual: "By hand",
  assisted: "By hand, with help",
  automated: "Automatic",
};

/** Who does a step, how long it takes, how records queue for it and what it needs and makes. */
export function StepForm({ node: step }: { readonly node: Step }) {
  const process = useApp(presentProcess);
  return (
    <Sections of="step" first={["work", "people", "data"]}>
      <Section name="work" title="Work" summary={workWords(step.work)}>
        <WorkFields id={step.id} />
        <ChoiceField
          label="Automation"
          value={step.automation ?? ""}
          options={optionsOf(AUTOMATION)}
          onChange={(chosen) => setStep(step.id, { automation: chosen === "" ? undefined : chosen })}
        />
      </Section>
      <Section name="people" title="Who does it" summary={whoWords(step, process)}>
        <PeopleFields id={step.id} />
        <TogetherFields id={step.id} />
        <BatchFields id={step.id} />
      </Section>
      <Section name="data" title="Data and systems" summary={dataWords(step)}>
        <DataFields id={step.id} />
      </Section>
      <Section name="queue" title="Queue" summary={queueWords(step, process)}>
        <QueueFields id={step.id} />
      </Section>
      <Section name="cost" title="Cost and target" summary={costWords(step, process)}>
        <CostFields id={step.id} />
      </Section>
    </Sections>
  );
}

function workWords(work: Work | undefined): string {
  if (work === undefined) return "none yet";
  if ("by" in work) return "depends on the record";
  const { dist } = work;
  if (dist === "constant" && work.unit !== undefined) return durationWords({ value: work.value, unit: work.unit });
  return spreadWords(work)?.split(",")[0] ?? "to mend";
}

function whoWords({ team, people = 1, slots, with: others = [] }: Step, process: Process): string {
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  if (team !== undefined) return `${people === 1 ? "" : `${people} of `}${nameOf(process, team)}${more}`;
  if (slots === undefined) return "nobody, no limit";
  return slots === 1 ? "one at a time" : `${slots} at a time`;
}

function dataWords({ inputs = [], outputs = [], systems = [] }: Step): string {
  return `${inputs.length} in, ${outputs.length} out, ${systems.length} ${systems.length === 1 ? "system" : "systems"}`;
}

function costWords({ cost, target }: Step, { currency = "" }: Process): string {
  const parts = [
    ...(cost === undefined ? [] : [`${cost} ${currency}`.trim()]),
    ...(target === undefined ? [] : [`within ${durationWords(target)}`]),
  ];
  return parts.length === 0 ? "none" : parts.join(", ");
}
