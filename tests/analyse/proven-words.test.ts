import { expect, it } from "vitest";
import { noBottleneckWords, provenWords } from "../../src/analyse/proven-words.ts";
import type { Bottleneck, Results } from "../../src/analyse/results.ts";
import { processOf, step } from "../builders.ts";

const process = processOf({
  teams: [{ id: "sdr", name: "Sales development", people: 2 }],
  nodes: [step("qualify", { name: "Qualify", team: "sdr" })],
});

const worst: Bottleneck = {
  rank: 1,
  team: "sdr",
  steps: ["qualify"],
  shareOfDelay: 0.61,
  utilisation: 0.97,
  ifOneMore: {
    cycleTime: { mean: -252, ci95: [-294, -210] },
    throughputPerHour: { mean: 0.5, ci95: [0.4, 0.6] },
  },
  proven: true,
  why: "",
};

const found = (bottleneck: Bottleneck, stable: boolean) =>
  provenWords(
    {
      bottlenecks: [bottleneck],
      capacity: { maxThroughputPerHour: 8, limitedBy: "sdr", stable },
    } as unknown as Results,
    process,
  );

it("says what waits for whom, and how much sooner one more has records done", () => {
  expect(found(worst, true)).toBe(
    "Qualify waits for Sales development, 61 % of all delay. One more person: −4.20 ± 0.70 h a record.",
  );
});

it("tells records an hour instead where the process cannot keep up", () => {
  expect(found(worst, false)).toMatch(/One more person: \+0\.50\d* ± 0\.10\d* records an hour\.$/);
});

it("tells a process in which somebody is always free from one that nobody has staffed yet", () => {
  const records = { arrived: { mean: 10, ci95: [10, 10] } };
  const words = (utilisation: number) =>
    noBottleneckWords({ records, steps: { qualify: { utilisation: { mean: utilisation } } } } as unknown as Results);
  expect(words(0.2)).toBe("No bottleneck: nobody waits for anything.");
  expect(words(Number.NaN)).toContain("as no step has a team or a limit of places");
});

it("says nothing of what is not proven", () => {
  expect(found({ ...worst, proven: false }, true)).toBeUndefined();
});
