import { describe, expect, it } from "vitest";
import { type Capacity, capacityOf } from "../../src/analyse/capacity.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Calendar, Process } from "../../src/model/process.ts";
import { validate } from "../../src/model/validate.ts";
import { about, decision, end, fixed, flow, fork, join, paths, processOf, start, step, team } from "../builders.ts";
import { networkOf, type TheoryNetwork } from "../theory/network.ts";
import theory from "../theory/theory.json" with { type: "json" };

interface Case {
  readonly id: string;
  readonly model: unknown;
  readonly expected: Readonly<Record<string, number>> & {
    readonly nodes?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
}

function capacity(process: Process): Capacity {
  expect(validate(process).filter(({ severity }) => severity === "error")).toEqual([]);
  return capacityOf(process, compile(process));
}

/** The theory file prints six digits. */
const near = (value: number | undefined, expected: number) => expect(value).toBeCloseTo(expected, 5);

const cases = theory as unknown as readonly Case[];
const networks = cases.filter(({ model }) => "nodes" in (model as object) && "arrival" in (model as object));

describe("theory", () => {
  it.each(networks.filter(({ expected }) => expected.maxThroughput !== undefined))(
    "gives the most that a network can do, its visits and its loads: $id",
    ({ model, expected }) => {
      const { maxThroughputPerHour, arrivalsPerHour, stable, visits, load } = capacity(
        networkOf(model as TheoryNetwork),
      );
      near(maxThroughputPerHour / 60, expected.maxThroughput!);
      near(arrivalsPerHour / 60, expected.throughput!);
      expect(stable).toBe(true);
      for (const [id, { visitsPerRecord, utilization }] of Object.entries(expected.nodes!)) {
        near(visits[id], visitsPerRecord!);
        near(load.steps[id], utilization!);
      }
    },
  );

  // Where nobody is lost, the load of a station is its utilisation.
  it.each(networks.filter(({ id }) => /^(mm1_rho|mm3|md1|mln1|dm1|mx_m1)/.test(id)))(
    "loads a station as theory says: $id",
    ({ model, expected }) => near(capacity(networkOf(model as TheoryNetwork)).load.steps.n1, expected.utilization!),
  );

  it("counts rounds of a loop as theory says", () => {
    const { model, expected } = cases.find(({ id }) => id === "loop_geometric")!;
    const { visits, maxThroughputPerHour, limitedBy } = capacity(networkOf(model as TheoryNetwork));
    near(visits.A, expected.visitsPerRecord!);
    expect([maxThroughputPerHour, limitedBy]).toEqual([Number.POSITIVE_INFINITY, undefined]);
  });

  it("adds up what the steps of one team ask for", () => {
    const { model, expected } = cases.find(({ id }) => id === "shared_pool_two_steps")!;
    const { load } = capacity(networkOf(model as TheoryNetwork));
    near(load.teams.pool, expected.utilization!);
    near(load.steps.A, expected.utilization! / 2);
  });

  it("says that an overloaded line grows by a third of a record a minute", () => {
    const { model } = cases.find(({ id }) => id === "dd1_overload_100")!;
    const { stable, growsPerDay, at } = capacity(networkOf(model as TheoryNetwork));
    expect([stable, at]).toEqual([false, "n1"]);
    near(growsPerDay, 1440 / 3);
  });

  it.each(["mm1_5", "erlangA_10"])("sees nothing pile up where records are turned away or give up: %s", (id) => {
    const { model } = cases.find((each) => each.id === id)!;
    expect(capacity(networkOf(model as TheoryNetwork)).stable).toBe(true);
  });

  it("meets the credit application of Fundamentals of BPM, whose clerks leave an hour earlier than applications come", () => {
    const { expected } = cases.find(({ id }) => id === "bimp_credit_application")!;
    const { load, visits } = capacity(creditApplication);
    near(visits.assess, expected.visits_assess!);
    near(visits.offer, expected.visits_offer!);
    near(visits.reject, expected.visits_reject!);
    near(load.teams.clerk, expected.utilization_clerk!);
    near(load.teams.officer, expected.utilization_officer!);
  });
});

const office = (id: string, from: string, to: string): Calendar => {
  const day = [`${from}-${to}`];
  return { id, name: id, week: { mon: day, tue: day, wed: day, thu: day, fri: day } };
};

const creditApplication = processOf({
  calendars: [office("clerks", "09:00", "16:00"), office("office", "09:00", "17:00")],
  teams: [
    { id: "clerk", name: "Clerk", people: 2, calendar: "clerks" },
    { id: "officer", name: "Officer", people: 2, calendar: "office" },
  ],
  nodes: [
    start("in", { arrivals: { every: about(30), calendar: "office" } }),
    fork("f"),
    step("history", { work: about(10), team: "clerk" }),
    step("income", { work: about(20), team: "clerk" }),
    join("j"),
    step("assess", { work: about(20), team: "officer" }),
    decision("d"),
    step("offer", { work: about(10), team: "officer" }),
    step("reject", { work: about(10), team: "officer" }),
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
});

/** One step of 6 minutes for what comes every 10 minutes. */
const one = (more: Parameters<typeof step>[1], parts: Partial<Process> = {}) =>
  processOf({
    ...parts,
    nodes: [start("in", { arrivals: { every: fixed(10) } }), step("work", { work: fixed(6), ...more }), end("out")],
    flows: paths("in > work > out"),
  });

describe("resources", () => {
  it("counts everyone whom a job needs, and leaves out those too few for another", () => {
    // Two of five at once: two jobs of 6 minutes at a time, every 3 minutes one.
    const { load, maxThroughputPerHour, limitedBy } = capacity(
      one({ team: "t", people: 2 }, { teams: [team("t", 5)] }),
    );
    near(load.teams.t, (6 * 2) / (10 * 4));
    near(maxThroughputPerHour, 20);
    expect(limitedBy).toBe("t");
  });

  it("names the team that is shorter where work needs two", () => {
    const process = one({ team: "a", with: [{ team: "b", people: 2 }] }, { teams: [team("a", 3), team("b", 2)] });
    const { load, limitedBy, maxThroughputPerHour } = capacity(process);
    near(load.teams.a, 0.2);
    near(load.teams.b, 0.6);
    expect([limitedBy, maxThroughputPerHour]).toEqual(["b", 10]);
  });

  it("lets two teams work together only while both are on shift", () => {
    const calendars = [office("early", "08:00", "14:00"), office("late", "12:00", "20:00")];
    const teams = [team("a", 1, { calendar: "early" }), team("b", 1, { calendar: "late" })];
    const { maxThroughputPerHour, limitedBy } = capacity(
      one({ team: "a", with: [{ team: "b" }] }, { calendars, teams }),
    );
    // Two hours on five days of seven: ten jobs an hour then.
    near(maxThroughputPerHour, (10 * 2 * 5) / (24 * 7));
    expect(limitedBy).toBe("work");
  });

  it("shares a team's work with those who cover for it", () => {
    const process = processOf({
      teams: [team("a", 1), team("b", 1)],
      nodes: [
        start("in", { arrivals: { every: fixed(10) } }),
        step("first", { work: fixed(12), team: "a", cover: ["b"] }),
        step("second", { work: fixed(4), team: "b" }),
        end("out"),
      ],
      flows: paths("in > first > second > out"),
    });
    const { load, maxThroughputPerHour, stable } = capacity(process);
    near(load.teams.a, 0.8);
    near(load.teams.b, 0.8);
    near(maxThroughputPerHour, 60 / 8);
    expect(stable).toBe(true);
  });

  it("divides the work of a batch among its records", () => {
    near(capacity(one({ slots: 1, batch: { size: 5 } })).load.steps.work, 6 / 50);
  });

  it("counts a system's places, and that it is up", () => {
    const systems = [{ id: "crm", name: "CRM", capacity: 2, outage: { every: about(30), lasts: about(10) } }];
    const { load, limitedBy, maxThroughputPerHour } = capacity(one({ systems: ["crm"] }, { systems }));
    near(load.systems.crm, 6 / (10 * 2 * 0.75));
    expect([limitedBy, maxThroughputPerHour]).toEqual(["crm", 15]);
  });

  it("takes closed days off a year", () => {
    const week = office("office", "09:00", "17:00");
    // Monday to Wednesday of one of 52 weeks.
    const closed = { ...week, closed: ["2026-01-05", "2026-01-06", "2026-01-07", "2026-01-10"] };
    const process = one({ team: "t" }, { calendars: [closed], teams: [team("t", 1, { calendar: "office" })] });
    near(capacity(process).load.teams.t, 0.6 / (((52 * 5 - 3) * 8) / (52 * 7 * 24)));
  });
});
