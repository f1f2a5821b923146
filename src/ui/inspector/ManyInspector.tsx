import { edit } from "../../app/document.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { newEntry } from "../../model/edit/entries.ts";
import { setDepartment } from "../../model/edit/nodes.ts";
import { add, patch } from "../../model/edit.ts";
import { list } from "../../model/format.ts";
import type { Process, ProcessNode, Step } from "../../model/process.ts";
import { KIND_WORDS } from "../../model/words.ts";
import { FieldGroup } from "./FieldGroup.tsx";
import { ReferenceField } from "./fields/ReferenceField.tsx";

interface Props {
  readonly nodes: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
}

/** What several selected things have in common, to be set for all of them at once. */
export function ManyInspector({ nodes, flows }: Props) {
  const process = useApp(presentProcess);
  const chosen = process.nodes.filter(({ id }) => nodes.has(id));
  const steps = chosen.filter((node) => node.kind === "step");
  const ids = chosen.map(({ id }) => id);
  return (
    <>
      <div className="inspector-head">
        <h2>{`${nodes.size + flows.size} selected`}</h2>
        <p>{countWords(chosen, flows.size)}</p>
      </div>
      <FieldGroup place="common">
        {chosen.length > 0 && (
          <Common
            label="Department of all"
            of="departments"
            values={chosen.map(({ department }) => department)}
            set={(now, department) => setDepartment(now, ids, department)}
          />
        )}
        {steps.length > 0 && (
          <Common
            label={steps.length === chosen.length ? "Team of all" : "Team of all steps"}
            of="teams"
            values={steps.map(({ team }) => team)}
            set={(now, team) => withTeam(now, steps, team)}
          />
        )}
        {chosen.length > 0 && (
          <Common
            label="Stage of all"
            of="stages"
            values={chosen.map(({ stage }) => stage)}
            set={(now, stage) => ids.reduce((before, id) => patch(before, "nodes", id, { stage }), now)}
          />
        )}
      </FieldGroup>
    </>
  );
}

interface CommonProps {
  readonly label: string;
  readonly of: "departments" | "teams" | "stages";
  readonly values: readonly (string | undefined)[];
  /** The process with all of them referring to this entry, or to none. */
  readonly set: (process: Process, id: string | undefined) => Process;
}

function Common({ label, of, values, set }: CommonProps) {
  const list = useApp((state) => presentProcess(state)[of]);
  const same = values.every((value) => value === values[0]);
  return (
    <ReferenceField
      label={label}
      placeholder={same ? "None" : "Different ones"}
      value={same ? values[0] : undefined}
      mixed={!same}
      list={list}
      onChange={(id) => edit((now) => set(now, id))}
      onCreate={(name) =>
        edit((now) => {
          const made = newEntry(now, of, name);
          return set(add(now, of, made), made.id);
        })
      }
    />
  );
}

function withTeam(process: Process, steps: readonly Step[], team: string | undefined): Process {
  const changes = team === undefined ? { team, people: undefined, cover: undefined } : { team, slots: undefined };
  return steps.reduce((before, { id }) => patch(before, "nodes", id, changes), process);
}

function countWords(nodes: readonly ProcessNode[], flows: number): string {
  const counts = new Map<string, number>();
  for (const { kind } of nodes) counts.set(KIND_WORDS[kind], (counts.get(KIND_WORDS[kind]) ?? 0) + 1);
  if (flows > 0) counts.set("Flow", flows);
  return list(
    [...counts].map(([word, count]) => `${count} × ${word.toLowerCase()}`),
    "and",
  );
}
