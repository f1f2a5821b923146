import { presentProcess, useApp } from "../../../app/store.ts";
import { NumberField } from "../fields/NumberField.tsx";
import { ReferenceField } from "../fields/ReferenceField.tsx";
import type { StepFieldsProps } from "./step-fields.ts";

/** The team that does a step and how many of it; without a team, how many records at once. */
export function PeopleFields({ step, set, create }: StepFieldsProps) {
  const { teams } = useApp(presentProcess);
  const { id, team, people, slots } = step;
  // Places are for steps without a team, and a team's people for steps with one: the file has only one of them.
  const change = (next: string | undefined) =>
    set(next === undefined ? { team: next, people: undefined, cover: undefined } : { team: next, slots: undefined });
  return (
    <>
      <ReferenceField
        label="Team"
        placeholder="Nobody"
        value={team}
        list={teams}
        onChange={change}
        onCreate={(name) => create("teams", name, (made) => ({ team: made, slots: undefined }))}
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
          onChange={(next, gesture) => set({ people: next }, gesture)}
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
          onChange={(next, gesture) => set({ slots: next }, gesture)}
        />
      )}
    </>
  );
}
