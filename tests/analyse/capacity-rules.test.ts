import { describe, expect, it } from "vitest";
import { type Capacity, capacityOf } from "../../src/analyse/capacity.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Process } from "../../src/model/process.ts";
import { validate } from "../../src/model/validate.ts";
import { decision, end, fixed, flow, paths, processOf, start, step } from "../builders.ts";

function capacity(process: Process): Capacity {
  expect(validate(process).filter(({ severity }) => severity === "error")).toEqual([]);
  return capacityOf(process, compile(process));
}

/** The theory file prints six digits. */
const near = (value: number | undefined, expected: number) => expect(value).toBeCloseTo(expected, 5);

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
