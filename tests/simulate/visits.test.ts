import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../src/compile/compile.ts";
import { BY, tellingLog, type Visit, type WorkedVisit } from "../../src/simulate/record-log.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import { LIMITS, RunLimit } from "../../src/simulate/stop.ts";
import { VisitLog, type Visits } from "../../src/simulate/visits.ts";
import { arbitraryProcess } from "../arbitrary.ts";

/** Columns as the visits that they stand for. */
function read({ nodes, flows, record, place, by, reached, began, left }: Visits): readonly Visit[] {
  return Array.from(record, (each, row) => ({
    record: each,
    node: (BY[by[row]!] === "coming" ? flows : nodes)[place[row]!]!,
    reached: reached[row]!,
    began: began[row]!,
    left: left[row]!,
    by: BY[by[row]!]!,
  }));
}

it("keeps the visits that are told, whatever the process, though it be run in copies or cut short", () => {
  const stops = fc.oneof(
    fc.integer({ min: 1, max: 600 }).map((records) => ({ records })),
    fc.integer({ min: 1, max: 300 }).map((from) => ({ records: 300, from })),
    fc.integer({ min: 1, max: 400 }).map((minutes) => ({ minutes, from: 5 })),
  );
  const inside = fc.oneof(fc.constant(LIMITS.inside), fc.constant(20));
  let [most, coming] = [0, 0];
  fc.assert(
    fc.property(
      arbitraryProcess(),
      stops,
      inside,
      fc.boolean(),
      fc.nat(400),
      (process, stop, few, reference, about) => {
        const program = compile(process);
        const told: WorkedVisit[] = [];
        const kept = new VisitLog(program, about);
        for (const log of [tellingLog(program, told, about), kept]) {
          try {
            simulate(program, 1, 0, stop, () => {}, { log, reference, limits: { ...LIMITS, inside: few } });
          } catch (error) {
            if (!(error instanceof RunLimit)) throw error;
          }
        }
        const plain = told.map(({ work: _w, cost: _c, team: _t, ...visit }) => visit);
        expect(read(kept.visits())).toEqual(plain);
        most = Math.max(most, plain.length);
        coming += plain.filter(({ by }) => by === "coming").length;
      },
    ),
    { numRuns: 100 },
  );
  // There was more than it had room for at first, and of every kind.
  expect(most).toBeGreaterThan(1024);
  expect(coming).toBeGreaterThan(0);
});
