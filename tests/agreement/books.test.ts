import fc from "fast-check";
import { expect, it } from "vitest";
import { audit } from "../../src/analyse/audit.ts";
import { compile } from "../../src/compile/compile.ts";
import { hasErrors } from "../../src/model/problem.ts";
import { validate } from "../../src/model/validate.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import { demanding } from "../arbitrary/demands.ts";
import { arbitraryProcess } from "../arbitrary.ts";

const anyProcess = fc.oneof(arbitraryProcess(), demanding(arbitraryProcess()));

it("balances its books on whatever process: Little's law at each step, nobody lost, causes that add up to the wait", () => {
  const stop = fc.oneof(
    fc.integer({ min: 1, max: 200 }).map((records) => ({ records })),
    fc.integer({ min: 1, max: 20_000 }).map((minutes) => ({ minutes })),
  );
  fc.assert(
    fc.property(anyProcess, fc.nat(), stop, (process, seed, end) => {
      fc.pre(!hasErrors(validate(process)));
      // A source that sends a record a second for weeks would take all day.
      fc.pre(!("minutes" in end) || process.nodes.every((node) => node.kind !== "start" || slow(JSON.stringify(node))));
      const program = compile(process);
      const run = simulate(program, seed, 0, end);
      expect(audit(program, [run]).littlesLaw.worst).toBeLessThan(1e-9);
      expect(audit(program, [run]).conservation).toBe(true);
      for (const [i, wait] of run.tally.wait.entries()) {
        const { closedWait, systemWait, batchWait } = run.tally;
        const causes = [closedWait[i]!, systemWait[i]!, batchWait[i]!];
        for (const cause of causes) expect(cause).toBeGreaterThanOrEqual(-1e-9 * (1 + wait));
        expect(causes.reduce((sum, cause) => sum + cause, 0)).toBeLessThanOrEqual(wait * (1 + 1e-9) + 1e-9);
      }
    }),
    { numRuns: 150 },
  );
});

const slow = (start: string) => !start.includes('"unit":"s"');
