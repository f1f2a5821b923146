import { describe, expect, it } from "vitest";
import { audit } from "../../src/analyse/audit.ts";
import { compile } from "../../src/compile/compile.ts";
import { type Replication, simulate } from "../../src/simulate/simulate.ts";
import { about, end, paths, processOf, start, step } from "../builders.ts";

const program = compile(
  processOf({
    nodes: [
      start("new", { arrivals: { every: about(2) } }),
      step("desk", { work: about(1.5), slots: 1, queue: { limit: 3 }, patience: about(4) }),
      end("out"),
    ],
    flows: paths("new > desk > out"),
  }),
);
const desk = program.nodes.findIndex(({ id }) => id === "desk");
const books = () => simulate(program, 1, 0, { minutes: 5001 });

describe("honest books", () => {
  it("balance, with some turned away, some given up and some still inside", () => {
    const run = books();
    expect([run.tally.gone.gaveUp, run.tally.gone.turnedAway, run.inside].every((count) => count > 0)).toBe(true);
    const { conservation, littlesLaw } = audit(program, [run]);
    expect(conservation).toBe(true);
    expect(littlesLaw.worst).toBeLessThan(1e-9);
  });
});

describe("cooked books", () => {
  it.each<[string, (run: Replication) => void]>([
    ["a record that vanished", ({ tally }) => tally.completed--],
    ["a record out of nowhere", ({ tally }) => tally.arrived++],
    ["one that gave up, untold", ({ tally }) => tally.gone.gaveUp--],
    ["one turned away, untold", ({ tally }) => tally.gone.turnedAway--],
    ["a visit that never ended", ({ tally }) => tally.visits[desk]!++],
    ["a visit that ended twice", ({ tally }) => tally.done[desk]!++],
    ["a visit given up twice", ({ tally }) => tally.gaveUp[desk]!++],
    ["somebody hidden inside", ({ insideAt }) => insideAt[desk]!++],
  ])("do not conserve records: %s", (_, cook) => {
    const run = books();
    cook(run);
    expect(audit(program, [run]).conservation).toBe(false);
    expect(audit(program, [books(), run]).conservation).toBe(false);
  });

  it.each<[string, (run: Replication) => void]>([
    ["waiting made up", ({ tally }) => (tally.wait[desk]! *= 1.01)],
    ["work made up", ({ tally }) => (tally.work[desk]! *= 1.01)],
    ["time inside left out", ({ tally }) => (tally.inStep[desk]! -= 100)],
    ["those inside forgotten", ({ unfinished }) => (unfinished[desk]! += 100)],
  ])("break Little's law: %s", (_, cook) => {
    const run = books();
    cook(run);
    expect(audit(program, [books(), run]).littlesLaw.worst).toBeGreaterThan(1e-3);
  });
});
