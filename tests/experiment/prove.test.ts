import { describe, expect, it } from "vitest";
import type { Bottleneck, Results, Stat } from "../../src/analyse/results.ts";
import type { RunOptions } from "../../src/experiment/options.ts";
import { run } from "../../src/experiment/run.ts";
import type { Process } from "../../src/model/process.ts";
import { about, end, fixed, paths, processOf, start, step } from "../builders.ts";
import { done } from "../done.ts";
import { networkOf, type TheoryNetwork } from "../theory/network.ts";
import theory from "../theory/theory.json" with { type: "json" };

function proven(process: Process, options: RunOptions): Results {
  return done(run(process, { ...options, prove: true }));
}

const within = ({ ci95: [low, high] }: Stat, expected: number) => expected >= low && expected <= high;
const named = ({ team, system, step: at }: Bottleneck) => team ?? system ?? at;

const trap = (theory as readonly { readonly id: string; readonly model: unknown }[]).find(
  ({ id }) => id === "bottleneck_trap_base",
)!;

describe("the trap: where utilisation, queue length and waiting all point at the wrong one", () => {
  const { bottlenecks, steps } = proven(networkOf(trap.model as TheoryNetwork), { records: 25_000, replications: 20 });
  const [first, second] = bottlenecks;

  it("is set: Review40 is busier, and more wait there", () => {
    expect(steps.Review40!.utilisation.mean).toBeGreaterThan(steps.Sign1!.utilisation.mean);
    expect(steps.Review40!.queueLength.mean).toBeGreaterThan(steps.Sign1!.queueLength.mean);
  });

  it("is seen through: one more at Sign1 helps twice as much, as theory says to the minute", () => {
    expect([named(first!), named(second!)]).toEqual(["Sign1", "Review40"]);
    expect(within(first!.ifOneMore!.cycleTime, -7.093254)).toBe(true);
    expect(within(second!.ifOneMore!.cycleTime, -3.47391)).toBe(true);
  });

  it("is proven, for the first only", () => expect(bottlenecks.map((each) => each.proven)).toEqual([true, false]));

  it("is told in words", () => {
    expect(first!.why).toMatch(
      /One more slot has records done [67]\.\d+ ± 0\.\d+ min sooner\. One more of anything else/,
    );
  });
});

/** Steps in a row for a record every 10 minutes. */
const line = (steps: Parameters<typeof step>[1][], parts: Partial<Process> = {}) =>
  processOf({
    ...parts,
    nodes: [
      start("in", { arrivals: { every: about(10) } }),
      ...steps.map((more, i) => step(`s${i}`, more)),
      end("out"),
    ],
    flows: paths(["in", ...steps.map((_, i) => `s${i}`), "out"].join(" > ")),
  });

describe("a saturated process", () => {
  it("is judged by what it finishes: one more person lets through as much as the next team can do", () => {
    // The team does 3 an hour where 6 come; with one more person 6.
    const teams = [
      { id: "short", name: "Short", people: 1 },
      { id: "busy", name: "Busy", people: 1 },
    ];
    const process = line(
      [
        { work: fixed(20), team: "short" },
        { work: fixed(17), team: "busy" },
      ],
      { teams },
    );
    const { bottlenecks, capacity } = proven(process, { records: 2000, replications: 10 });
    expect(capacity).toMatchObject({ stable: false, at: "s0", limitedBy: "short" });
    const [first, second] = bottlenecks;
    expect([named(first!), first!.proven]).toEqual(["short", true]);
    // Behind it the other team finishes 60 / 17 an hour: that is all there is to win.
    expect(first!.ifOneMore!.throughputPerHour.mean).toBeCloseTo(60 / 17 - 3, 1);
    expect(first!.why).toMatch(/One more person finishes 0\.5\d+ ± 0\.\d+ records an hour more\./);
    expect(named(second!)).toBe("busy");
    expect(second!.ifOneMore!.throughputPerHour.mean).toBeCloseTo(0, 3);
  });
});

describe("honesty", () => {
  it("proves nothing where two are equally short", () => {
    const process = line([
      { work: about(8), slots: 1 },
      { work: about(8), slots: 1 },
    ]);
    const { bottlenecks } = proven(process, { records: 1000, replications: 5 });
    expect(bottlenecks).toHaveLength(2);
    expect(bottlenecks.some((each) => each.proven)).toBe(false);
    for (const { ifOneMore } of bottlenecks) expect(ifOneMore!.cycleTime.mean).toBeLessThan(0);
  });

  it("proves nothing by a single replication", () => {
    const { bottlenecks } = proven(line([{ work: about(8), slots: 1 }]), { records: 1000, replications: 1 });
    expect(bottlenecks.map((each) => [each.proven, each.ifOneMore])).toEqual([[false, undefined]]);
  });

  it("says so where one more makes no difference", () => {
    // Jobs need both people at once: a third has nothing to do.
    const process = line([{ work: fixed(8), team: "t", people: 2 }], { teams: [{ id: "t", name: "Pair", people: 2 }] });
    const [first] = proven(process, { records: 500, replications: 5 }).bottlenecks;
    expect(first!.proven).toBe(false);
    expect(first!.ifOneMore!.cycleTime.mean).toBe(0);
    expect(first!.why).toMatch(/One more person makes no difference that \d+ replications could show\.$/);
  });

  it("tries places of a system, too", () => {
    const process = line([{ work: about(16), systems: ["crm"] }], {
      systems: [{ id: "crm", name: "CRM", capacity: 2 }],
    });
    const { bottlenecks } = proven(process, { records: 5000, replications: 10 });
    // M/M/2 at load 0.8: Wq = 28.44; M/M/3: 3.13 (Erlang C).
    expect(named(bottlenecks[0]!)).toBe("crm");
    expect(bottlenecks[0]!.proven).toBe(true);
    expect(Math.abs(bottlenecks[0]!.ifOneMore!.cycleTime.mean + 25.31)).toBeLessThan(3);
  });

  it("finds the same again, and leaves the figures of the plain run as they are", () => {
    const process = line([
      { work: about(8), slots: 1 },
      { work: about(6), slots: 1 },
    ]);
    const options = { records: 500, replications: 5 };
    const once = proven(process, options);
    expect(proven(process, options)).toEqual(once);
    const plain = run(process, options);
    if (!plain.ok) throw new Error("it runs");
    const { bottlenecks: _, ...figures } = plain.value;
    expect(once).toMatchObject(figures);
  });
});
