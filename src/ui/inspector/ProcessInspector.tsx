import { edit } from "../../app/document.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { patchProcess } from "../../model/edit.ts";
import { FieldGroup } from "./FieldGroup.tsx";
import { TextField } from "./fields/TextField.tsx";
import { Calendars } from "./process/Calendars.tsx";
import { DataItems } from "./process/DataItems.tsx";
import { Departments } from "./process/Departments.tsx";
import { Fields } from "./process/Fields.tsx";
import { RunSettings, settingsWords } from "./process/RunSettings.tsx";
import { Scenarios } from "./process/Scenarios.tsx";
import { Stages } from "./process/Stages.tsx";
import { Systems } from "./process/Systems.tsx";
import { Targets } from "./process/Targets.tsx";
import { Teams } from "./process/Teams.tsx";
import { Section, Sections } from "./Section.tsx";

/** The process itself: what it is called, how it is run, and everything its nodes refer to. */
export function ProcessInspector() {
  const process = useApp(presentProcess);
  const { name, description, currency, teams, departments, systems, data, fields, stages } = process;
  const { calendars, targets, scenarios } = process;
  return (
    <>
      <div className="inspector-head">
        <h2>Process</h2>
      </div>
      <FieldGroup place="common">
        <TextField
          id="process.name"
          label="Name"
          value={name}
          required="A process needs a name."
          onChange={(next = "", gesture) => edit((now) => patchProcess(now, { name: next }), gesture)}
        />
        <TextField
          id="process.description"
          label="Description"
          multiline
          value={description}
          onChange={(next, gesture) => edit((now) => patchProcess(now, { description: next }), gesture)}
        />
        <TextField
          id="process.currency"
          label="Currency"
          placeholder="EUR"
          value={currency}
          onChange={(next, gesture) => edit((now) => patchProcess(now, { currency: next }), gesture)}
        />
      </FieldGroup>
      <Sections of="process" first={["teams"]}>
        <Section name="run" title="Run" summary={settingsWords(process)}>
          <RunSettings />
        </Section>
        <Section name="teams" title="Teams" summary={String(teams.length)}>
          <Teams />
        </Section>
        <Section name="departments" title="Departments" summary={String(departments.length)}>
          <Departments />
        </Section>
        <Section name="systems" title="Systems" summary={String(systems.length)}>
          <Systems />
        </Section>
        <Section name="data" title="Data" summary={String(data.length)}>
          <DataItems />
        </Section>
        <Section name="fields" title="Fields of a record" summary={String(fields.length)}>
          <Fields />
        </Section>
        <Section name="stages" title="Stages" summary={String(stages.length)}>
          <Stages />
        </Section>
        <Section name="calendars" title="Calendars" summary={String(calendars.length)}>
          <Calendars />
        </Section>
        <Section name="targets" title="Targets" summary={String(targets.length)}>
          <Targets />
        </Section>
        <Section name="scenarios" title="Scenarios" summary={String(scenarios.length)}>
          <Scenarios />
        </Section>
      </Sections>
    </>
  );
}
