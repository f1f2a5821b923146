import { describe, expect, it } from "vitest";
import { run } from "../../src/experiment/run.ts";
import type { Process } from "../../src/model/process.ts";
import { type Limits, timeLimit } from "../../src/simulate/stop.ts";
import { about, decision, end, fixed, flow, paths, processOf, start, step, wait } from "../builders.ts";

/** A desk that can do a tenth of what comes. */
const flooded = processOf({
  nodes: [
    start("in", { arrivals: { every: fixed(1) } }),
    step("hello", { name: "Hello", work: fixed(1) }),
    step("desk", { name: "Desk", work: fixed(10), slots: 1 }),
    end("out"),
  ],
  flows: paths("in > hello > desk > out"),
  simulation: { stop: { records: 1_000_000 }, replications: 3 },
});

/** Everybody is sent back to the wait again and again, and nobody leaves. */
const endless = processOf({
  nodes: [
    start("in", { arrivals: { at: [0] } }),
    wait("sleep", { name: "Sleep", for: fixed(1, "h") }),
    decision("again"),
    end("out"),
  ],
  flows: [
    ...paths("in > sleep > again"),
    flow("again", "sleep", { share: 1 - 1e-12 }),
    flow("again", "out", { share: 1e-12 }),
  ],
  simulation: { stop: { records: 1 }, replications: 3 },
});

function stopped(process: Process, limits: Partial<Limits>) {
  const answer = run(process, {}, () => {}, limits);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  const problem = answer.problems.find(({ code }) => code === "run-limit");
  return { results: answer.value, problem };
}

describe("a run that has no end is stopped with what it found until then", () => {
  it("where more records pile up than fit in", () => {
    const { results, problem } = stopped(flooded, { inside: 1000 });
    expect(problem).toMatchObject({
      severity: "warning",
      node: "desk",
      path: "nodes[2]",
      message:
        "The run was stopped at “Desk”: more than 1,000 records are inside at once. The figures are of what was run until then.",
    });
    expect(results.stopped).toBe(problem!.message);
    expect(results.replications).toBe(1);
    expect(results.records.inProgress.mean).toBe(1000);
    expect(results.audit.conservation).toBe(true);
    expect(results.audit.littlesLaw.worst).toBeLessThan(1e-9);
  });

  it("where they take more memory than there is", () => {
    const { problem } = stopped(flooded, { bytes: 2 ** 20 });
    expect(problem).toMatchObject({ node: "desk" });
    expect(problem!.message).toMatch(
      /^The run was stopped at “Desk”: the [\d,]+ records inside need more than 1 MB of memory/,
    );
  });

  it("where too much happens", () => {
    const { problem } = stopped(endless, { events: 300_000 });
    expect(problem!.message).toMatch(/^The run was stopped at “Sleep”: 300,000 things have happened/);
  });

  it("where too many years pass", () => {
    const { problem } = stopped(endless, { minutes: 2 * 365 * 1440 });
    expect(problem!.message).toMatch(/^The run was stopped at “Sleep”: 2 years have passed/);
  });

  it("where records go round in no time", () => {
    const restless: Process = {
      ...endless,
      nodes: endless.nodes.map((node) => (node.kind === "wait" ? { ...node, for: fixed(1e-300) } : node)),
    };
    // As good as no time at all, late on the clock.
    const late = {
      ...restless,
      nodes: restless.nodes.map((node) => (node.kind === "start" ? start("in", { arrivals: { at: [1000] } }) : node)),
    };
    const { problem } = stopped(late, { eventsAtOnce: 200_000 });
    expect(problem!.message).toMatch(
      /^The run was stopped at “Sleep”: records go round in circles there without any time/,
    );
  });

  it("where it takes longer than it was given, with the replications that were finished", () => {
    let now = 0;
    // Each look at the clock finds a second gone.
    const timeIsUp = timeLimit(() => (now += 1000), 0.1);
    const steady = processOf({
      ...flooded,
      nodes: flooded.nodes.map((node) => (node.id === "desk" ? step("desk", { work: about(0.5), slots: 1 }) : node)),
      simulation: { stop: { records: 100_000 }, replications: 10 },
    });
    const { results, problem } = stopped(steady, { timeIsUp });
    expect(problem!.message).toContain("the 0.1 minutes that it was given are over");
    expect(results.replications).toBeGreaterThan(1);
    expect(results.replications).toBeLessThan(10);
    expect(results.records.completed.mean).toBe(100_000);
  });
});

it("a run that ends by itself is not stopped, however near it comes", () => {
  const { results, problem } = stopped(
    { ...flooded, simulation: { stop: { records: 500 }, replications: 2 } },
    { inside: 1000, eventsAtOnce: 100_000 },
  );
  expect([results.stopped, problem]).toEqual([undefined, undefined]);
});
