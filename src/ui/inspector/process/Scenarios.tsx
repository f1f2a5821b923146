import { Select } from "@mantine/core";
import { memo } from "react";
import { presentProcess, useApp } from "../../../app/store.ts";
import type { Change } from "../../../model/change.ts";
import { changeables } from "../../../model/change-words.ts";
import type { Scenario } from "../../../model/process.ts";
import { Rows } from "../fields/Rows.tsx";
import { TextField } from "../fields/TextField.tsx";
import { ChangeField } from "./ChangeField.tsx";
import { change, EntryList } from "./EntryList.tsx";

/** How many places a menu lists at once; typing narrows them down. */
const LISTED = 60;

/** What could be changed, and compared with how it is now. */
export const Scenarios = memo(function Scenarios() {
  return (
    <EntryList
      of="scenarios"
      word="scenario"
      empty="A scenario is a set of changes to try out, such as one more person in a team."
    >
      {(scenario) => <Changes scenario={scenario} />}
    </EntryList>
  );
});

function Changes({ scenario: { id, name, description, changes } }: { readonly scenario: Scenario }) {
  const put = (next: readonly Change[], gesture?: string) => change("scenarios", id, { changes: next }, gesture);
  return (
    <>
      <TextField
        id={`${id}.description`}
        label={`Description of “${name}”`}
        hideLabel
        placeholder="What it is to show"
        multiline
        value={description}
        onChange={(next, gesture) => change("scenarios", id, { description: next }, gesture)}
      />
      <Rows rows={changes} onChange={put}>
        {(each, { key, set, remove }) => (
          <ChangeField id={`${id}.changes.${key}`} value={each} onChange={set} onRemove={remove} />
        )}
      </Rows>
      <AddChange name={name} taken={changes.map(({ set }) => set)} onAdd={(next) => put([...changes, next])} />
    </>
  );
}

interface AddProps {
  readonly name: string;
  readonly taken: readonly string[];
  readonly onAdd: (change: Change) => void;
}

function AddChange({ name, taken, onAdd }: AddProps) {
  const process = useApp(presentProcess);
  const places = changeables(process).filter(({ set }) => !taken.includes(set));
  return (
    <Select
      size="xs"
      aria-label={`Add a change to “${name}”`}
      placeholder="Add a change: what should be different?"
      searchable
      limit={LISTED}
      nothingFoundMessage="Nothing found"
      value={null}
      data={places.map(({ set, words }) => ({ value: set, label: words }))}
      onChange={(chosen) => {
        const found = places.find(({ set }) => set === chosen);
        if (found) onAdd({ set: found.set, to: found.now });
      }}
    />
  );
}
