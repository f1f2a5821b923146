import { edit } from "../../../app/document.ts";
import { type AppState, presentProcess, useApp } from "../../../app/store.ts";
import { newEntry } from "../../../model/edit/entries.ts";
import { add } from "../../../model/edit.ts";
import type { Process } from "../../../model/process.ts";
import { ReferenceField } from "./ReferenceField.tsx";

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly description?: string;
  readonly value: string | undefined;
  /** The process with this calendar, or none, in the place that the field is for. */
  readonly change: (process: Process, calendar: string | undefined) => Process;
}

const calendarsOf = (state: AppState) => presentProcess(state).calendars;

/** Which calendar something follows. Typing a new name makes one with office hours. */
export function CalendarField({ change, ...look }: Props) {
  const calendars = useApp(calendarsOf);
  return (
    <ReferenceField
      {...look}
      list={calendars}
      onChange={(id) => edit((now) => change(now, id))}
      onCreate={(name) =>
        edit((now) => {
          const made = newEntry(now, "calendars", name);
          return change(add(now, "calendars", made), made.id);
        })
      }
    />
  );
}
