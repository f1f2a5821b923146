import { memo } from "react";
import { type AppState, presentProcess, useApp } from "../../../app/store.ts";
import { NumberField } from "../fields/NumberField.tsx";
import { ReferenceField } from "../fields/ReferenceField.tsx";
import { createFor, type StepFieldsProps, setStep, useStep } from "./step-fields.ts";

const teamsOf = (state: AppState) => presentProcess(state).teams;

/** The team that does a step and how many of it; without a team, how many records at once. */
export const PeopleFields = memo(function PeopleFields({ id }: StepFieldsProps) {
  const teams = useApp(teamsOf);
  const { team, people, slots } = useStep(id, "team", "people", "slots");
  // Places are for steps without a team, and a team's people for steps with one: the file has only one of them.
  const change = (next: string | undefined) =>
    setStep(
      id,
      next === undefined ? { team: next, people: undefined, cover: undefined } : { team: next, slots: undefined },
    );
  return (
    <>
      <ReferenceField
        label="Team"
        placeholder="Nobody"
        value={team}
        list={teams}
        onChange={change}
        onCreate={(name) => createFor(id, "teams", name, (made) => ({ team: made, slots: undefined }))}
      />
      {(team !== undefined || people !== undefined) && (
        <NumberField
          id={`${id}.people`}
          label="People needed at once"
          placeholder="1"
          optional
          stepper
          range={{ min: 1, whole: true }}
          value={people}
          onChange={(next, gesture) => setStep(id, { people: next }, gesture)}
        />
      )}
      {(team === undefined || slots !== undefined) && (
        <NumberField
          id={`${id}.slots`}
          label="Places: how many records at once"
          placeholder="No limit"
          optional
          range={{ min: 1, whole: true }}
          value={slots}
          onChange={(next, gesture) => setStep(id, { slots: next }, gesture)}
        />
      )}
    </>
  );
});
