import fc from "fast-check";
import type { Calendar, Process, Step, System, Team } from "../../src/model/process.ts";

const day = fc.constantFrom(["09:00-17:00"], ["08:00-12:00", "13:00-16:30"], ["00:00-24:00"], []);

const calendar: fc.Arbitrary<Omit<Calendar, "id" | "name">> = fc.record({
  week: fc.record({ mon: day, tue: day, wed: day, thu: fc.constant(["10:00-15:00"]), sat: day }),
  closed: fc.constantFrom([], ["2026-01-06"], ["2026-01-06", "2026-01-07"]),
});

const minutes = (value: number) => ({ dist: "exponential", mean: value, unit: "min" }) as const;

const system: fc.Arbitrary<Omit<System, "id" | "name">> = fc.record(
  {
    capacity: fc.integer({ min: 1, max: 3 }),
    outage: fc.record({ every: fc.constant(minutes(60)), lasts: fc.constantFrom(minutes(5), minutes(90)) }),
  },
  { requiredKeys: [] },
);

const demand = fc.record(
  {
    with: fc.record({ team: fc.nat({ max: 3 }), people: fc.integer({ min: 1, max: 2 }) }),
    cover: fc.nat({ max: 3 }),
    systems: fc.uniqueArray(fc.nat({ max: 1 }), { maxLength: 2 }),
    queue: fc.record(
      {
        order: fc.constantFrom("first-come" as const, "last-come" as const, "priority" as const),
        priority: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant("value")),
        preempt: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    batch: fc.record(
      { size: fc.integer({ min: 1, max: 4 }), wait: fc.constantFrom(minutes(20), minutes(200)) },
      { requiredKeys: ["size"] },
    ),
    breaks: fc.constantFrom("pause" as const, "finish" as const),
    people: fc.integer({ min: 1, max: 2 }),
  },
  { requiredKeys: [] },
);

type Demand = typeof demand extends fc.Arbitrary<infer T> ? T : never;

/**
 * A process that asks for more than lines: shifts, systems, several teams at once, cover, orders of the queue,
 * interruptions and batches, put onto a plain process at random.
 */
export function demanding(plain: fc.Arbitrary<Process>): fc.Arbitrary<Process> {
  return fc
    .tuple(
      plain,
      fc.array(calendar, { minLength: 1, maxLength: 2 }),
      fc.array(system, { minLength: 2, maxLength: 2 }),
      fc.array(fc.option(fc.nat({ max: 1 }), { nil: undefined }), { minLength: 6, maxLength: 6 }),
      fc.array(fc.option(demand, { nil: undefined }), { minLength: 1, maxLength: 8 }),
    )
    .map(([process, calendars, systems, shifts, demands]) => {
      const calendarAt = (i: number) => {
        const which = shifts[i % shifts.length];
        return which === undefined ? {} : { calendar: `calendar-${which % calendars.length}` };
      };
      const teams: readonly Team[] = process.teams.map((team, i) => ({
        ...team,
        people: team.people + 1,
        ...calendarAt(i),
      }));
      let steps = 0;
      return {
        ...process,
        calendars: calendars.map((each, i) => ({ ...each, id: `calendar-${i}`, name: `Calendar ${i}` })),
        systems: systems.map((each, i) => ({ ...each, id: `system-${i}`, name: `System ${i}` })),
        teams,
        nodes: process.nodes.map((node, i) => {
          if (node.kind === "wait") return { ...node, ...calendarAt(i) };
          if (node.kind === "start" && node.arrivals && "every" in node.arrivals)
            return { ...node, arrivals: { ...node.arrivals, ...calendarAt(i) } };
          return node.kind === "step" ? burdened(node, demands[steps++ % demands.length], teams) : node;
        }),
      };
    });
}

function burdened(step: Step, demand: Demand | undefined, teams: readonly Team[]): Step {
  if (demand === undefined) return step;
  const { with: others, cover, systems, people, ...rest } = demand;
  const other = (place: number | undefined) =>
    place === undefined || step.team === undefined ? undefined : teams.filter(({ id }) => id !== step.team)[place]?.id;
  const helper = other(others?.team);
  const stand = other(cover);
  const most = Math.min(...teams.map((team) => team.people), step.slots ?? Number.POSITIVE_INFINITY);
  return {
    ...step,
    ...rest,
    ...(step.queue?.limit === undefined ? {} : { queue: { ...rest.queue, limit: step.queue.limit } }),
    ...(step.team !== undefined && people !== undefined ? { people: Math.min(people, most) } : {}),
    ...(helper === undefined ? {} : { with: [{ team: helper, people: Math.min(others!.people, most) }] }),
    ...(stand === undefined || stand === helper ? {} : { cover: [stand] }),
    ...(systems === undefined ? {} : { systems: systems.map((i) => `system-${i}`) }),
  };
}
