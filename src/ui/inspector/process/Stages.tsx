import { memo } from "react";
import { TextField } from "../fields/TextField.tsx";
import { change, EntryList } from "./EntryList.tsx";

/** The phases that a record goes through. */
export const Stages = memo(function Stages() {
  return (
    <EntryList
      of="stages"
      word="stage"
      empty="A stage is a phase of a record’s life, such as “Lead qualification”."
      ordered
    >
      {({ id, description }) => (
        <TextField
          id={`${id}.description`}
          label="Description"
          hideLabel
          placeholder="What happens in it"
          value={description}
          onChange={(next, gesture) => change("stages", id, { description: next }, gesture)}
        />
      )}
    </EntryList>
  );
});
