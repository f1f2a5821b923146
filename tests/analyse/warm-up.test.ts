import { describe, expect, it } from "vitest";
import { mser, warmUpOf } from "../../src/analyse/warm-up.ts";
import { run } from "../../src/experiment/run.ts";
import type { Simulation } from "../../src/model/process.ts";
import { LivesLog } from "../../src/simulate/lives.ts";
import { about, end, fixed, paths, processOf, start, step } from "../builders.ts";
import { done } from "../done.ts";

describe("the marginal standard error rule", () => {
  it("cuts where the error of the mean of the rest is least, worked by hand", () => {
    // Squared deviations of the rest over the square of its number, for 9, 3, 2, 1, 2, 1, 2, 1:
    // cut 0: mean 2.625, 49.875 / 64 = 0.779; cut 1: mean 12/7, 3.4286 / 49 = 0.0700;
    // cut 2: mean 1.5, 1.5 / 36 = 0.0417; cut 3: mean 1.4, 1.2 / 25 = 0.048; cut 4: mean 1.5, 1 / 16 = 0.0625;
    // and beyond half, cut 5: 0.6667 / 9 = 0.074, cut 6: 0.5 / 4 = 0.125.
    expect(mser([9, 3, 2, 1, 2, 1, 2, 1])).toEqual({ cut: 2, wantsMore: false });
  });

  it("cuts nothing where nothing changes, not even where all is the same", () => {
    expect(mser([1, 2, 1, 2, 1, 2, 1, 2])).toEqual({ cut: 0, wantsMore: false });
    expect(mser(Array(12).fill(7.3))).toEqual({ cut: 0, wantsMore: false });
  });

  it("never cuts more than half, and says so where it would", () => {
    // The further a straight line is cut, the less its rest is off.
    expect(mser([1, 2, 3, 4, 5, 6, 7, 8])).toEqual({ cut: 4, wantsMore: true });
  });
});

/** The lives of records that arrive every minute, with these times. */
function lives(times: readonly number[]) {
  const log = new LivesLog();
  for (const [i, time] of times.entries()) log.add(i, i, time);
  return log.lives();
}

describe("a warm-up", () => {
  it("is read from batches of five, averaged over replications, and ends when the first record kept arrives", () => {
    // Ten batches: 9 3 2 1 2 1 2 1 2 1 on average, of which the first two are cut (see above); the third begins at 10.
    const means = [9, 3, 2, 1, 2, 1, 2, 1, 2, 1];
    const above = lives(means.flatMap((mean) => [mean, mean + 1, mean + 2, mean + 1, mean + 1]));
    const below = lives(means.flatMap((mean) => [mean - 1, mean - 1, mean - 1, mean - 2, mean]));
    expect(warmUpOf([above, below])).toEqual({ method: "mser-5", minutes: 10 });
  });

  it("is not looked for in a handful of records", () => {
    const { minutes, advice } = warmUpOf([lives(Array(49).fill(1).with(0, 99))].slice(0, 1));
    expect([minutes, advice]).toEqual([0, expect.stringContaining("run longer")]);
  });

  it("takes no more room for a hundred times as many records", () => {
    const log = new LivesLog();
    for (let i = 0; i < 1_000_000; i++) log.add(i, i, i < 500_000 ? 1 : 3);
    const { batch, sums, counts, firsts } = log.lives();
    // 5 × 2⁴ is the smallest batch of which 2¹⁴ hold a million.
    expect([batch, sums.length]).toEqual([80, 12_500]);
    expect([sums[0], counts[0], firsts[1]]).toEqual([80, 80, 80]);
    expect(sums.at(-1)).toBe(240);
  });
});

const queue = (simulation: Simulation, every = about(1.25)) =>
  processOf({
    nodes: [start("in", { arrivals: { every } }), step("desk", { work: about(1), slots: 1 }), end("out")],
    flows: paths("in > desk > out"),
    simulation,
  });

function resultsOf(simulation: Simulation) {
  return done(run(queue(simulation)));
}

describe("a run", () => {
  const short: Simulation = { stop: { records: 200 }, replications: 300, seed: 5 };

  it("from empty falls short of M/M/1, and comes nearer to it when its warm-up is cut", () => {
    // W = 1 / (μ − λ) = 5 minutes, at 80 % load.
    const cold = resultsOf(short);
    const warm = resultsOf({ ...short, warmUp: { value: 100, unit: "min" } });
    const own = resultsOf({ ...short, warmUp: "auto" });
    expect(cold.cycleTime.ci95[1]).toBeLessThan(5);
    expect(Math.abs(warm.cycleTime.mean - 5)).toBeLessThan(Math.abs(cold.cycleTime.mean - 5) / 2);
    expect(own.warmUp.method).toBe("mser-5");
    expect(own.warmUp.minutes).toBeGreaterThan(5);
    expect(own.warmUp.minutes).toBeLessThan(0.5 * own.simulatedMinutes + 5);
    expect(Math.abs(own.cycleTime.mean - 5)).toBeLessThan(Math.abs(cold.cycleTime.mean - 5));
    for (const { audit } of [cold, warm, own]) {
      expect(audit.conservation).toBe(true);
      expect(audit.littlesLaw.worst).toBeLessThan(1e-9);
    }
  });

  it("cuts nothing where the file says nothing, or nothing", () => {
    const plain = resultsOf({ ...short, replications: 2 });
    expect(plain.warmUp).toEqual({ method: "none", minutes: 0 });
    expect(resultsOf({ ...short, replications: 2, warmUp: "none" })).toEqual(plain);
  });

  it("has nothing to say of records where the warm-up outlasts it", () => {
    const { cycleTime, records, steps, warmUp } = resultsOf({
      ...short,
      replications: 2,
      warmUp: { value: 52, unit: "wk" },
    });
    expect(records.arrived.mean).toBe(0);
    expect(warmUp).toMatchObject({
      method: "fixed",
      minutes: 52 * 10_080,
      advice: expect.stringContaining("cut off less"),
    });
    expect([cycleTime.mean, cycleTime.p50, steps.desk!.queueLength.mean]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it("that grows without end is said to be too short", () => {
    const answer = run(queue({ stop: { records: 2000 }, replications: 4, warmUp: "auto" }, about(0.8)));
    expect(answer.ok && answer.value.warmUp.advice).toContain("run longer");
  });

  it("settles at once where nothing ever waits", () => {
    const answer = run(
      processOf({
        nodes: [start("in", { arrivals: { every: about(3) } }), step("a", { work: fixed(5) }), end("out")],
        flows: paths("in > a > out"),
        simulation: { stop: { records: 500 }, replications: 3, warmUp: "auto" },
      }),
    );
    expect(answer.ok && answer.value.warmUp).toEqual({ method: "mser-5", minutes: 0 });
  });
});
