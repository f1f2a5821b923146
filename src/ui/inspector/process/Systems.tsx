import { memo } from "react";
import { presentProcess, useApp } from "../../../app/store.ts";
import type { System } from "../../../model/process.ts";
import { spreadWords } from "../../../model/words.ts";
import { NumberField } from "../fields/NumberField.tsx";
import { TextField } from "../fields/TextField.tsx";
import { change, EntryList } from "./EntryList.tsx";

/** The programs in which the work is done. */
export const Systems = memo(function Systems() {
  const kinds = useApp((state) => presentProcess(state).systems.find(({ kind }) => kind !== undefined)?.kind);
  return (
    <EntryList of="systems" word="system" empty="A system is a program that steps are done in, such as the CRM.">
      {({ id, kind, capacity, outage }) => (
        <>
          <div className="field-columns">
            <TextField
              id={`${id}.kind`}
              label="Kind"
              placeholder={kinds ?? "crm"}
              value={kind}
              onChange={(next, gesture) => change("systems", id, { kind: next }, gesture)}
            />
            <NumberField
              id={`${id}.capacity`}
              label="Users at once"
              placeholder="No limit"
              optional
              range={{ min: 1, whole: true }}
              value={capacity}
              onChange={(next, gesture) => change("systems", id, { capacity: next }, gesture)}
            />
          </div>
          {outage && <p className="field-hint">{outageWords(outage)}</p>}
        </>
      )}
    </EntryList>
  );
});

function outageWords({ every, lasts }: NonNullable<System["outage"]>): string {
  const words = (of: typeof every) => spreadWords(of) ?? "makes no sense";
  return `Breaks down from time to time. Time between: ${words(every)}. Each lasts: ${words(lasts)}.`;
}
