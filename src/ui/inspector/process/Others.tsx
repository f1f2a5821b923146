import type { Calendar, Day, Process } from "../../../model/process.ts";
import { durationWords, nameOf } from "../../../model/words.ts";

/** Something of the file that can be read here but is changed in the file. */
export interface Other {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

const DAYS: Readonly<Record<Day, string>> = {
  mon: "Mon",
  tue: "Tue",
  wed: "Wed",
  thu: "Thu",
  fri: "Fri",
  sat: "Sat",
  sun: "Sun",
};

/** What the file says that has no fields of its own here yet, in words, so that nothing is hidden. */
export function othersIn(process: Process): readonly Other[] {
  return [
    ...process.calendars.map((calendar) => ({
      id: calendar.id,
      title: `Calendar “${calendar.name}”`,
      words: calendarWords(calendar),
    })),
    ...process.targets.map(({ id, name, from, to, within }) => ({
      id,
      title: `Target “${name}”`,
      words: `From ${nameOf(process, from)} to ${nameOf(process, to)} within ${durationWords(within)}.`,
    })),
    ...process.scenarios.map(({ id, name, description, changes }) => ({
      id,
      title: `Scenario “${name}”`,
      words: description ?? `${changes.length} ${changes.length === 1 ? "change" : "changes"}.`,
    })),
  ];
}

function calendarWords({ week, closed = [] }: Calendar): string {
  const days = (Object.keys(DAYS) as Day[]).flatMap((day) => {
    const shifts = week[day];
    return shifts === undefined || shifts.length === 0 ? [] : [`${DAYS[day]} ${shifts.join(", ")}`];
  });
  const open = days.length === 0 ? "Never open" : days.join("; ");
  return `${open}.${closed.length === 0 ? "" : ` Closed on ${closed.join(", ")}.`}`;
}

/** What the file says that has no fields of its own here yet, a paragraph each. */
export function Others({ others }: { readonly others: readonly Other[] }) {
  return others.map(({ id, title, words }) => (
    <p key={id} className="inspector-words">
      <strong>{title}.</strong> {words}
    </p>
  ));
}
