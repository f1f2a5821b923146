import type { Calendar, Process, Start, Step, System, Team } from "../../src/model/process.ts";
import { end, fixed, paths, start, step, wait } from "../builders.ts";
import { type Traced, traced } from "./processes.ts";

/** Minute 0 of every trace here: Monday, 09:00. A day has 1,440 minutes. */
const MONDAY = { start: "2026-01-05T09:00" };

const OFFICE: Calendar = {
  id: "office",
  name: "Office hours",
  week: { mon: ["09:00-17:00"], tue: ["09:00-17:00"], wed: ["09:00-17:00"] },
};

const CREW: Team = { id: "crew", name: "Crew", people: 1 };

const arriving = (times: readonly number[], more: Partial<Start> = {}) =>
  start("new", { ...more, arrivals: { at: times } });

/** One step between arrivals at given times and the end. */
const desk = (name: string, times: readonly number[], more: Partial<Step>, parts: Partial<Process> = {}) =>
  traced(name, {
    nodes: [arriving(times), step("desk", more as object), end("out")],
    flows: paths("new > desk > out"),
    simulation: MONDAY,
    ...parts,
  });

/** A step done by one person at the hours of a calendar. */
const shift = (name: string, times: readonly number[], more: Partial<Step>, calendar: Partial<Calendar> = {}) =>
  desk(
    name,
    times,
    { team: "crew", ...more },
    { teams: [{ ...CREW, calendar: "office" }], calendars: [{ ...OFFICE, ...calendar }] },
  );

/** Two starts, each with a step of its own, both done by one person. */
const rivals = (name: string, first: Partial<Step>, second: Partial<Step>, times: readonly [number[], number[]]) =>
  traced(name, {
    teams: [CREW],
    nodes: [
      arriving(times[0]),
      start("too", { arrivals: { at: times[1] } }),
      step("usual", { team: "crew", ...(first as object) }),
      step("urgent", { team: "crew", ...(second as object) }),
      end("out"),
    ],
    flows: paths("new > usual > out", "too > urgent > out"),
  });

const calendars: readonly Traced[] = [
  shift("calendar-pause", [0], { work: fixed(10, "h") }),
  shift("calendar-finish", [0, 1], { work: fixed(10, "h"), breaks: "finish" }),
  shift("calendar-lunch", [60], { work: fixed(4, "h") }, { week: { mon: ["09:00-12:00", "13:00-17:00"] } }),
  shift("calendar-closed-day", [0], { work: fixed(10, "h") }, { closed: ["2026-01-06"] }),
  shift("calendar-before-the-shift", [0, 10], { work: fixed(20) }, { week: { mon: ["10:00-17:00"] } }),
  traced(
    "calendar-of-arrivals",
    {
      calendars: [OFFICE],
      nodes: [start("new", { arrivals: { every: fixed(3, "h"), calendar: "office" } }), end("out")],
      flows: paths("new > out"),
      simulation: MONDAY,
    },
    { records: 4 },
  ),
  traced("calendar-of-a-wait", {
    calendars: [OFFICE],
    nodes: [arriving([60]), wait("pause", { for: fixed(8, "h"), calendar: "office" }), end("out")],
    flows: paths("new > pause > out"),
    simulation: MONDAY,
  }),
];

const orders: readonly Traced[] = [
  desk("queue-last-come", [0, 1, 2], { work: fixed(5), slots: 1, queue: { order: "last-come" } }),
  rivals(
    "queue-priority",
    { work: fixed(5), queue: { order: "priority", priority: 2 } },
    { work: fixed(3), queue: { order: "priority", priority: 1 } },
    [[0, 1], [2]],
  ),
  traced("queue-priority-by-field", {
    fields: [{ id: "rank", name: "Rank", type: "number" }],
    nodes: [
      arriving([0, 1], { set: { rank: 7 } }),
      start("vip", { arrivals: { at: [2] }, set: { rank: 1 } }),
      step("desk", { work: fixed(5), slots: 1, queue: { order: "priority", priority: "rank" } }),
      end("out"),
    ],
    flows: paths("new > desk > out", "vip > desk"),
  }),
  rivals(
    "queue-preempt",
    { work: fixed(10), queue: { order: "priority", priority: 2 } },
    { work: fixed(2), queue: { order: "priority", priority: 1, preempt: true } },
    [[0], [3]],
  ),
];

const batches: readonly Traced[] = [
  desk("batch-of-two", [0, 3, 4, 9], { work: fixed(1), batch: { size: 2 } }),
  desk("batch-that-waits-no-longer", [0, 3, 20], { work: fixed(1), batch: { size: 3, wait: fixed(5) } }),
];

const people: readonly Traced[] = [
  traced("people-of-two-teams", {
    teams: [CREW, { id: "expert", name: "Expert", people: 1 }],
    nodes: [
      arriving([0]),
      start("too", { arrivals: { at: [1] } }),
      step("alone", { work: fixed(4), team: "expert" }),
      step("together", { work: fixed(3), team: "crew", with: [{ team: "expert", people: 1 }] }),
      end("out"),
    ],
    flows: paths("new > alone > out", "too > together > out"),
  }),
  desk(
    "people-who-cover",
    [0, 1, 2],
    { work: fixed(4), team: "crew", cover: ["stand-in"] },
    { teams: [CREW, { id: "stand-in", name: "Stand-in", people: 1 }] },
  ),
];

const CRM: System = { id: "crm", name: "CRM", capacity: 1 };

const systems: readonly Traced[] = [
  desk("system-of-one-licence", [0, 1], { work: fixed(4), systems: ["crm"] }, { systems: [CRM] }),
  desk(
    "system-down",
    [4, 11],
    { work: fixed(8), slots: 2, systems: ["crm"] },
    { systems: [{ id: "crm", name: "CRM", outage: { every: fixed(10), lasts: fixed(5) } }] },
  ),
];

/** Small processes, one for each thing that takes hours, orders, batches, several people or systems. */
export const DEMANDING: readonly Traced[] = [...calendars, ...orders, ...batches, ...people, ...systems];
