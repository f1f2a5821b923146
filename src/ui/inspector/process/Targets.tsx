import { memo } from "react";
import { type AppState, presentProcess, useApp } from "../../../app/store.ts";
import { titleOf } from "../../../model/words.ts";
import { DurationField } from "../fields/DurationField.tsx";
import { ReferenceField } from "../fields/ReferenceField.tsx";
import { change, EntryList } from "./EntryList.tsx";

const nodesOf = (state: AppState) => presentProcess(state).nodes;

/** How soon one node should be reached from another. */
export const Targets = memo(function Targets() {
  const nodes = useApp(nodesOf).map((node) => ({ id: node.id, name: titleOf(node) }));
  return (
    <EntryList
      of="targets"
      word="target"
      able={nodes.length > 0}
      empty="A target says how soon work on one node should begin after a record came to another, such as a first call within 5 minutes."
    >
      {({ id, from, to, within }) => (
        <>
          <div className="field-columns">
            <ReferenceField
              label="From reaching"
              value={from}
              list={nodes}
              required
              onChange={(next) => change("targets", id, { from: next ?? from })}
            />
            <ReferenceField
              label="To beginning"
              value={to}
              list={nodes}
              required
              onChange={(next) => change("targets", id, { to: next ?? to })}
            />
          </div>
          <DurationField
            id={`${id}.within`}
            label="Within"
            value={within}
            onChange={(next, gesture) => change("targets", id, { within: next }, gesture)}
          />
        </>
      )}
    </EntryList>
  );
});
