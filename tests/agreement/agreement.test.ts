import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../src/compile/compile.ts";
import { hasErrors } from "../../src/model/problem.ts";
import type { Process } from "../../src/model/process.ts";
import { validate } from "../../src/model/validate.ts";
import { tellingLog, type Visit } from "../../src/simulate/record-log.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import { demanding } from "../arbitrary/demands.ts";
import { arbitraryProcess } from "../arbitrary.ts";
import { Reference } from "./reference.ts";

/** The visits that were over when the run was: a batch that never fills keeps its records to the end. */
function engineLog(process: Process, seed: number, records: number): readonly Visit[] {
  const log: Visit[] = [];
  const program = compile(process);
  simulate(program, seed, 0, { records }, () => {}, { log: tellingLog(program, log) });
  const over = log.filter(({ by }) => by !== "inside");
  return over.map(({ record, node, reached, began, left, by }) => ({ record, node, reached, began, left, by }));
}

it("runs each record just as XState runs its machine, visit for visit, whatever the process", () => {
  fc.assert(
    fc.property(arbitraryProcess(), fc.nat(), fc.integer({ min: 1, max: 15 }), (process, seed, records) => {
      expect(engineLog(process, seed, records)).toEqual(new Reference(process, seed, records).log);
    }),
    { numRuns: 60 },
  );
});

it("does so with shifts, systems, several teams, orders, interruptions and batches too", () => {
  const processes = demanding(arbitraryProcess({ nodes: { max: 14 } }));
  fc.assert(
    fc.property(processes, fc.nat(), fc.integer({ min: 1, max: 20 }), (process, seed, records) => {
      fc.pre(!hasErrors(validate(process)));
      expect(engineLog(process, seed, records)).toEqual(new Reference(process, seed, records).log);
    }),
    { numRuns: 100 },
  );
});
