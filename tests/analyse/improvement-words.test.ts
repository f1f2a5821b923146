import { expect, it } from "vitest";
import { improvementWords } from "../../src/analyse/improvement-words.ts";
import type { Improvement, Results } from "../../src/analyse/results.ts";

const stat = (mean: number, half: number) => ({ mean, ci95: [mean - half, mean + half] as [number, number] });

const longer: Improvement = {
  rank: 1,
  kind: "hours",
  title: "Keep Nurses on shift an hour longer",
  cycleTime: stat(30.2, 11.4),
  throughputPerHour: stat(-0.5, 0.2),
  shown: false,
};
const of = (change: Partial<Improvement>, arrivalsPerHour = 5) =>
  improvementWords({ ...longer, ...change }, {
    replications: 10,
    capacity: { arrivalsPerHour, maxThroughputPerHour: 8, limitedBy: "t" },
  } as unknown as Pick<Results, "capacity" | "replications">);

it("says of a change that is shown to do harm that it does", () => {
  expect(of({})).toBe("Keep Nurses on shift an hour longer: worse, done 30.2 ± 11.4 min later.");
  expect(of({}, 9)).toBe("Keep Nurses on shift an hour longer: worse, 0.50 ± 0.20 fewer finished per hour.");
});

it("says of a change that may do either that no gain was shown", () => {
  expect(of({ cycleTime: stat(-3, 11) })).toMatch(/: no gain that 10 replications could show\.$/);
});
