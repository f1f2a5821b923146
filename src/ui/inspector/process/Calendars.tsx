import { Button } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { memo } from "react";
import { withDay } from "../../../model/edit/shifts.ts";
import { DAYS } from "../../../model/resources.ts";
import { readDates, readShifts, writeShifts } from "../../words/read-shifts.ts";
import { DraftField } from "../fields/DraftField.tsx";
import { DAY_WORDS } from "./day-words.ts";
import { change, EntryList } from "./EntryList.tsx";
import { WeekGrid } from "./WeekGrid.tsx";

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
          <WeekGrid
            name={name}
            week={week}
            onPaint={(next, gesture) => change("calendars", id, { week: next }, gesture)}
          />
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
                onChange={(shifts = [], gesture) =>
                  change("calendars", id, { week: withDay(week, day, shifts) }, gesture)
                }
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
                week: WORKDAYS.reduce((now, day) => withDay(now, day, week.mon ?? []), week),
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
