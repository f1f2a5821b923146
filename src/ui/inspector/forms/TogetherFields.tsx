import { memo } from "react";
import { edit } from "../../../app/document.ts";
import { type AppState, presentProcess, useApp } from "../../../app/store.ts";
import { newEntry } from "../../../model/edit/entries.ts";
import { add, patch } from "../../../model/edit.ts";
import type { Step } from "../../../model/process.ts";
import { AddButton } from "../fields/AddButton.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { RemoveButton } from "../fields/OptionalField.tsx";
import { ReferenceField } from "../fields/ReferenceField.tsx";
import { ReferencesField } from "../fields/ReferencesField.tsx";
import { referTo, type StepFieldsProps, setStep, useStep } from "./step-fields.ts";

type Others = NonNullable<Step["with"]>;

const teamsOf = (state: AppState) => presentProcess(state).teams;

/** Which other teams a step needs at the same time, and which do it when its own has nobody free. */
export const TogetherFields = memo(function TogetherFields({ id }: StepFieldsProps) {
  const teams = useApp(teamsOf);
  const { team, with: others = [], cover = [] } = useStep(id, "team", "with", "cover");
  const put = (next: Others, gesture?: string) => setStep(id, { with: next.length === 0 ? undefined : next }, gesture);
  const free = teams.filter((each) => each.id !== team && !others.some((other) => other.team === each.id));
  const next = free[0];
  return (
    <>
      {others.map((other, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a team may stand twice until that is mended.
        <div key={index} className="together">
          <ReferenceField
            label={index === 0 ? "Also needs, at the same time" : "And"}
            value={other.team}
            list={teams}
            onChange={(chosen) =>
              put(chosen === undefined ? others.toSpliced(index, 1) : others.with(index, { ...other, team: chosen }))
            }
            onCreate={(name) =>
              edit((now) => {
                const made = newEntry(now, "teams", name);
                return patch(add(now, "teams", made), "nodes", id, {
                  with: others.with(index, { ...other, team: made.id }),
                });
              })
            }
          />
          <NumberField
            id={`${id}.with.${index}.people`}
            label="People"
            placeholder="1"
            optional
            range={{ min: 1, whole: true }}
            value={other.people}
            onChange={(people, gesture) => {
              const { people: _, ...rest } = other;
              put(others.with(index, people === undefined ? rest : { ...other, people }), gesture);
            }}
          />
          <RemoveButton label={`Needs team ${index + 2} no more`} onClick={() => put(others.toSpliced(index, 1))} />
        </div>
      ))}
      {next !== undefined && (
        <AddButton label="Another team at the same time" onClick={() => put([...others, { team: next.id }])} />
      )}
      {(team !== undefined || cover.length > 0) && (
        <ReferencesField
          label="Covered by"
          description="Teams that do it when the first has nobody free."
          placeholder="Nobody"
          value={cover}
          list={teams.filter((each) => each.id !== team)}
          onChange={(wanted) => referTo(id, "teams", "cover", wanted)}
        />
      )}
    </>
  );
});
