import { describe, expect, it } from "vitest";
import { run } from "../../src/experiment/run.ts";
import type { Process } from "../../src/model/process.ts";
import { about, end, fixed, paths, processOf, start, step, team } from "../builders.ts";
import { done } from "../done.ts";

function results(process: Process, records: number, replications = 1) {
  return done(run(process, { records, replications }));
}

const at = (...times: number[]) => ({ arrivals: { at: times } });
const queued = (priority: number, preempt = false) =>
  ({ queue: { order: "priority", priority, ...(preempt ? { preempt } : {}) } }) as const;

describe("what steps share", () => {
  it.each([
    ["of no team", {}, {}],
    ["of different teams", { team: "a" }, { team: "b" }],
  ])("goes to who waits longest, whichever step they wait at: two licences for two steps %s", (_, first, then) => {
    // Product form (BCMP 1975): the licences are M/M/2 with 1.4 arrivals a minute, so each step's wait is 0.960784.
    const process = processOf({
      systems: [{ id: "crm", name: "CRM", capacity: 2 }],
      teams: [team("a", 20), team("b", 20)],
      nodes: [
        start("in", { arrivals: { every: about(1 / 0.7) } }),
        step("one", { work: about(1), systems: ["crm"], ...first }),
        step("two", { work: about(1), systems: ["crm"], ...then }),
        end("out"),
      ],
      flows: paths("in > one > two > out"),
    });
    const { cycleTime, steps } = results(process, 40_000, 10);
    for (const each of [steps.one!, steps.two!]) expect(Math.abs(each.wait.mean - 0.960784)).toBeLessThan(0.03);
    expect(Math.abs(cycleTime.mean - 3.921569)).toBeLessThan(0.06);
  });

  it("is taken at once by another when the work that held it is interrupted", () => {
    // The licence is held from 0 by slow work, which urgent work interrupts at 10: who waits since 5 takes it then.
    const process = processOf({
      systems: [{ id: "crm", name: "CRM", capacity: 1 }],
      teams: [team("t", 1), team("u", 1)],
      nodes: [
        start("in1", at(0)),
        start("in2", at(10)),
        start("in3", at(5)),
        step("slow", { work: fixed(60), team: "t", systems: ["crm"], ...queued(5) }),
        step("urgent", { work: fixed(20), team: "t", ...queued(1, true) }),
        step("other", { work: fixed(7), team: "u", systems: ["crm"] }),
        end("out"),
      ],
      flows: paths("in1 > slow > out", "in2 > urgent > out", "in3 > other > out"),
    });
    const { steps, simulatedMinutes } = results(process, 3);
    expect(steps.other!.wait.mean).toBe(5);
    expect(steps.urgent!.wait.mean).toBe(0);
    expect(simulatedMinutes).toBe(80);
  });

  it("is not taken from anybody for who could not begin even so", () => {
    // Urgent work lacks the licence, which others hold from 0 to 30; so it waits, and nobody takes the place of slow work.
    const process = processOf({
      systems: [{ id: "crm", name: "CRM", capacity: 1 }],
      teams: [team("t", 1)],
      nodes: [
        start("in1", at(0)),
        start("in2", at(1)),
        start("in3", at(2)),
        step("holds", { work: fixed(30), systems: ["crm"] }),
        step("slow", { work: fixed(10), team: "t", ...queued(5) }),
        step("next", { work: fixed(4), team: "t", ...queued(3) }),
        step("urgent", { work: fixed(5), team: "t", systems: ["crm"], ...queued(1, true) }),
        start("in4", at(3)),
        end("out"),
      ],
      flows: paths("in1 > holds > out", "in2 > slow > out", "in3 > next > out", "in4 > urgent > out"),
    });
    const { steps, cycleTime } = results(process, 4);
    expect(steps.next!.wait.mean).toBe(9);
    expect(steps.urgent!.wait.mean).toBe(27);
    expect(cycleTime.max).toBe(32);
  });

  it("leaves interrupted work to who covers for the team, if somebody there is free", () => {
    const process = processOf({
      teams: [team("u", 1, { costPerHour: 120 }), team("t", 1, { costPerHour: 60 })],
      nodes: [
        start("in1", at(0)),
        start("in2", at(10)),
        step("slow", { work: fixed(60), team: "t", cover: ["u"], ...queued(5) }),
        step("urgent", { work: fixed(20), team: "t", ...queued(1, true) }),
        end("out"),
      ],
      flows: paths("in1 > slow > out", "in2 > urgent > out"),
    });
    const { simulatedMinutes, teams } = results(process, 2);
    expect(simulatedMinutes).toBe(60);
    expect(teams.u!.cost.mean).toBe(100);
    expect(teams.t!.cost.mean).toBe(30);
  });

  it("is done by the team itself when it comes on shift at the same time as those who cover for it", () => {
    const process = processOf({
      calendars: [{ id: "day", name: "Day", week: { mon: ["09:00-17:00"] } }],
      teams: [team("u", 2, { calendar: "day", costPerHour: 120 }), team("t", 1, { calendar: "day", costPerHour: 60 })],
      nodes: [
        start("in1", at(0)),
        start("in2", at(1)),
        step("theirs", { work: fixed(5), team: "u" }),
        step("a", { work: fixed(10), team: "t", cover: ["u"] }),
        end("out"),
      ],
      flows: paths("in1 > theirs > out", "in2 > a > out"),
      simulation: { start: "2026-01-05T08:00" },
    });
    const { steps, teams } = results(process, 2);
    expect(steps.a!.wait.mean).toBe(59);
    expect(teams.t!.cost.mean).toBe(10);
    expect(teams.u!.cost.mean).toBe(10);
  });

  it("goes to who needs fewer of those who cover as soon as who needs more has given up", () => {
    const process = processOf({
      teams: [team("t", 2), team("u", 2)],
      nodes: [
        start("in1", at(0)),
        start("in2", at(1)),
        start("in3", at(2)),
        step("hold", { work: fixed(100), team: "t", people: 2 }),
        step("half", { work: fixed(90), team: "u" }),
        step("both", { work: fixed(5), team: "t", people: 2, cover: ["u"], patience: fixed(8) }),
        step("one", { work: fixed(5), team: "t", cover: ["u"] }),
        start("in4", at(3)),
        end("out"),
      ],
      flows: paths("in1 > hold > out", "in2 > half > out", "in3 > both > out", "in4 > one > out"),
    });
    const { steps } = results(process, 4);
    expect(steps.both!.gaveUp.mean).toBe(1);
    expect(steps.one!.wait.mean).toBe(7);
  });
});
