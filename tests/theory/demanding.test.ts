import { expect, it } from "vitest";
import { run } from "../../src/experiment/run.ts";
import type { Calendar, Process } from "../../src/model/process.ts";
import { about, decision, end, fixed, flow, fork, join, paths, processOf, start, step } from "../builders.ts";
import { done } from "../done.ts";

const office = (from: string, to: string): Calendar => {
  const day = [`${from}-${to}`];
  return { id: `office-${to}`, name: "Office", week: { mon: day, tue: day, wed: day, thu: day, fri: day } };
};

function results(process: Process, records: number, replications = 10) {
  return done(run(process, { records, replications }));
}

const near = (value: number, expected: number, share: number) =>
  expect(Math.abs(value - expected) / expected).toBeLessThan(share);

it("pauses ten hours of work at the end of Monday's shift and finishes it on Tuesday at 11:00", () => {
  const process = processOf({
    calendars: [office("09:00", "17:00")],
    teams: [{ id: "t", name: "Team", people: 1, calendar: "office-17:00" }],
    nodes: [start("in", { arrivals: { at: [0] } }), step("T", { work: fixed(10, "h"), team: "t" }), end("out")],
    flows: paths("in > T > out"),
    simulation: { start: "2026-01-05T09:00" },
  });
  const { cycleTime, steps } = results(process, 1, 1);
  expect(cycleTime.mean).toBe(93_600 / 60);
  expect(steps.T!.work.mean).toBe(36_000 / 60);
  expect(steps.T!.offHours.mean).toBe(57_600 / 60);
});

it("lets urgent work go first without interrupting, as Cobham says", () => {
  const process = processOf({
    teams: [{ id: "t", name: "Team", people: 1 }],
    nodes: [
      start("in1", { arrivals: { every: about(5) } }),
      start("in2", { arrivals: { every: about(5 / 3) } }),
      step("urgent", { work: about(1), team: "t", queue: { order: "priority", priority: 1 } }),
      step("normal", { work: about(1), team: "t", queue: { order: "priority", priority: 2 } }),
      end("out"),
    ],
    flows: paths("in1 > urgent > out", "in2 > normal > out"),
  });
  const { steps } = results(process, 60_000);
  near(steps.urgent!.wait.mean, 1, 0.02);
  near(steps.normal!.wait.mean, 5, 0.04);
});

it("lets urgent work interrupt, which goes on later where it stopped, as theory says of preemptive priorities", () => {
  // M/M/1, preemptive resume: T1 = (1/μ) / (1 − ρ1); T2 = (1/μ) / ((1 − ρ1)(1 − ρ1 − ρ2)).
  const process = processOf({
    teams: [{ id: "t", name: "Team", people: 1 }],
    nodes: [
      start("in1", { arrivals: { every: about(5) } }),
      start("in2", { arrivals: { every: about(2) } }),
      step("urgent", { work: about(1), team: "t", queue: { order: "priority", priority: 1, preempt: true } }),
      step("normal", { work: about(1), team: "t", queue: { order: "priority", priority: 2 } }),
      end("out"),
    ],
    flows: paths("in1 > urgent > out", "in2 > normal > out"),
  });
  const { steps } = results(process, 60_000);
  near(steps.urgent!.inStep.mean, 0.2 * (1 / 0.8), 0.02);
  near(steps.normal!.inStep.mean, 0.5 * (1 / (0.8 * 0.3)), 0.05);
});

it("gathers five records and lets them go together", () => {
  const process = processOf({
    nodes: [
      start("in", { arrivals: { every: about(1) } }),
      step("gate", { work: fixed(0), batch: { size: 5 } }),
      end("out"),
    ],
    flows: paths("in > gate > out"),
  });
  const { steps, records } = results(process, 10_000);
  near(steps.gate!.wait.mean, 2, 0.02);
  near(steps.gate!.causes.batch.mean, 2, 0.02);
  expect(records.completed.mean).toBe(10_000);
});

it("meets the credit application of Fundamentals of BPM", () => {
  const week = (to: string) => ({ ...office("09:00", to), id: `c${to}` });
  const s = (mean: number, sd: number) => ({ dist: "normal", mean, sd, unit: "s" }) as const;
  const process = processOf({
    calendars: [week("16:00"), week("17:00")],
    teams: [
      { id: "clerk", name: "Clerk", people: 2, calendar: "c16:00", costPerHour: 25 },
      { id: "officer", name: "Officer", people: 2, calendar: "c17:00", costPerHour: 35 },
    ],
    nodes: [
      start("in", { arrivals: { every: about(1800, "s"), calendar: "c17:00" } }),
      fork("f"),
      step("history", { work: s(600, 120), team: "clerk" }),
      step("income", { work: s(1200, 240), team: "clerk" }),
      join("j"),
      step("assess", { work: about(1200, "s"), team: "officer" }),
      decision("d"),
      step("offer", { work: s(600, 120), team: "officer" }),
      step("reject", { work: s(600, 120), team: "officer" }),
      decision("feedback"),
      end("out"),
    ],
    flows: [
      ...paths("in > f", "f > history > j", "f > income > j", "j > assess > d", "offer > out", "reject > feedback"),
      flow("d", "offer", { share: 0.3 }),
      flow("d", "reject", { share: 0.7 }),
      flow("feedback", "assess", { share: 0.3 }),
      flow("feedback", "out", { share: 0.7 }),
    ],
    simulation: { start: "2026-01-05T09:00" },
  });
  const { steps, teams, records } = results(process, 20_000, 4);
  near(steps.assess!.perRecord.mean, 1.265823, 0.03);
  near(steps.offer!.perRecord.mean, 0.379747, 0.03);
  near(steps.reject!.perRecord.mean, 0.886076, 0.03);
  near(teams.clerk!.utilisation.mean, 0.571429, 0.02);
  near(teams.officer!.utilisation.mean, 0.632911, 0.02);
  near((teams.clerk!.cost.mean + teams.officer!.cost.mean) / records.arrived.mean, 34.651899, 0.03);
});

it("holds work while a system is down, and counts for how long it is: the mean outage over the mean cycle", () => {
  const process = processOf({
    systems: [{ id: "crm", name: "CRM", outage: { every: about(100), lasts: about(25) } }],
    nodes: [
      start("in", { arrivals: { every: about(1) } }),
      step("a", { work: about(0.2), systems: ["crm"] }),
      end("out"),
    ],
    flows: paths("in > a > out"),
  });
  const { systems, audit } = results(process, 100_000);
  near(systems.crm!.down.mean, 0.2, 0.05);
  expect(audit.littlesLaw.worst).toBeLessThan(1e-9);
  expect(audit.conservation).toBe(true);
});

it("limits a system to its capacity, as M/M/c says", () => {
  const process = processOf({
    systems: [{ id: "crm", name: "CRM", capacity: 3 }],
    nodes: [
      start("in", { arrivals: { every: about(5) } }),
      step("a", { work: about(10), systems: ["crm"] }),
      end("out"),
    ],
    flows: paths("in > a > out"),
  });
  const { systems, steps } = results(process, 50_000);
  near(systems.crm!.utilisation.mean, 2 / 3, 0.01);
  near(steps.a!.wait.mean, 4.444444, 0.04);
});

it("meets Bizagi's level 3 example: times, utilisations and costs as published for one run of 2,017 calls", () => {
  const team = (id: string, people: number, costPerHour?: number) => ({
    id,
    name: id,
    people,
    ...(costPerHour === undefined ? {} : { costPerHour }),
  });
  const task = (id: string, minutes: number, by: string, cost: number) =>
    step(id, { work: fixed(minutes), team: by, cost });
  const process = processOf({
    teams: [
      team("agent", 2),
      team("nurse", 3),
      team("ambulance", 4, 0.4),
      team("quick", 2, 0.22),
      team("basic", 2, 0.3),
      team("receptionist", 2),
    ],
    // The costs of the resources; what the activities cost on top of them is not in the published total.
    nodes: [
      start("in", { arrivals: { every: fixed(5) } }),
      task("receive", 4, "agent", 3),
      task("classify", 5, "nurse", 5),
      decision("triage"),
      fork("red"),
      task("manage", 11, "nurse", 5),
      task("pick-up", 20, "ambulance", 30),
      join("ready"),
      task("authorize", 4, "receptionist", 3),
      task("yellow", 7, "quick", 18),
      task("green", 10, "basic", 25),
      end("out"),
    ],
    flows: [
      ...paths("in > receive > classify > triage", "red > manage > ready > authorize > out", "red > pick-up > ready"),
      ...paths("yellow > out", "green > out"),
      flow("triage", "red", { share: 0.5 }),
      flow("triage", "yellow", { share: 0.3 }),
      flow("triage", "green", { share: 0.2 }),
    ],
  });
  const { cycleTime, teams, steps, audit } = results(process, 2017, 20);
  // Bizagi ran once and printed its figures; its own branch counts (1,006, 618, 393) are within one standard deviation.
  near(cycleTime.mean, 1515 / 60, 0.05);
  expect(steps.yellow!.work.mean).toBe(7);
  near(teams.agent!.utilisation.mean, 0.3991, 0.05);
  near(teams.nurse!.utilisation.mean, 0.6975, 0.05);
  near(teams.ambulance!.utilisation.mean, 0.4976, 0.05);
  near(teams.quick!.utilisation.mean, 0.214, 0.05);
  near(teams.basic!.utilisation.mean, 0.1944, 0.05);
  near(teams.receptionist!.utilisation.mean, 0.1991, 0.05);
  const cost = Object.values(steps).reduce((sum, step) => sum + step.cost.mean, 0);
  near(cost, 75_482.65, 0.05);
  // What the branch counts of the runs make of it, to the cent: each use, and the hours of the vehicles.
  const uses = (id: string) => steps[id]!.visits.mean;
  const perUse = [3, 5, 5, 30, 3, 18, 25];
  const used = ["receive", "classify", "manage", "pick-up", "authorize", "yellow", "green"];
  const hourly = (0.4 * 20 * uses("pick-up") + 0.22 * 7 * uses("yellow") + 0.3 * 10 * uses("green")) / 60;
  expect(cost).toBeCloseTo(
    used.reduce((sum, id, i) => sum + perUse[i]! * uses(id), hourly),
    2,
  );
  expect(audit.conservation).toBe(true);
});
