import { memo } from "react";
import { useShallow } from "zustand/react/shallow";
import { type AppState, presentProcess, useApp } from "../../../app/store.ts";
import { patch } from "../../../model/edit.ts";
import { CalendarField } from "../fields/CalendarField.tsx";
import { ChoiceField } from "../fields/ChoiceField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { change, EntryList } from "./EntryList.tsx";

const aroundTeams = (state: AppState) => {
  const { departments, currency } = presentProcess(state);
  return { departments, currency };
};

/** Who does the work: how many people each team has, where they belong and what they cost. */
export const Teams = memo(function Teams() {
  const { departments, currency } = useApp(useShallow(aroundTeams));
  const homes = (now: string | undefined) => [
    { value: "", label: "None" },
    ...departments.map(({ id, name }) => ({ value: id, label: name })),
    ...(now === undefined || departments.some(({ id }) => id === now)
      ? []
      : [{ value: now, label: `${now} (missing)` }]),
  ];
  return (
    <EntryList of="teams" word="team" empty="A team is a group of people who can do the same steps.">
      {({ id, people, department, costPerHour, calendar }) => (
        <>
          <div className="field-columns">
            <NumberField
              id={`${id}.people`}
              label="People"
              optional={false}
              stepper
              range={{ min: 1, whole: true }}
              value={people}
              onChange={(next: number, gesture) => change("teams", id, { people: next }, gesture)}
            />
            <NumberField
              id={`${id}.costPerHour`}
              label={currency === undefined ? "Cost an hour" : `${currency} an hour`}
              placeholder="0"
              optional
              range={{ min: 0 }}
              value={costPerHour}
              onChange={(next, gesture) => change("teams", id, { costPerHour: next }, gesture)}
            />
            <ChoiceField
              label="Department"
              value={department ?? ""}
              options={homes(department)}
              onChange={(next) => change("teams", id, { department: next === "" ? undefined : next })}
            />
            <CalendarField
              label="On shift"
              placeholder="Day and night"
              value={calendar}
              change={(now, to) => patch(now, "teams", id, { calendar: to })}
            />
          </div>
        </>
      )}
    </EntryList>
  );
});
