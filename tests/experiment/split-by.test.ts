import { describe, expect, it } from "vitest";
import { run } from "../../src/experiment/run.ts";
import type { Field, Process } from "../../src/model/process.ts";
import { about, decision, end, fixed, flow, paths, processOf, start, step } from "../builders.ts";
import { done } from "../done.ts";

function resultsOf(process: Process, by: string) {
  return done(run(process, { by }));
}

const source: Field = {
  id: "source",
  name: "Lead source",
  type: "choice",
  options: [{ value: "Referral" }, { value: "Trade show", weight: 3 }],
};

/** Referrals are won, the others lost; the desk takes 12 minutes, one after the other. */
const process = processOf({
  fields: [source],
  nodes: [
    start("in", { arrivals: { at: [0, 10, 20, 30] }, set: { source: "Referral" } }),
    start("fair", { arrivals: { at: [1] }, set: { source: "Trade show" } }),
    step("desk", { work: fixed(12), slots: 1 }),
    decision("won?"),
    end("won"),
    end("lost"),
  ],
  flows: [
    ...paths("in > desk", "fair > desk", "desk > won?"),
    flow("won?", "won", { when: { field: "source", is: "=", to: "Referral" } }),
    flow("won?", "lost", { otherwise: true }),
  ],
  simulation: { stop: { records: 5 }, replications: 2 },
});

describe("results split by a field", () => {
  it("are of the records of each value alone, though they wait in one line, by hand", () => {
    // Work begins at 0, 12, 24, 36, 48 on who comes at 0, 1, 10, 20, 30.
    const { by } = resultsOf(process, "source");
    expect(by?.field).toBe("source");
    expect(Object.keys(by!.values)).toEqual(["Referral", "Trade show"]);
    const { Referral: referral, "Trade show": fair } = by!.values;
    expect([referral!.records.mean, fair!.records.mean]).toEqual([4, 1]);
    expect(referral!.wait.mean).toBe((0 + 14 + 16 + 18) / 4);
    expect(fair!.wait.mean).toBe(11);
    expect(referral!.cycleTime.mean).toBe((12 + 26 + 28 + 30) / 4);
    expect(fair!.cycleTime).toMatchObject({ mean: 23, max: 23 });
    expect(fair!.steps.desk).toMatchObject({ visits: { mean: 1 }, wait: { mean: 11 } });
    expect([referral!.ends.won!.share.mean, fair!.ends.won!.share.mean]).toEqual([1, 0]);
  });

  it("change no other figure", () => {
    const plain = run(process);
    const { by: _, ...rest } = resultsOf(process, "source");
    expect(plain.ok && plain.value).toEqual(rest);
  });

  it("take a field by its name, too, and refuse one that is not there in words", () => {
    expect(resultsOf(process, "Lead source").by?.field).toBe("source");
    const answer = run(process, { by: "colour" });
    expect(answer).toMatchObject({
      ok: false,
      problems: [{ code: "unknown-field", message: "Records carry no field “colour”.", mend: "Split by “source”." }],
    });
  });

  it("leave out the warm-up with all others", () => {
    const warm = { ...process, simulation: { ...process.simulation, warmUp: { value: 5, unit: "min" } } } as const;
    const { by, records } = resultsOf(warm, "source");
    expect(records.arrived.mean).toBe(3);
    expect(Object.keys(by!.values)).toEqual(["Referral"]);
    expect(by!.values.Referral!.wait.mean).toBe(16);
  });
});

describe("the groups", () => {
  const with_ = (field: Field) =>
    processOf({
      fields: [field],
      nodes: [start("in"), step("a", { work: about(3) }), end("out")],
      flows: paths("in > a > out"),
      simulation: { stop: { records: 4000 }, replications: 2 },
    });
  const groupsOf = (field: Field) =>
    Object.entries(resultsOf(with_(field), field.id).by!.values).map(([label, { records }]) => [
      label,
      records.mean / 4000,
    ]);

  it("of yes and no are “yes” and “no”", () => {
    const groups = groupsOf({ id: "b", name: "B", type: "boolean", share: 0.2 });
    expect(groups.map(([label]) => label)).toEqual(["yes", "no"]);
    expect(groups[0]![1]).toBeCloseTo(0.2, 1);
  });

  it("of numbers are the numbers themselves where there are twelve at the most", () => {
    const values = Array.from({ length: 12 }, (_, i) => 5 * (12 - i));
    const groups = groupsOf({ id: "n", name: "N", type: "number", sample: { dist: "empirical", values } });
    expect(groups.map(([label]) => label)).toEqual(values.toSorted((a, b) => a - b).map(String));
  });

  it("of more numbers are quarters of the records", () => {
    const values = Array.from({ length: 13 }, (_, i) => i);
    const few = groupsOf({ id: "n", name: "N", type: "number", sample: { dist: "empirical", values } });
    expect(few).toHaveLength(4);
    const many = groupsOf({ id: "n", name: "N", type: "number", sample: { dist: "uniform", min: 0, max: 4000 } });
    expect(many).toHaveLength(4);
    expect(many[0]![0]).toMatch(/^up to (9\d\d|1,0\d\d)$/);
    expect(many[3]![0]).toMatch(/^above (2,9\d\d|3,0\d\d)$/);
    for (const [, share] of many) expect(share).toBeCloseTo(0.25, 1);
  });

  it("have one of their own for values that nobody knows", () => {
    expect(groupsOf({ id: "n", name: "N", type: "number" })).toEqual([["unknown", 1]]);
  });
});
