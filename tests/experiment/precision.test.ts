import { describe, expect, it } from "vitest";
import { precisionOf, replicationsFor } from "../../src/experiment/precision.ts";
import { run } from "../../src/experiment/run.ts";
import type { Process } from "../../src/model/process.ts";
import { about, end, paths, processOf, start, step } from "../builders.ts";

const queue: Process = processOf({
  nodes: [start("in", { arrivals: { every: about(10) } }), step("work", { work: about(8), slots: 1 }), end("out")],
  flows: paths("in > work > out"),
});

describe("how many replications", () => {
  it("is what was asked for, whatever they show", () => {
    expect(replicationsFor({ exactly: 3 }, [])).toBe(3);
    expect(replicationsFor({ exactly: 3 }, [1, 100, 10_000])).toBe(3);
  });

  it("is five at first, and stays five where they agree or there is nothing to measure", () => {
    expect(replicationsFor({ within: 0.05 }, [])).toBe(5);
    expect(replicationsFor({ within: 0.05 }, [10, 10, 10, 10, 10])).toBe(5);
    expect(replicationsFor({ within: 0.05 }, Array(5).fill(Number.NaN))).toBe(5);
    expect(replicationsFor({ within: 0.05 }, Array(5).fill(0))).toBe(5);
  });

  it("is what the scatter so far asks for, by the square of what is missing", () => {
    // Mean 10, sd √2.5, t(0.975; 4) = 2.776445: half of the interval is 1.963 of 10; for 0.15 it takes 5 × 1.309² = 8.6.
    const figures = [8, 9, 10, 11, 12];
    expect(precisionOf(figures)).toBeCloseTo(0.196324, 6);
    expect(replicationsFor({ within: 0.15 }, figures)).toBe(9);
    expect(replicationsFor({ within: 0.2 }, figures)).toBe(5);
  });

  it("at most doubles at a time, and ends at a limit", () => {
    expect(replicationsFor({ within: 0.001 }, [8, 9, 10, 11, 12])).toBe(10);
    const wild = Array.from({ length: 150 }, (_, i) => (i % 2 === 0 ? 1 : 100));
    expect(replicationsFor({ within: 0.001 }, wild)).toBe(200);
    expect(replicationsFor({ within: 0.001 }, [...wild, ...wild.slice(0, 50)])).toBe(200);
  });
});

describe("a run", () => {
  it("adds replications until the cycle time is known well enough, and says how well", () => {
    const seen: number[] = [];
    const result = run(queue, { records: 1000, precision: 0.04 }, ({ done }) => seen.push(done));
    if (!result.ok) throw new Error("it runs");
    const { replications, precision, cycleTime } = result.value;
    expect(replications).toBeGreaterThan(5);
    expect(precision?.wanted).toBe(0.04);
    expect(precision?.reached).toBeLessThanOrEqual(0.04);
    expect((cycleTime.ci95[1] - cycleTime.mean) / cycleTime.mean).toBe(precision?.reached);
    // What was said to be done stays done, and in the end all is.
    expect(seen.every((done, i) => i === 0 || done >= seen[i - 1]!)).toBe(true);
    expect(seen.at(-1)).toBe(1);
  });

  it("does not add any where the file or the caller says how many", () => {
    const three = { ...queue, simulation: { replications: 3 } };
    const counts = [run(three, { records: 200 }), run(queue, { records: 200, replications: 2 })];
    expect(counts.map((result) => result.ok && result.value.replications)).toEqual([3, 2]);
    expect(counts.map((result) => result.ok && result.value.precision)).toEqual([undefined, undefined]);
  });
});
