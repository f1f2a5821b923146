import { shiftOf } from "../model/calendar.ts";
import { freshId } from "../model/edit/ids.ts";
import { add, patch, remove } from "../model/edit.ts";
import type { Calendar, Process, Step, Team } from "../model/process.ts";
import { DAYS } from "../model/resources.ts";

/**
 * A process in which two teams are one: it does what either did, with all of their people.
 *
 * @returns Nothing where they have different hours, or a step needs both at once.
 */
export function merged(process: Process, one: Team, other: Team): Process | undefined {
  if (one.calendar !== other.calendar) return undefined;
  const needsBoth = (step: Step) => {
    const teams = [step.team, ...(step.with ?? []).map(({ team }) => team)];
    return teams.includes(one.id) && teams.includes(other.id);
  };
  if (process.nodes.some((node) => node.kind === "step" && needsBoth(node))) return undefined;
  const people = one.people + other.people;
  const costs = one.costPerHour !== undefined || other.costPerHour !== undefined;
  const cost = (one.people * (one.costPerHour ?? 0) + other.people * (other.costPerHour ?? 0)) / people;
  const rename = (team: string) => (team === other.id ? one.id : team);
  const nodes = process.nodes.map((node) => {
    if (node.kind !== "step") return node;
    const { team, with: others, cover, ...rest } = node;
    const covers = [...new Set((cover ?? []).map(rename))].filter((id) => id !== rename(team ?? ""));
    return {
      ...rest,
      ...(team === undefined ? {} : { team: rename(team) }),
      ...(others ? { with: others.map((need) => ({ ...need, team: rename(need.team) })) } : {}),
      ...(covers.length > 0 ? { cover: covers } : {}),
    };
  });
  const together = patch({ ...process, nodes }, "teams", one.id, { people, ...(costs ? { costPerHour: cost } : {}) });
  return remove(together, "teams", [other.id]);
}

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * A process in which a team's last shift of each day ends an hour later. The others keep its calendar as it was.
 *
 * @returns Nothing where the team has no calendar, or none of its days has an hour left.
 */
export function longerHours(process: Process, team: Team): Process | undefined {
  const calendar = process.calendars.find(({ id }) => id === team.calendar);
  const week = calendar && longerWeek(calendar.week);
  if (calendar === undefined || week === undefined) return undefined;
  const name = `${calendar.name} (${team.name})`;
  const id = freshId(process, name);
  const { extensions: _, ...rest } = calendar;
  return patch(add(process, "calendars", { ...rest, id, name, week }), "teams", team.id, { calendar: id });
}

function longerWeek(week: Calendar["week"]): Calendar["week"] | undefined {
  let longer = week;
  for (const day of DAYS) {
    const shifts = [...(week[day] ?? [])].sort();
    const last = shiftOf(shifts.at(-1) ?? "");
    if (last === undefined || last.to + HOUR > DAY) continue;
    longer = { ...longer, [day]: [...shifts.slice(0, -1), `${clock(last.from)}-${clock(last.to + HOUR)}`] };
  }
  return longer === week ? undefined : longer;
}

function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / HOUR))}:${two(minutes % HOUR)}`;
}
