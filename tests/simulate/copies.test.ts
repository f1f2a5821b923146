import fc from "fast-check";
import { expect, it } from "vitest";
import { audit } from "../../src/analyse/audit.ts";
import { compile } from "../../src/compile/compile.ts";
import { hasErrors } from "../../src/model/problem.ts";
import type { Process } from "../../src/model/process.ts";
import { validate } from "../../src/model/validate.ts";
import { tellingLog, type Visit } from "../../src/simulate/record-log.ts";
import { type Besides, simulate } from "../../src/simulate/simulate.ts";
import type { Stop } from "../../src/simulate/stop.ts";
import { demanding } from "../arbitrary/demands.ts";
import { arbitraryProcess } from "../arbitrary.ts";
import { about, end, fixed, paths, processOf, start, step } from "../builders.ts";

const office = { id: "office", name: "Office", week: { mon: ["08:00-16:00"], tue: ["08:00-16:00"] } };

/** A step that asks for all that steps can ask for, so that records of different groups meet in one line and one batch. */
const workshop = processOf({
  calendars: [office],
  teams: [
    { id: "a", name: "A", people: 2, calendar: "office", costPerHour: 30 },
    { id: "b", name: "B", people: 1 },
  ],
  systems: [{ id: "crm", name: "CRM", capacity: 2, outage: { every: about(300), lasts: about(20) } }],
  fields: [
    { id: "kind", name: "Kind", type: "choice", options: [{ value: "x" }, { value: "y" }, { value: "z", weight: 3 }] },
    { id: "rank", name: "Rank", type: "number", sample: { dist: "uniform", min: 0, max: 9 } },
  ],
  nodes: [
    start("in", { arrivals: { every: about(9) } }),
    step("mail", { work: about(5), team: "a", batch: { size: 3, wait: about(30) }, patience: about(200) }),
    step("urgent", {
      work: about(3),
      team: "a",
      queue: { order: "priority", priority: "rank", preempt: true, limit: 4 },
    }),
    step("late", {
      work: about(9),
      team: "a",
      cover: ["b"],
      queue: { order: "last-come", limit: 3 },
      systems: ["crm"],
    }),
    step("desk", { work: about(8), slots: 1, queue: { limit: 2 }, cost: 2 }),
    end("out"),
  ],
  flows: paths("in > mail > urgent > late > desk > out"),
});

function historyOf(process: Process, stop: Stop, besides: Besides = {}) {
  const log: Visit[] = [];
  const asked = besides.split === undefined ? [] : [besides.split.field];
  const program = compile(process, asked);
  const run = simulate(program, 3, 0, stop, () => {}, { ...besides, log: tellingLog(program, log) });
  return { run, log };
}

const processes = fc.oneof(arbitraryProcess(), demanding(arbitraryProcess({ nodes: { max: 14 } })));

it("counting records apart changes nothing of what happens to them, whatever the process", () => {
  fc.assert(
    fc.property(processes, fc.integer({ min: 1, max: 300 }), (process, from) => {
      fc.pre(!hasErrors(validate(process)));
      const plain = historyOf(process, { records: 40 });
      const cut = historyOf(process, { records: 40, from });
      expect(cut.log).toEqual(plain.log);
      const books = audit(compile(process), [cut.run]);
      expect(books.conservation).toBe(true);
      expect(books.littlesLaw.worst).toBeLessThan(1e-6);
    }),
    { numRuns: 60 },
  );
});

it("records of different groups wait in one line, fill one batch and find one queue full", () => {
  const split = { field: "kind", values: [0, 1, 2] } as const;
  const plain = historyOf(workshop, { records: 400 });
  const apart = historyOf(workshop, { records: 400 }, { split });
  expect(plain.log.filter(({ by }) => by === "full").length).toBeGreaterThan(10);
  expect(plain.log.filter(({ by }) => by === "gives-up").length).toBeGreaterThan(3);
  expect(apart.log).toEqual(plain.log);
  const { tally } = plain.run;
  for (const name of ["visits", "wait", "done", "work", "waits", "flows", "closedWait", "labour", "paused"] as const) {
    const sum = apart.run.groups.map((group) => [...group[name]]).reduce((a, b) => a.map((value, i) => value + b[i]!));
    sum.forEach((value, i) => void expect(value).toBeCloseTo(tally[name][i]!, 6));
  }
  expect(apart.run.averages.busy[0]).toBeCloseTo(plain.run.averages.busy[0]!, 9);
});

it("counts only who arrives when the warm-up is over, by hand", () => {
  // Records come at 0, 10, 20 and 30; each is worked on for 12 minutes, one at a time, so they begin at 0, 12, 24, 36.
  const process = processOf({
    nodes: [
      start("in", { arrivals: { at: [0, 10, 20, 30] } }),
      step("desk", { work: fixed(12), slots: 1 }),
      end("out"),
    ],
    flows: paths("in > desk > out"),
  });
  const { run } = historyOf(process, { records: 4, from: 20 });
  const desk = 1;
  // Who arrives at 20 counts: it waits 4 minutes, the one at 30 six.
  expect([run.tally.arrived, run.tally.completed, run.tally.visits[desk], run.tally.wait[desk]]).toEqual([2, 2, 2, 10]);
  expect(run.tally.cycle).toBe(36 - 20 + (48 - 30));
  // From 20 to the last arrival at 30, one waits from 20 to 24, and the place is busy throughout.
  expect(run.averages).toMatchObject({ from: 20, until: 30, completed: 1 });
  expect(run.averages.queue[desk]).toBe(0.4);
  expect(run.averages.inStep[desk]).toBe(1.4);
  expect(run.averages.busyAt[desk]).toBe(1);
  expect(run.averages.inside).toBe(1.4);
});
