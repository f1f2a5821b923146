import { describe, expect, it } from "vitest";
import { type Capacity, capacityOf } from "../../src/analyse/capacity.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Process } from "../../src/model/process.ts";
import { validate } from "../../src/model/validate.ts";
import { about, decision, end, fixed, flow, paths, processOf, start, step } from "../builders.ts";

function capacity(process: Process): Capacity {
  expect(validate(process).filter(({ severity }) => severity === "error")).toEqual([]);
  return capacityOf(process, compile(process));
}

/** The theory file prints six digits. */
const near = (value: number | undefined, expected: number) => expect(value).toBeCloseTo(expected, 5);

/** One step of 6 minutes for what comes every 10 minutes. */
const one = (more: Parameters<typeof step>[1], parts: Partial<Process> = {}) =>
  processOf({
    ...parts,
    nodes: [start("in", { arrivals: { every: fixed(10) } }), step("work", { work: fixed(6), ...more }), end("out")],
    flows: paths("in > work > out"),
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
