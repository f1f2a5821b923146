import { memo } from "react";
import { useShallow } from "zustand/react/shallow";
import { edit } from "../../app/document.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { newEntry } from "../../model/edit/entries.ts";
import { add, patch } from "../../model/edit.ts";
import { ReferenceField } from "./fields/ReferenceField.tsx";

/** Where a node belongs: its department, which is its lane, and its stage. */
export const NodePlace = memo(function NodePlace({ id }: { readonly id: string }) {
  const { department, stage, departments, stages } = useApp(
    useShallow((state) => {
      const process = presentProcess(state);
      const node = process.nodes.find((each) => each.id === id);
      return {
        department: node?.department,
        stage: node?.stage,
        departments: process.departments,
        stages: process.stages,
      };
    }),
  );
  const create = (list: "departments" | "stages", key: "department" | "stage") => (name: string) =>
    edit((now) => {
      const entry = newEntry(now, list, name);
      return patch(add(now, list, entry), "nodes", id, { [key]: entry.id });
    });
  return (
    <div className="field-columns">
      <ReferenceField
        label="Department"
        placeholder="None"
        value={department}
        list={departments}
        onChange={(next) => edit((now) => patch(now, "nodes", id, { department: next }))}
        onCreate={create("departments", "department")}
      />
      <ReferenceField
        label="Stage"
        placeholder="None"
        value={stage}
        list={stages}
        onChange={(next) => edit((now) => patch(now, "nodes", id, { stage: next }))}
        onCreate={create("stages", "stage")}
      />
    </div>
  );
});
