import { describe, expect, it } from "vitest";
import { type Capacity, capacityOf } from "../../src/analyse/capacity.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Calendar, Process, Team } from "../../src/model/process.ts";
import { validate } from "../../src/model/validate.ts";
import { about, decision, end, fixed, flow, fork, join, paths, processOf, start, step } from "../builders.ts";
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

const team = (id: string, people: number, more: Partial<Team> = {}): Team => ({ id, name: id, people, ...more });

/** One step of 6 minutes for what comes every 10 minutes. */
const one = (more: Parameters<typeof step>[1], parts: Partial<Process> = {}) =>
  processOf({
    ...parts,
    nodes: [start("in", { arrivals: { every: fixed(10) } }), step("work", { work: fixed(6), ...more }), end("out")],
    flows: paths("in > work > out"),
  });

describe("rules", () => {
  const sized = (sample: object, more: Partial<Process> = {}) =>
    processOf({
      fields: [{ id: "size", name: "Size", type: "number", sample: sample as never }],
      nodes: [start("in"), decision("d"), step("big"), step("small"), decision("again"), step("huge"), end("out")],
      flows: [
        ...paths("in > d", "small > out", "big > again", "huge > out"),
        flow("d", "big", { when: { field: "size", is: ">=", to: 30 } }),
        flow("d", "small", { otherwise: true }),
        flow("again", "huge", { when: { field: "size", is: ">", to: 80 } }),
        flow("again", "out", { otherwise: true }),
      ],
      ...more,
    });

  it("takes the chance of a number from its distribution, and remembers it from one decision to the next", () => {
    const { visits } = capacity(sized({ dist: "uniform", min: 0, max: 100 }));
    near(visits.big, 0.7);
    near(visits.small, 0.3);
    // Only big ones come there, so that 20 of 70 pass: 20 of all.
    near(visits.huge, 0.2);
  });

  it("tells “at least” from “above” where values are on the limit", () => {
    const { visits } = capacity(sized({ dist: "empirical", values: [10, 30, 80, 90] }));
    expect([visits.big, visits.huge]).toEqual([0.75, 0.25]);
  });

  it("knows what a start sets", () => {
    const process = sized({ dist: "uniform", min: 0, max: 100 });
    const set = start("in", { set: { size: 90 } });
    const { visits } = capacity({ ...process, nodes: process.nodes.map((node) => (node.id === "in" ? set : node)) });
    expect([visits.big, visits.small, visits.huge]).toEqual([1, 0, 1]);
  });

  it("weighs work by rule with the records that come, not with all", () => {
    // Referrals, 1 of 4, come back once for certain; their work takes 8 minutes, that of others 2.
    const process = processOf({
      fields: [
        {
          id: "source",
          name: "Source",
          type: "choice",
          options: [{ value: "Referral" }, { value: "Web", weight: 2 }, { value: "Fair" }],
        },
        { id: "urgent", name: "Urgent", type: "boolean", share: 0.5 },
      ],
      nodes: [
        start("in"),
        step("work", {
          slots: 1,
          work: {
            by: [{ when: { all: [{ field: "source", is: "=", to: "Referral" }] }, work: fixed(8) }],
            otherwise: fixed(2),
          },
        }),
        decision("d"),
        step("extra", { slots: 1, work: fixed(8) }),
        end("out"),
      ],
      flows: [
        ...paths("in > work > d", "extra > out"),
        flow("d", "extra", {
          when: {
            all: [{ field: "source", is: "in", to: ["Referral"] }, { not: { field: "urgent", is: "=", to: false } }],
          },
        }),
        flow("d", "out", { otherwise: true }),
      ],
    });
    const { visits, load } = capacity(process);
    near(load.steps.work, (0.25 * 8 + 0.75 * 2) / 10);
    near(visits.extra, 0.125);
  });

  it("comes close with a sample where there are too many combinations", () => {
    const fields = Array.from({ length: 14 }, (_, i) => ({
      id: `f${i}`,
      name: `f${i}`,
      type: "boolean" as const,
      share: 0.3,
    }));
    const process = processOf({
      fields,
      nodes: [start("in"), decision("d"), step("any"), end("out")],
      flows: [
        ...paths("in > d", "any > out"),
        flow("d", "any", { when: { any: fields.map(({ id }) => ({ field: id, is: "=" as const, to: true })) } }),
        flow("d", "out", { otherwise: true }),
      ],
    });
    // 1 − 0.7¹⁴; 4,096 records tell it to about one in a hundred.
    expect(Math.abs(capacity(process).visits.any! - 0.993218)).toBeLessThan(0.004);
  });
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

describe("arrivals", () => {
  it("adds up several starts, batches and cycles of rates", () => {
    const process = processOf({
      nodes: [
        start("a", { arrivals: { every: about(10), batch: 2 } }),
        start("b", {
          arrivals: {
            rates: [
              { for: { value: 1, unit: "h" }, perHour: 12 },
              { for: { value: 30, unit: "min" }, perHour: 0 },
            ],
          },
        }),
        start("c", { arrivals: { at: [0, 20, 40, 60] } }),
        step("work", { slots: 1, work: fixed(1) }),
        end("out"),
      ],
      flows: paths("a > work > out", "b > work", "c > work"),
    });
    const { arrivalsPerHour, load } = capacity(process);
    near(arrivalsPerHour, 12 + 8 + 3);
    near(load.steps.work, 23 / 60);
  });

  it("knows the most for records that all come at once, and that they do not go on coming", () => {
    const process = one({ slots: 1 });
    const at = start("in", { arrivals: { at: [5, 5, 5] } });
    const once = { ...process, nodes: process.nodes.map((node) => (node.id === "in" ? at : node)) };
    const { maxThroughputPerHour, arrivalsPerHour, stable } = capacity(once);
    expect([maxThroughputPerHour, arrivalsPerHour, stable]).toEqual([10, 0, true]);
  });
});

describe("growth", () => {
  const line = (...minutes: readonly number[]) =>
    processOf({
      nodes: [
        start("in", { arrivals: { every: fixed(10) } }),
        ...minutes.map((time, i) => step(`s${i}`, { work: fixed(time), slots: 1 })),
        end("out"),
      ],
      flows: paths(["in", ...minutes.map((_, i) => `s${i}`), "out"].join(" > ")),
    });

  it("sees records pile up only where they are let through to", () => {
    // 6 an hour come; the first step lets 4 through, so that the second, good for 5, has time to spare.
    const { growsPerDay, at, load } = capacity(line(15, 12));
    expect(at).toBe("s0");
    near(growsPerDay, 2 * 24);
    near(load.steps.s1, 1.2);
  });

  it("adds up what piles up one behind the other, and names the worst", () => {
    // 6 come, 5 pass the first step, 2 the second.
    const { growsPerDay, at } = capacity(line(12, 30));
    expect(at).toBe("s1");
    near(growsPerDay, 4 * 24);
  });

  it("sees rework make it worse", () => {
    const process = processOf({
      nodes: [
        start("in", { arrivals: { every: fixed(10) } }),
        step("a", { work: fixed(8), slots: 1 }),
        decision("d"),
        end("out"),
      ],
      flows: [...paths("in > a > d"), flow("d", "a", { share: 0.5 }), flow("d", "out", { share: 0.5 })],
    });
    // 7.5 an hour can be done, half of which are final: 3.75 of 6 leave.
    const { growsPerDay, stable } = capacity(process);
    expect(stable).toBe(false);
    near(growsPerDay, 2.25 * 24);
  });

  it("calls a line without time to spare unstable, though it grows slower than any number", () => {
    const { stable, growsPerDay } = capacity(line(10));
    expect([stable, growsPerDay]).toEqual([false, undefined]);
  });
});
