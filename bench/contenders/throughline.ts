import { report } from "../../src/analyse/report.ts";
import { compile } from "../../src/compile/compile.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import type { Contender } from "../contender.ts";
import { processOf } from "../models.ts";

/** This program, with every statistic that it has: percentiles, costs, flows, ends, intervals, the audit of the books. */
export const throughline: Contender = {
  name: "Throughline",
  records: 200_000,
  run: (model, seed, records) => {
    const program = compile(processOf("bench", model));
    const { steps, teams } = report(program, seed, [simulate(program, seed, 0, { records })]);
    return {
      wait: Object.values(steps).reduce((sum, { wait, visits }) => sum + wait.mean * visits.mean, 0) / records,
      utilisation: model.teams.map((_, i) => teams[`team${i}`]!.utilisation.mean),
    };
  },
};
