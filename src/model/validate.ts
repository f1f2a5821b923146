import { checkBlocks } from "./checks/blocks.ts";
import { type Check, contextOf } from "./checks/check.ts";
import { checkDecisions } from "./checks/decisions.ts";
import { checkDistributions } from "./checks/distributions.ts";
import { checkFlows } from "./checks/flows.ts";
import { checkNames } from "./checks/names.ts";
import { checkReferences } from "./checks/references.ts";
import { checkResources } from "./checks/resources.ts";
import { checkRules } from "./checks/rules.ts";
import { checkScenarios } from "./checks/scenarios.ts";
import { checkSimulation } from "./checks/simulation.ts";
import { checkWays } from "./checks/ways.ts";
import { checkWork } from "./checks/work.ts";
import { checkZeroTime } from "./checks/zero-time.ts";
import type { Problem } from "./problem.ts";
import type { Process } from "./process.ts";

/** Every family of checks, in the order in which people want to hear of problems. */
const CHECKS: readonly Check[] = [
  checkWays,
  checkFlows,
  checkDecisions,
  checkBlocks,
  checkZeroTime,
  checkWork,
  checkDistributions,
  checkRules,
  checkResources,
  checkReferences,
  checkNames,
  checkSimulation,
  checkScenarios,
];

const known = new WeakMap<Process, readonly Problem[]>();

/**
 * What is wrong with a process, in words, errors first. Errors stop a run; warnings do not. What no record can come to
 * may be unfinished: only its numbers and references are looked at.
 *
 * It never throws on a process that `parseProcess` has read. Asked again for the same process, it gives the same list.
 */
export function validate(process: Process): readonly Problem[] {
  const before = known.get(process);
  if (before) return before;
  const context = contextOf(process);
  const found = CHECKS.flatMap((check) => [...check(context)]);
  const problems = [
    ...found.filter(({ severity }) => severity === "error"),
    ...found.filter(({ severity }) => severity === "warning"),
  ];
  known.set(process, problems);
  return problems;
}
