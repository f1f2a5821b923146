import { Button } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { memo } from "react";
import type { Calendar, Day } from "../../../model/process.ts";
import { DAYS } from "../../../model/resources.ts";
import { readDates, readShifts, writeShifts } from "../../words/read-shifts.ts";
import { DraftField } from "../fields/DraftField.tsx";
import { change, EntryList } from "./EntryList.tsx";
import { WeekGrid } from "./WeekGrid.tsx";

const DAY_WORDS: Readonly<Record<Day, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

const WORKDAYS = DAYS.slice(0, 5);

/** When teams are on shift: the week as a picture to paint in and as text, and the days on which all is closed. */
export const Calendars = memo(function Calendars() {
  return (
    <EntryList
      of="calendars"
      word="calendar"
      empty="A calendar says when teams are on shift. A team without one works day and night."
    >
      {({ id, name, week, closed }) => (
        <>
          <WeekGrid week={week} onPaint={(day, shifts, gesture) => setDay(id, week, day, shifts, `${id} ${gesture}`)} />
          <div className="week-days">
            {DAYS.map((day) => (
              <DraftField
                key={day}
                id={`${id}.week.${day}`}
                label={`${name}, ${DAY_WORDS[day]}`}
                shownLabel={DAY_WORDS[day].slice(0, 3)}
                placeholder="Closed"
                value={week[day]}
                read={readShifts}
                write={writeShifts}
                onChange={(shifts = [], gesture) => setDay(id, week, day, shifts, gesture)}
              />
            ))}
          </div>
          <Button
            size="compact-xs"
            variant="subtle"
            className="quiet-left"
            leftSection={<IconCopy size={13} />}
            onClick={() =>
              change("calendars", id, {
                week: { ...week, ...Object.fromEntries(WORKDAYS.map((day) => [day, week.mon ?? []])) },
              })
            }
          >
            Monday’s hours for all workdays
          </Button>
          <DraftField
            id={`${id}.closed`}
            label="Closed on"
            placeholder="2026-12-25, 2026-12-26"
            value={closed}
            read={readDates}
            write={(dates) => (dates ?? []).join(", ")}
            onChange={(dates = [], gesture) =>
              change("calendars", id, { closed: dates.length === 0 ? undefined : dates }, gesture)
            }
          />
        </>
      )}
    </EntryList>
  );
});

/** A day without shifts is left out of the week, as in files that people write. */
function setDay(id: string, week: Calendar["week"], day: Day, shifts: readonly string[], gesture: string): void {
  const { [day]: _, ...rest } = week;
  const all: Calendar["week"] = shifts.length === 0 ? rest : { ...week, [day]: shifts };
  const inOrder = Object.fromEntries(DAYS.flatMap((each) => (all[each] ? [[each, all[each]]] : [])));
  change("calendars", id, { week: inOrder }, gesture);
}
