import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/compile/compile.ts";
import type { Program } from "../../../src/compile/program.ts";
import { parseProcess } from "../../../src/model/parse.ts";
import { isPlain } from "../../../src/simulate/core/core-run.ts";
import { BY, tellingLog, type WorkedVisit } from "../../../src/simulate/record-log.ts";
import { type Besides, type Replication, simulate } from "../../../src/simulate/simulate.ts";
import { LIMITS, RunLimit, type Stop } from "../../../src/simulate/stop.ts";
import { arbitraryProcess } from "../../arbitrary.ts";
import { about, end, fixed, paths, processOf, start, step, wait } from "../../builders.ts";
import { networkOf, type TheoryNetwork } from "../../theory/network.ts";
import theory from "../../theory/theory.json" with { type: "json" };

/** What a run leaves, in full or up to where it could not go on; with every bit of every table. */
function outcome(program: Program, stop: Stop, besides: Besides, seed: number): Record<string, unknown> {
  const found = (run: Replication | undefined) => run && Object.fromEntries(printed(run));
  try {
    return { run: found(simulate(program, seed, 0, stop, () => {}, besides)) };
  } catch (error) {
    if (!(error instanceof RunLimit)) throw error;
    return { node: error.node, message: error.message, run: found(error.partial) };
  }
}

/** Numbers and tables by their names; long tables as a hash of their bytes. */
function printed(value: unknown, name = ""): [string, unknown][] {
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return [[name, createHash("sha1").update(bytes).digest("hex")]];
  }
  if (typeof value !== "object" || value === null) return [[name, value]];
  return Object.entries(value).flatMap(([key, each]) => printed(each, `${name}/${key}`));
}

function expectSame(program: Program, stop: Stop, besides: Besides = {}, seed = 1): void {
  expect(isPlain(program)).toBe(true);
  const inCore = outcome(program, stop, besides, seed);
  expect(inCore).toEqual(outcome(program, stop, { ...besides, reference: true }, seed));
}

const stops: fc.Arbitrary<Stop> = fc
  .record({
    from: fc.oneof(fc.constant(undefined), fc.integer({ min: 1, max: 300 })),
    end: fc.oneof(
      fc.integer({ min: 1, max: 1500 }).map((records) => ({ records })),
      fc.integer({ min: 1, max: 600 }).map((minutes) => ({ minutes })),
    ),
  })
  .map(({ from, end }) => ({ ...end, ...(from === undefined ? {} : { from }) }));

it("gives what the engine in JavaScript gives, to the last bit, whatever the process", () => {
  fc.assert(
    fc.property(arbitraryProcess(), stops, fc.nat(), (process, stop, seed) => {
      expectSame(compile(process), stop, {}, seed);
    }),
    { numRuns: 150 },
  );
});

it("does so where a run is cut short by its limits", () => {
  const limits = fc.record({ inside: fc.integer({ min: 1, max: 30 }), bytes: fc.integer({ min: 300, max: 1e5 }) });
  fc.assert(
    fc.property(arbitraryProcess(), stops, limits, (process, stop, some) => {
      expectSame(compile(process), stop, { limits: { ...LIMITS, ...some } });
    }),
    { numRuns: 40 },
  );
});

it("writes the log that the engine in JavaScript writes, of all records or of the first", () => {
  const about = fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 400 }));
  const limits = fc.oneof(fc.constant(LIMITS), fc.constant({ ...LIMITS, inside: 20 }));
  const seen = new Set<string>();
  fc.assert(
    fc.property(arbitraryProcess(), stops, about, limits, fc.nat(), (process, stop, records, most, seed) => {
      const program = compile(process);
      const logs = [false, true].map((reference) => {
        const visits: WorkedVisit[] = [];
        const log = tellingLog(program, visits, records);
        outcome(program, stop, { log, reference, limits: most }, seed);
        return visits;
      });
      expect(logs[0]).toEqual(logs[1]);
      for (const { by } of logs[0]!) seen.add(by);
    }),
    { numRuns: 150 },
  );
  expect(seen).toEqual(new Set(BY));
});

it("does so where hundreds of things happen at one instant", () => {
  const process = processOf({
    teams: [{ id: "team", name: "Team", people: 90 }],
    nodes: [
      start("in", { arrivals: { every: fixed(4), batch: 200 } }),
      wait("pause", { for: fixed(2) }),
      step("call", { team: "team", work: fixed(2), patience: fixed(4) }),
      step("write", { work: fixed(2) }),
      end("out"),
    ],
    flows: paths("in > pause > call > write > out"),
  });
  expectSame(compile(process), { records: 5000 });
});

it("does so where records are told apart by a field", () => {
  const process = processOf({
    teams: [{ id: "team", name: "Team", people: 2, costPerHour: 30 }],
    fields: [{ id: "value", name: "Value", type: "number", sample: { dist: "normal", mean: 5, sd: 2 } }],
    nodes: [
      start("in", { arrivals: { every: about(4), batch: 300 } }),
      step("call", {
        team: "team",
        work: { by: [{ when: { field: "value", is: ">", to: 6 }, work: about(9) }], otherwise: about(3) },
      }),
      end("out", { value: "value" }),
    ],
    flows: paths("in > call > out"),
  });
  const split = { field: "value", upTo: [4, 5, 6] };
  expectSame(compile(process, ["value"]), { records: 2000, from: 8 }, { split });
});

describe("does so on", () => {
  const networks = (theory as unknown as { id: string; model: object }[]).filter(
    ({ model }) => "arrival" in model && "nodes" in model && !JSON.stringify(model).includes("calendar"),
  );
  it.each(networks)("the theory's case $id", ({ model }) => {
    expectSame(compile(networkOf(model as TheoryNetwork)), { records: 3000 });
  });

  const examples = readdirSync("examples").filter((name) => name.endsWith(".process.json"));
  it.each(examples)("%s", (name) => {
    const read = parseProcess(JSON.parse(readFileSync(`examples/${name}`, "utf8")));
    if (!read.ok) throw new Error("an example that does not read");
    const program = compile(read.value);
    if (isPlain(program)) expectSame(program, { records: 3000, from: 60 });
  });
});
