import { type Shift, shiftOf } from "../calendar.ts";
import { MINUTES } from "../distribution.ts";
import { exact } from "../format.ts";
import type { Problem } from "../problem.ts";
import type { Arrivals, Calendar, Day, Step } from "../process.ts";
import { quoted } from "../read/expected.ts";
import { DAYS } from "../resources.ts";
import { type Check, type Context, error, isCount, nodesOf, type Place, titled, warning, within } from "./check.ts";

/** What starts, steps, waits and ends need in order to do their part. */
export const checkWork: Check = function* (context) {
  for (const [start, at] of nodesOf(context, "start")) {
    if (start.arrivals) yield* checkArrivals(start.arrivals, within(at, "arrivals"), titled(start));
    else
      yield error(
        "no-arrivals",
        at,
        `Nothing says when records arrive at ${titled(start)}.`,
        "Give it arrivals, such as one every 10 minutes.",
      );
  }
  for (const [wait, at] of nodesOf(context, "wait")) {
    if (!wait.for) yield error("no-wait-time", at, `Nothing says how long ${titled(wait)} lasts.`, "Give it a time.");
  }
  for (const [step, at] of nodesOf(context, "step")) {
    if (!step.work)
      yield error(
        "no-work",
        at,
        `Nothing says how long the work of ${titled(step)} takes.`,
        "Give it a time, 0 if it takes none.",
      );
    yield* checkPeople(context, step, at);
    yield* checkTogether(context, step, at);
    yield* checkCounts(step, at);
    yield* checkQueue(step, at);
  }
  for (const [end, at] of nodesOf(context, "end")) {
    const field = end.value === undefined ? undefined : context.process.fields.find(({ id }) => id === end.value);
    if (!field || field.type === "number") continue;
    const message = `A record that reaches ${titled(end)} is worth its ${quoted(field.name)}, which is no number.`;
    yield error("no-number", within(at, "value"), message, "Name a field of type number.");
  }
};

function* checkArrivals(arrivals: Arrivals, at: Place, name: string): Iterable<Problem> {
  if ("at" in arrivals) {
    if (arrivals.at.length === 0)
      yield error("never-arrives", within(at, "at"), `No record ever arrives at ${name}.`, "Add a time to its list.");
    const early = arrivals.at.findIndex((time) => time < 0);
    if (early >= 0) {
      yield error(
        "out-of-range",
        within(at, "at", early),
        `A record arrives at ${name} before the run begins.`,
        "Write times of 0 minutes or later.",
      );
    }
  } else if ("rates" in arrivals) {
    for (const [i, { for: time, perHour }] of arrivals.rates.entries()) {
      if (!(time.value > 0)) {
        yield error(
          "out-of-range",
          within(at, "rates", i, "for"),
          `A rate of arrivals at ${name} lasts ${exact(time.value)} ${time.unit}.`,
          "Write a time above 0.",
        );
      }
      if (!(perHour >= 0)) {
        yield error(
          "out-of-range",
          within(at, "rates", i, "perHour"),
          `${exact(perHour)} records arrive at ${name} per hour.`,
          "Write 0 or a number above.",
        );
      }
    }
    if (!arrivals.rates.some(({ perHour }) => perHour > 0)) {
      yield error(
        "never-arrives",
        within(at, "rates"),
        `No record ever arrives at ${name}.`,
        "Give one of its rates a number above 0.",
      );
    }
  } else {
    if (arrivals.batch !== undefined && !isCount(arrivals.batch))
      yield count(within(at, "batch"), `Records arrive at ${name} ${exact(arrivals.batch)} at a time`);
    if (arrivals.max !== undefined && !isCount(arrivals.max)) {
      const message = `${name} lets in ${exact(arrivals.max)} records at the most.`;
      yield error("never-arrives", within(at, "max"), message, "Write a whole number from 1, or take it away.");
    }
  }
}

function count(at: Place, what: string, least = 1): Problem {
  return error("out-of-range", at, `${what}.`, `Write a whole number from ${least}.`);
}

function* checkPeople({ process, index }: Context, step: Step, at: Place): Iterable<Problem> {
  const the = titled(step);
  const enough = function* (id: string, people: number, place: Place): Iterable<Problem> {
    const team = process.teams[index.teams.get(id) ?? -1];
    if (!isCount(people)) yield count(place, `${the} needs ${exact(people)} people`);
    else if (team && isCount(team.people) && people > team.people) {
      const message = `${the} needs ${people} people of ${quoted(team.name)}, which has ${team.people}.`;
      yield error("too-few-people", place, message, "Ask for fewer, or give the team more people.");
    }
  };
  if (step.team !== undefined)
    yield* enough(step.team, step.people ?? 1, within(at, step.people === undefined ? "team" : "people"));
  if (step.team !== undefined && step.slots !== undefined) {
    const message = `${the} has both a team and slots, so two things say how many records it takes at once.`;
    yield error("slots-and-team", within(at, "slots"), message, "Take the slots away, or the team.");
  }
  if (step.team === undefined) {
    for (const key of ["people", "cover"] as const) {
      if (step[key] === undefined) continue;
      yield warning(
        "no-effect",
        within(at, key),
        `${the} has “${key}”, which does nothing without a team.`,
        "Name a team, or take it away.",
      );
    }
  }
  const named = new Set(step.team === undefined ? [] : [step.team]);
  for (const [i, { team, people }] of (step.with ?? []).entries()) {
    yield* enough(team, people ?? 1, within(at, "with", i, people === undefined ? "team" : "people"));
    if (named.has(team)) {
      yield error(
        "team-twice",
        within(at, "with", i, "team"),
        `${the} names the team ${quoted(team)} twice.`,
        "Ask for more people of it instead.",
      );
    }
    named.add(team);
  }
  const covering = new Set<string>();
  for (const [i, team] of (step.cover ?? []).entries()) {
    const twice = covering.has(team) || named.has(team);
    if (twice)
      yield error(
        "team-twice",
        within(at, "cover", i),
        `${the} is covered by the team ${quoted(team)}, which it names already.`,
        "Take it away here.",
      );
    covering.add(team);
  }
}

/** Teams that a step needs at once have to be on shift at once; where others cover, it may do without the first. */
function* checkTogether({ process, index }: Context, step: Step, at: Place): Iterable<Problem> {
  if (step.cover && step.cover.length > 0) return;
  const needed = [...(step.team === undefined ? [] : [step.team]), ...(step.with ?? []).map(({ team }) => team)];
  const teams = needed.flatMap((id) => {
    const team = process.teams[index.teams.get(id) ?? -1];
    const calendar = process.calendars[index.calendars.get(team?.calendar ?? "") ?? -1];
    return team && calendar ? [{ name: team.name, week: calendar.week }] : [];
  });
  const shifts = (week: Calendar["week"], day: Day) => (week[day] ?? []).flatMap((text) => shiftOf(text) ?? []);
  const works = ({ week }: { week: Calendar["week"] }) => DAYS.some((day) => shifts(week, day).length > 0);
  if (teams.length < 2 || !teams.every(works)) return;
  const meet = DAYS.some(
    (day) =>
      teams.map(({ week }) => shifts(week, day)).reduce((open, own) => open.flatMap((shift) => cut(shift, own)))
        .length > 0,
  );
  if (meet) return;
  const names = teams.map(({ name }) => quoted(name)).join(" and ");
  const message = `${titled(step)} needs people of ${names} at once, who are never on shift at the same time.`;
  yield error("never-together", within(at, "with"), message, "Give them hours in common, or leave one of them out.");
}

/** What of a shift lies in others. */
function cut(shift: Shift, others: readonly Shift[]): readonly Shift[] {
  return others.flatMap((other) => {
    const [from, to] = [Math.max(shift.from, other.from), Math.min(shift.to, other.to)];
    return from < to ? [{ from, to }] : [];
  });
}

function* checkCounts(step: Step, at: Place): Iterable<Problem> {
  const the = titled(step);
  if (step.slots !== undefined && !isCount(step.slots))
    yield count(within(at, "slots"), `${the} has ${exact(step.slots)} slots`);
  const limit = step.queue?.limit;
  if (limit !== undefined && !isCount(limit, 0))
    yield count(within(at, "queue", "limit"), `${exact(limit)} records may wait at ${the}`, 0);
  if (step.batch && !isCount(step.batch.size))
    yield count(within(at, "batch", "size"), `${the} takes ${exact(step.batch.size)} records together`);
  if (step.cost !== undefined && step.cost < 0) {
    yield error(
      "out-of-range",
      within(at, "cost"),
      `A run of ${the} costs ${exact(step.cost)}.`,
      "Write 0 or a number above.",
    );
  }
  if (step.target && !(step.target.value * MINUTES[step.target.unit] > 0)) {
    yield error(
      "out-of-range",
      within(at, "target"),
      `The target of ${the} is ${exact(step.target.value)} ${step.target.unit}.`,
      "Write a time above 0.",
    );
  }
}

function* checkQueue(step: Step, at: Place): Iterable<Problem> {
  const { order, priority, preempt } = step.queue ?? {};
  if (order === "priority") {
    if (priority !== undefined) return;
    const message = `The queue of ${titled(step)} goes by priority, but nothing says what a record's priority is.`;
    yield error("no-priority", within(at, "queue", "order"), message, "Give it a priority: a number, or a field.");
    return;
  }
  if (preempt !== true || priority !== undefined) return;
  const message = `The queue of ${titled(step)} has “preempt”, but nothing says what a record's priority is, so it counts as 0.`;
  yield warning("no-effect", within(at, "queue", "preempt"), message, "Give it a priority, or take “preempt” away.");
}
