import { memo, useRef } from "react";
import { type AppState, presentProcess, useApp } from "../../../app/store.ts";
import { departmentColour } from "../../../io/svg/look.ts";
import type { Department } from "../../../model/process.ts";
import { change, EntryList } from "./EntryList.tsx";

/** The lanes of the drawing, top to bottom. */
export const Departments = memo(function Departments() {
  return (
    <EntryList
      of="departments"
      word="department"
      empty="A department is a lane of the drawing, and the steps in it are its steps."
      ordered
      lead={(department) => <Colour department={department} />}
    />
  );
});

let visits = 0;

/** What the lane is drawn in: the colour that the department names, or the one of its place. */
function Colour({ department: { id, name, color } }: { readonly department: Department }) {
  const index = useApp((state: AppState) => presentProcess(state).departments.findIndex((each) => each.id === id));
  const visit = useRef(0);
  const begin = () => {
    visit.current = ++visits;
  };
  return (
    <input
      type="color"
      className="department-color"
      aria-label={`Colour of “${name}”`}
      title="Colour"
      value={departmentColour(color, index)}
      onClick={begin}
      onFocus={begin}
      // The colour picker sends every colour it passes over: one visit to it is one undo step.
      onChange={(event) =>
        change("departments", id, { color: event.currentTarget.value }, `${id}.color#${visit.current}`)
      }
    />
  );
}
