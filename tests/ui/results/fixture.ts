import type { Results, Stat, StepResults } from "../../../src/analyse/results.ts";
import type { Process } from "../../../src/model/process.ts";
import { end, paths, processOf, start, step } from "../../builders.ts";

/** A figure whose interval reaches `half` to either side. */
export const stat = (mean: number, half = 0, more: Partial<Stat> = {}): Stat => ({
  mean,
  ci95: [mean - half, mean + half],
  ...more,
});

/** Two steps in a row; a team does the first. */
export const process: Process = processOf({
  name: "Leads",
  currency: "EUR",
  teams: [{ id: "sdr", name: "Sales development", people: 3 }],
  nodes: [
    start("new"),
    step("call", { name: "Call", team: "sdr" }),
    step("quote", { name: "Quote" }),
    end("won", { name: "Won" }),
  ],
  flows: paths("new > call > quote > won"),
});

const calm: StepResults = {
  visits: stat(1000, 10),
  perRecord: stat(1),
  wait: stat(4, 0.5, { p50: 0, p90: 12 }),
  work: stat(20, 0.1),
  offHours: stat(0),
  causes: { nobodyFree: stat(4, 0.5), offHours: stat(0), system: stat(0), batch: stat(0) },
  waitedShare: stat(0.3, 0.02),
  queueLength: stat(0.4, 0.05),
  inStep: stat(2, 0.1),
  utilisation: stat(0.6, 0.01),
  gaveUp: stat(0),
  turnedAway: stat(0),
  cost: stat(0),
  shareOfDelay: stat(0.1, 0.02),
};

/** Results made up for these tests: Call waits 90 minutes and holds 90 % of all delay, Quote waits 4. */
export const results: Results = {
  process: "Leads",
  seed: 7,
  replications: 20,
  simulatedMinutes: 10 * 1440,
  warmUp: { method: "none", minutes: 0 },
  records: { arrived: stat(1000), completed: stat(1000), inProgress: stat(0), turnedAway: stat(0), gaveUp: stat(0) },
  cycleTime: stat(134, 6, { p50: 100, p90: 300, p99: 600, max: 900 }),
  throughputPerHour: stat(4.2, 0.1),
  steps: {
    call: { ...calm, wait: stat(90, 6, { p50: 70, p90: 240 }), shareOfDelay: stat(0.9, 0.03), cost: stat(800, 20) },
    quote: calm,
  },
  teams: { sdr: { utilisation: stat(0.97, 0.01), peopleBusy: stat(2.9, 0.03), cost: stat(800, 20) } },
  systems: {},
  flows: { "new-call": { count: stat(1000), share: stat(1) } },
  ends: { won: { count: stat(1000, 0), share: stat(1) } },
  targets: {},
  bottlenecks: [
    {
      rank: 1,
      team: "sdr",
      steps: ["call"],
      shareOfDelay: 0.9,
      utilisation: 0.97,
      proven: false,
      why: "Call waits for Sales development.",
    },
    {
      rank: 2,
      step: "quote",
      steps: ["quote"],
      shareOfDelay: 0.1,
      utilisation: 0.6,
      proven: false,
      why: "Quote has one place.",
    },
  ],
  audit: { littlesLaw: { worst: 1e-12 }, conservation: true },
};
