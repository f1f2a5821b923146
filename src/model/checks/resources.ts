import { isDate, shiftOf } from "../calendar.ts";
import { exact } from "../format.ts";
import type { Problem } from "../problem.ts";
import type { Calendar, Field } from "../process.ts";
import { quoted } from "../read/expected.ts";
import { DAYS } from "../resources.ts";
import { type Check, error, isCount, nodesOf, type Place, titled, within } from "./check.ts";

/** Teams, systems, fields and calendars that cannot be as they are described, and links that lead nowhere safe. */
export const checkResources: Check = function* (context) {
  const { process } = context;
  for (const [i, { name, people, costPerHour }] of process.teams.entries()) {
    const at: Place = { path: ["teams", i] };
    if (!isCount(people)) {
      const message =
        people === 0
          ? `Nobody is in the team ${quoted(name)}.`
          : `The team ${quoted(name)} has ${exact(people)} people.`;
      yield error("team-of-nobody", within(at, "people"), message, "Write a whole number from 1.");
    }
    if (costPerHour !== undefined && costPerHour < 0) {
      yield error(
        "out-of-range",
        within(at, "costPerHour"),
        `An hour of ${quoted(name)} costs ${exact(costPerHour)}.`,
        "Write 0 or a number above.",
      );
    }
  }
  for (const [i, { name, capacity }] of process.systems.entries()) {
    if (capacity === undefined || isCount(capacity)) continue;
    const message = `The system ${quoted(name)} takes ${exact(capacity)} at once.`;
    yield error(
      "out-of-range",
      { path: ["systems", i, "capacity"] },
      message,
      "Write a whole number from 1, or leave it out for no limit.",
    );
  }
  for (const [i, field] of process.fields.entries()) yield* checkField(field, { path: ["fields", i] });
  for (const [i, calendar] of process.calendars.entries()) yield* checkCalendar(calendar, { path: ["calendars", i] });
  for (const [i, node] of process.nodes.entries()) {
    if (node.link === undefined || isLink(node.link)) continue;
    const message = `The link of ${titled(node)} is ${quoted(node.link)}, which is no address to open.`;
    yield error(
      "link",
      { path: ["nodes", i, "link"], node: node.id },
      message,
      "Write an address that begins with http://, https:// or mailto:.",
    );
  }
  for (const [step, at] of nodesOf(context, "step")) {
    const id = step.queue?.priority;
    const field = typeof id === "string" ? process.fields.find((each) => each.id === id) : undefined;
    if (!field || field.type === "number") continue;
    const message = `The queue of ${titled(step)} goes by ${quoted(field.name)}, which is no number.`;
    yield error("no-number", within(at, "queue", "priority"), message, "Name a field of type number.");
  }
};

/** Whether a link can be opened: http, https or mailto, and a whole address. */
export function isLink(link: string): boolean {
  // A link with blanks around it would open, but not everywhere.
  if (link !== link.trim() || !URL.canParse(link)) return false;
  return ["http:", "https:", "mailto:"].includes(new URL(link).protocol);
}

function* checkField(field: Field, at: Place): Iterable<Problem> {
  const name = quoted(field.name);
  if (field.type === "boolean" && field.share !== undefined && !(field.share >= 0 && field.share <= 1)) {
    yield error(
      "share-out-of-range",
      within(at, "share"),
      `${name} is true for a share of ${exact(field.share)}.`,
      "Write a share from 0 to 1.",
    );
  }
  if (field.type !== "choice") return;
  if (field.options.length === 0) {
    yield error("no-options", within(at, "options"), `${name} is a choice between nothing.`, "Give it an option.");
    return;
  }
  const seen = new Set<string>();
  for (const [i, { value, weight }] of field.options.entries()) {
    if (seen.has(value))
      yield error(
        "duplicate-option",
        within(at, "options", i),
        `${name} has the option ${quoted(value)} twice.`,
        "Take one of them away.",
      );
    seen.add(value);
    if (weight === undefined || weight >= 0) continue;
    yield error(
      "out-of-range",
      within(at, "options", i, "weight"),
      `The option ${quoted(value)} of ${name} has the weight ${exact(weight)}.`,
      "Write 0 or a number above.",
    );
  }
  if (!field.options.some(({ weight = 1 }) => weight > 0)) {
    yield error(
      "out-of-range",
      within(at, "options"),
      `No option of ${name} has a weight above 0.`,
      "Give one a weight above 0.",
    );
  }
}

function* checkCalendar({ name, week, closed }: Calendar, at: Place): Iterable<Problem> {
  let open = 0;
  for (const day of DAYS) {
    const shifts = (week[day] ?? []).map(shiftOf);
    let last = Number.NEGATIVE_INFINITY;
    for (const [i, shift] of shifts.entries()) {
      const text = quoted(week[day]?.[i] ?? "");
      const here = within(at, "week", day, i);
      if (!shift) yield error("shift", here, `${text} in ${quoted(name)} is no shift.`, "Write it as in 09:00-12:30.");
      else if (shift.to <= shift.from)
        yield error(
          "shift",
          here,
          `The shift ${text} in ${quoted(name)} ends before it begins.`,
          "Split a night shift at midnight: 22:00-24:00 and, the day after, 00:00-06:00.",
        );
      else if (shift.from < last)
        yield error(
          "shift",
          here,
          `The shift ${text} in ${quoted(name)} begins before the one above it ends.`,
          "List a day's shifts one after the other, without overlap.",
        );
      if (!shift) continue;
      last = Math.max(last, shift.to);
      open += Math.max(0, shift.to - shift.from);
    }
  }
  if (open === 0)
    yield error(
      "never-open",
      within(at, "week"),
      `The calendar ${quoted(name)} has no shift, so nobody would ever work.`,
      "Give it a shift.",
    );
  for (const [i, date] of (closed ?? []).entries()) {
    if (!isDate(date))
      yield error(
        "date",
        within(at, "closed", i),
        `${quoted(date)} in ${quoted(name)} is no date.`,
        "Write a day that exists, as in 2026-12-25.",
      );
  }
}
