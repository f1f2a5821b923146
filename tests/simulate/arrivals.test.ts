import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile/compile.ts";
import type { Arrivals, Process } from "../../src/model/process.ts";
import { tellingLog, type Visit } from "../../src/simulate/record-log.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import { end, paths, processOf, start } from "../builders.ts";
import { chiSquare, UNLIKELY } from "./chance.ts";

function visitsOf(process: Process, minutes: number): readonly Visit[] {
  const visits: Visit[] = [];
  const program = compile(process);
  simulate(program, 1, 0, { minutes }, () => {}, { log: tellingLog(program, visits) });
  return visits;
}

/** When records arrive, up to a time. */
function times(arrivals: Arrivals, minutes: number): readonly number[] {
  const process = processOf({ nodes: [start("new", { arrivals }), end("out")], flows: paths("new > out") });
  return visitsOf(process, minutes)
    .filter(({ by }) => by === "arrived")
    .map(({ left }) => left);
}

describe("arrivals at rates that go through a cycle", () => {
  // 2 h at 30 an hour, 1 h at none, half an hour at 90 an hour: 60, 0 and 45 in a cycle of 210 minutes.
  const rates = [
    { for: { value: 2, unit: "h" }, perHour: 30 },
    { for: { value: 60, unit: "min" }, perHour: 0 },
    { for: { value: 30, unit: "min" }, perHour: 90 },
  ] as const;
  const CYCLES = 2000;
  const arrived = times({ rates }, CYCLES * 210);

  it("come at each part's rate, evenly within each, and never where it is 0", () => {
    // By tens of minutes: twelve of 5 in each cycle, six of none, three of 15.
    const perTen = [...Array<number>(12).fill(5), ...Array<number>(6).fill(0), ...Array<number>(3).fill(15)];
    const counts = perTen.map(() => 0);
    for (const time of arrived) counts[Math.floor((time % 210) / 10)]!++;
    expect(counts.slice(12, 18)).toEqual([0, 0, 0, 0, 0, 0]);
    const possible = [...counts.keys()].filter((i) => perTen[i]! > 0);
    // A Poisson process: not even the total is fixed, so no degree of freedom is lost.
    expect(
      chiSquare(
        possible.map((i) => counts[i]!),
        (i) => perTen[possible[i]!]! * CYCLES,
        possible.length,
      ),
    ).toBeGreaterThan(UNLIKELY);
  });

  it("scatter from cycle to cycle as Poisson counts do", () => {
    const counts = new Float64Array(CYCLES);
    for (const time of arrived) counts[Math.floor(time / 210)]!++;
    // The index of dispersion times n is chi-square: sum of (count − 105)² / 105.
    expect(chiSquare(counts, () => 105, CYCLES)).toBeGreaterThan(UNLIKELY);
  });

  it("never come where all rates are 0", () => {
    expect(times({ rates: [{ for: { value: 1, unit: "h" }, perHour: 0 }] }, 1000)).toEqual([]);
  });
});

describe("arrivals after random gaps", () => {
  it("keep nobody waiting for others: each start has gaps of its own, whatever else arrives", () => {
    const every = { every: { dist: "exponential", mean: 3, unit: "min" } } as const;
    const process = processOf({
      nodes: [start("new", { arrivals: every }), start("other", { arrivals: every }), end("out")],
      flows: paths("new > out", "other > out"),
    });
    const log = visitsOf(process, 1000);
    const here = log.filter(({ node, by }) => node === "new" && by === "arrived").map(({ left }) => left);
    expect(here).toEqual(times(every, 1000));
    expect(log.filter(({ node, by }) => node === "other" && by === "arrived").map(({ left }) => left)).not.toEqual(
      here,
    );
  });
});
