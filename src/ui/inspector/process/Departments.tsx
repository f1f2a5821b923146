import { memo } from "react";
import { edit } from "../../../app/document.ts";
import { patch } from "../../../model/edit.ts";
import { EntryList } from "./EntryList.tsx";

/** What a lane is drawn in where its department names no colour: the input has to show something. */
const PALE = "#94a3b8";

/** The lanes of the drawing, top to bottom. */
export const Departments = memo(function Departments() {
  return (
    <EntryList
      of="departments"
      word="department"
      empty="A department is a lane of the drawing, and the steps in it are its steps."
      ordered
      lead={({ id, name, color }) => (
        <input
          type="color"
          className="department-color"
          aria-label={`Colour of “${name}”`}
          title="Colour"
          value={color ?? PALE}
          onChange={(event) => {
            const next = event.currentTarget.value;
            // The colour picker sends every colour it passes over.
            edit((now) => patch(now, "departments", id, { color: next }), `${id}.color`);
          }}
        />
      )}
    />
  );
});
